import type { QueryExecutorProvider } from "kysely";
import { StoreError } from "../error.ts";
import type { AnchorKey } from "./anchor-key.ts";
import type { AnchorSink } from "./anchor-sink.ts";
import { type AuditAnchor, anchorLine, signAnchor } from "./audit-anchor.ts";
import { readAnchors } from "./read-anchors.ts";
import { verifyAudit } from "./verify-audit.ts";

/** What anchors the trail of a database. */
export interface AuditAnchoringOptions {
  readonly database: QueryExecutorProvider;
  readonly sink: AnchorSink;
  readonly key: AnchorKey;
}

/** Anchors the end of the trail at intervals and on demand. */
export class AuditAnchoring {
  private readonly options: AuditAnchoringOptions;
  private last: AuditAnchor | null | undefined;
  private work: Promise<unknown> = Promise.resolve();

  constructor(options: AuditAnchoringOptions) {
    this.options = options;
  }

  /**
   * Checks the rows since the last anchor, signs the end and keeps it. What was tampered with since the last anchor is
   * thus found rather than signed. The first call reads the anchors, and where there is none the whole trail.
   *
   * @returns the anchor, or null when no row was added since the last one.
   * @throws StoreError TS_AUDIT_BROKEN naming the row, and what the sink throws.
   */
  anchor(): Promise<AuditAnchor | null> {
    const next = this.work.then(() => this.anchorNext());
    this.work = next.catch(() => {});
    return next;
  }

  /**
   * Anchors every `interval` milliseconds until the returned function is called; the timer keeps no process alive.
   *
   * @param failed told of every anchor that could not be made.
   */
  start(interval: number, failed: (error: unknown) => void): () => void {
    const timer = setInterval(() => void this.anchor().catch(failed), interval);
    timer.unref();
    return () => clearInterval(timer);
  }

  private async anchorNext(): Promise<AuditAnchor | null> {
    const { database, sink, key } = this.options;
    this.last ??= await furthestAnchor(this.options);
    const { last } = this;
    const anchors = last === null ? [] : [last];
    const { finding, head } = await verifyAudit(database, { from: last?.sequence ?? 1, anchors });
    if (finding !== null) {
      throw new StoreError("TS_AUDIT_BROKEN", `audit trail: ${finding.message}`, { sequence: finding.sequence });
    }
    if (head === null || head.sequence === last?.sequence) return null;
    const anchor = signAnchor(head, key.privateKey);
    await sink.append(anchorLine(anchor));
    this.last = anchor;
    return anchor;
  }
}

async function furthestAnchor({ sink, key }: AuditAnchoringOptions): Promise<AuditAnchor | null> {
  const { anchors } = await readAnchors(sink, [key.publicKey]);
  return anchors.reduce<AuditAnchor | null>(
    (furthest, anchor) => (furthest === null || anchor.sequence >= furthest.sequence ? anchor : furthest),
    null,
  );
}
