import { verifyAudit } from "@touchstone/store";
import type { ServerContext } from "../context.ts";
import type { AuditVerificationAnswer } from "./schema.ts";

/** Checks a part of the audit trail, with the anchors that this server knows. */
export async function verifyTrail(
  { database, anchoring }: ServerContext,
  { from, rows }: { readonly from: number; readonly rows: number },
): Promise<AuditVerificationAnswer> {
  const reading = (await anchoring?.read()) ?? null;
  const verification = await verifyAudit(database.kysely, { from, rows, anchors: reading?.anchors ?? [] });
  const { head, finding } = verification;
  // A line that a crash cut off is no forgery; one that somebody else signed is.
  const forged = reading?.rejected.filter(({ reason }) => reason !== "no anchor") ?? [];
  return {
    ...verification,
    holds: verification.holds && forged.length === 0,
    finding: finding === null ? null : { ...finding },
    head: head === null ? null : { sequence: head.sequence, hash: head.hash, time: head.time },
    anchors: reading === null ? null : { read: reading.anchors.length, rejected: reading.rejected.length },
  };
}
