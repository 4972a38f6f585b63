import { type Disposition, type DispositionProposal, proposeDisposition, worstVerdict } from "@touchstone/quality";
import type { RunTable } from "@touchstone/store";
import type { Selectable } from "kysely";
import { notFound } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { voidOutdatedDecision } from "./end-decision.ts";
import { judgedStatesOf } from "./judged-states.ts";
import { isMoreLenient, strictest } from "./leniency.ts";
import { policiesOfRun } from "./policies-of-run.ts";

type RunRow = Selectable<RunTable>;

/**
 * Proposes anew what may become of a run's results, from all its verdicts in force and the policies of the rule sets that
 * judged it. Only a run that succeeded, of which something was judged, is ever proposed for release. What was signed
 * stays, and a decision that waits for a second signature under
 * another version of the record is void; a proposal that becomes stricter than that of a released run is published as `run.release-questioned`, any
 * changed one as `run.disposition-proposed`.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function proposeRunDisposition(writing: Writing, runId: string): Promise<void> {
  const { transaction } = writing;
  const run = await transaction.selectFrom("run").selectAll().where("id", "=", runId).executeTakeFirst();
  if (run === undefined) throw notFound("run", runId);
  await proposeAnew(writing, run);
  await voidOutdatedDecision(writing, runId);
}

async function proposeAnew(writing: Writing, run: RunRow): Promise<void> {
  const { transaction } = writing;
  const runId = run.id;
  const { disposition, reasons } = await proposalFor(writing, run);
  const old = run.proposed_disposition;
  const isSame = old === disposition && sameTexts(run.proposal_reasons ?? [], reasons);
  if (isSame) return;
  await transaction
    .updateTable("run")
    .set({ proposed_disposition: disposition, proposal_reasons: [...reasons], revision: run.revision + 1 })
    .where("id", "=", runId)
    .execute();
  writing.record({
    action: "run.propose disposition",
    subject: { kind: "run", id: runId },
    old: { proposedDisposition: old, proposalReasons: run.proposal_reasons },
    new: { proposedDisposition: disposition, proposalReasons: reasons },
  });
  const payload = {
    id: runId,
    name: run.name,
    disposition: run.disposition,
    proposedDisposition: disposition,
    reason: reasons[0] ?? null,
  };
  writing.publish({ topic: "run.disposition-proposed", recordKind: "run", recordId: runId, payload });
  if (questionsRelease(run, disposition)) {
    writing.publish({ topic: "run.release-questioned", recordKind: "run", recordId: runId, payload });
  }
}

async function proposalFor(writing: Writing, run: RunRow): Promise<DispositionProposal> {
  const { isJudged, states, concerns, ruleSetIds } = await judgedStatesOf(writing.transaction, run.id);
  const policies = await policiesOfRun(writing, run.assay_id, ruleSetIds);
  const proposals = policies.map((one) => proposeDisposition(worstVerdict(states), concerns, one));
  const isReleasable = isJudged && run.status === "succeeded";
  const disposition = strictest(
    isReleasable ? "released" : "held",
    ...proposals.map((proposal) => proposal.disposition),
  );
  const reasons = proposals[0]?.reasons ?? [];
  if (run.status === "succeeded") return { disposition, reasons };
  return { disposition, reasons: [`The run is ${run.status}: only one that succeeded is released.`, ...concerns] };
}

/** A release that was signed under a proposal which has become stricter needs somebody's attention. */
function questionsRelease(run: RunRow, proposed: Disposition): boolean {
  if (run.disposition !== "released") return false;
  return isMoreLenient(run.proposed_disposition ?? "held", proposed);
}

function sameTexts(first: readonly string[], second: readonly string[]): boolean {
  return first.length === second.length && first.every((text, place) => text === second[place]);
}
