import { findRun } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import { currentDecisions, type DecisionRow } from "./queries.ts";
import { runRecord } from "./signed-record.ts";

/** Ends a decision that is pending (void) or in force (superseded). A void one is published as `run.disposition-void`. */
export async function endDecision(
  writing: Writing,
  { id, run_id: runId, status, disposition }: DecisionRow,
  end: "void" | "superseded",
  reason: string,
): Promise<void> {
  await writing.transaction
    .updateTable("disposition_decision")
    .set({ status: end, ended_at: writing.at, end_reason: reason })
    .where("id", "=", id)
    .execute();
  writing.record({
    action: `run.${end === "void" ? "void" : "supersede"} disposition`,
    subject: { kind: "run", id: runId },
    old: { decisionId: id, status },
    new: { decisionId: id, status: end },
    reason,
  });
  if (end === "superseded") return;
  const payload = { id: runId, decisionId: id, disposition, reason };
  writing.publish({ topic: "run.disposition-void", recordKind: "run", recordId: runId, payload });
}

/** Voids the decision about a run that waits for a second signature, when the record is no longer what was signed. */
export async function voidOutdatedDecision(writing: Writing, runId: string): Promise<void> {
  const { transaction } = writing;
  const { pending } = await currentDecisions(transaction, runId);
  if (pending === null) return;
  const { sha256 } = await runRecord(transaction, await findRun(transaction, runId));
  if (sha256 !== pending.record_sha256) await endDecision(writing, pending, "void", "The record has changed.");
}
