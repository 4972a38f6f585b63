import type { KeyObject } from "node:crypto";
import { type AnchorKey, type AnchorReading, type AnchorSink, AuditAnchoring, readAnchors } from "@touchstone/store";
import type { ServerContext } from "../context.ts";

/** How the end of the audit trail is anchored. */
export interface AnchoringOptions {
  /** Where anchors are kept: a file or S3, outside the database. */
  readonly sink: AnchorSink;
  /** What they are signed with. */
  readonly key: AnchorKey;
  /** Keys that signed earlier anchors. */
  readonly earlierKeys?: readonly KeyObject[];
  /** Milliseconds between anchors; an hour unless given. */
  readonly interval?: number;
  /** Told of every anchor that could not be made: a trail that was tampered with, or a place that cannot be written. */
  readonly failed: (error: unknown) => void;
}

/** The anchors of a server's audit trail. */
export interface Anchoring {
  /** What anchors are signed with. */
  readonly key: AnchorKey;
  /** Anchors the end soon, without anybody waiting for it. */
  request(): void;
  /** Anchors the end now; resolves when that is done, or has failed. */
  anchor(): Promise<void>;
  /** All anchors that are kept, checked. */
  read(): Promise<AnchorReading>;
  /** Anchors the end once more and stops. */
  stop(): Promise<void>;
}

const HOUR = 3_600_000;

/**
 * Anchors the end of the audit trail at intervals, and when asked to: put it into the context, and every signature asks.
 * The timer keeps no process alive.
 */
export function startAnchoring({ database }: Pick<ServerContext, "database">, options: AnchoringOptions): Anchoring {
  const { sink, key, earlierKeys = [], interval = HOUR, failed } = options;
  const anchoring = new AuditAnchoring({ database: database.kysely, sink, key });
  const stop = anchoring.start(interval, failed);
  const anchor = () => anchoring.anchor().then(() => {}, failed);
  return {
    key,
    request: () => void anchor(),
    anchor,
    read: () => readAnchors(sink, [key.publicKey, ...earlierKeys]),
    stop: () => {
      stop();
      return anchor();
    },
  };
}
