import type { KeyObject } from "node:crypto";
import type { AnchorSink } from "./anchor-sink.ts";
import { type AuditAnchor, parseAnchor, type ReadAnchor } from "./audit-anchor.ts";

/** What is kept outside the database. */
export interface AnchorReading {
  /** Anchors with a right signature, in the order in which they were kept. */
  readonly anchors: readonly AuditAnchor[];
  readonly rejected: readonly RejectedAnchor[];
}

/** A line that proves nothing. */
export interface RejectedAnchor {
  /** Number of the line or object, from 1; empty lines do not count. */
  readonly line: number;
  readonly reason: Extract<ReadAnchor, { rejected: string }>["rejected"];
}

/**
 * Reads all anchors and checks their signatures.
 *
 * @param publicKeys keys that may have signed: the present one, and earlier ones.
 */
export async function readAnchors(sink: AnchorSink, publicKeys: readonly KeyObject[]): Promise<AnchorReading> {
  const anchors: AuditAnchor[] = [];
  const rejected: RejectedAnchor[] = [];
  let line = 0;
  for await (const text of sink.lines()) {
    line++;
    const read = parseAnchor(text, publicKeys);
    if ("anchor" in read) anchors.push(read.anchor);
    else rejected.push({ line, reason: read.rejected });
  }
  return { anchors, rejected };
}
