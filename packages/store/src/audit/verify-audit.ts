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
  /** Anchors whose signatures have been checked: see `readAnchors`. */
  readonly anchors?: readonly AuditAnchor[];
}

/** What was checked and found. */
export interface AuditVerification {
  /** Whether nothing wrong was found. */
  readonly holds: boolean;
  readonly from: number;
  /** Number of the last row when the check began; 0 when there was none. Rows added since are not looked at. */
  readonly to: number;
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
  const anchors = (options.anchors ?? []).filter(({ sequence }) => sequence >= from);
  const chain = await AuditChain.startingAt(database, from, anchors);
  let finding = chain.startFinding;
  if (finding === null) {
    for await (const window of readAuditRows(database, from, end.last)) {
      finding = await chain.follow(window);
      if (finding !== null) break;
    }
  }
  finding ??= await checkAuditEnd(database, end, chain, anchors);
  const { head, checked, provenTo } = chain;
  return { holds: finding === null, from, to: end.last, checked, finding, head, provenTo };
}
