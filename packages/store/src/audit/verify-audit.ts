import type { QueryExecutorProvider } from "kysely";
import type { AuditAnchor } from "./audit-anchor.ts";
import { AuditChain } from "./audit-chain.ts";
import { checkAuditEnd } from "./audit-end.ts";
import type { AuditFinding } from "./audit-finding.ts";
import { readAuditEnd, readAuditRows } from "./read-audit-rows.ts";

/** What is to be checked. */
export interface AuditVerifyOptions {
  /** Number of the first row to check, from 1; 1 unless given. Rows before it are taken as they are. */
  readonly from?: number;
  /** Rows to check at most; all up to the end unless given. The end itself is checked when it is reached. */
  readonly rows?: number;
  /** Anchors whose signatures have been checked: see `readAnchors`. */
  readonly anchors?: readonly AuditAnchor[];
}

/** What was checked and found. */
export interface AuditVerification {
  /** Whether nothing wrong was found. */
  readonly holds: boolean;
  readonly from: number;
  /**
   * Number of the last row to check: of the last one when the check began, 0 when there was none, or before it when only
   * so many rows were asked for. Rows added since are not looked at.
   */
  readonly to: number;
  /** Number of the row after it, where to go on; null when the end was reached. */
  readonly next: number | null;
  /** Rows that were read and found to hold. */
  readonly checked: number;
  readonly finding: AuditFinding | null;
  /** The last row that was found to hold. */
  readonly head: { readonly sequence: number; readonly hash: string; readonly time: string } | null;
  /**
   * The row up to which an anchor proves that no row is missing and none was computed anew; null when no anchor does.
   * Rows after it fit each other, which they would also do if the end had been cut off or all hashes computed anew.
   */
  readonly provenTo: number | null;
}

/**
 * Reads the audit trail from row `from` to its end, computes every hash anew and compares it with the stored one, the
 * row before, the note of the end and the anchors. Holds a few thousand rows at a time, however many there are.
 *
 * Nothing is locked: the trail may grow meanwhile.
 */
export async function verifyAudit(
  database: QueryExecutorProvider,
  options: AuditVerifyOptions = {},
): Promise<AuditVerification> {
  const from = options.from ?? 1;
  const end = await readAuditEnd(database);
  const to = Math.min(end.last, from + (options.rows ?? end.last) - 1);
  const reachesEnd = to === end.last || from > end.last;
  const anchors = (options.anchors ?? []).filter(({ sequence }) => sequence >= from && (reachesEnd || sequence <= to));
  const chain = await AuditChain.startingAt(database, from, anchors);
  let finding = chain.startFinding;
  if (finding === null) {
    for await (const window of readAuditRows(database, from, to)) {
      finding = await chain.follow(window);
      if (finding !== null) break;
    }
  }
  if (reachesEnd) finding ??= await checkAuditEnd(database, end, chain, anchors);
  const { head, checked, provenTo } = chain;
  const next = reachesEnd ? null : to + 1;
  return { holds: finding === null, from, to: reachesEnd ? end.last : to, next, checked, finding, head, provenTo };
}
