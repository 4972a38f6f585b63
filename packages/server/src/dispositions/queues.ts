import { type RawBuilder, sql } from "kysely";

/** Runs by what a person may have to do about their disposition. */
export const dispositionQueues = [
  "to sign",
  "second signature",
  "questioned",
  "not judged",
  "held",
  "decided",
] as const;

/** One of these. */
export type DispositionQueue = (typeof dispositionQueues)[number];

/** From what lets most happen to what lets least, as `isMoreLenient` has it. */
const BY_STRICTNESS = sql`array['released', 'held', 'repeat', 'rejected']`;

/** Whether policy proposes something stricter for a released `run` than when its `decision` was signed. */
export const QUESTIONED: RawBuilder<boolean> = sql`(
  run.disposition = 'released' and run.proposed_disposition <> 'released'
  and array_position(${BY_STRICTNESS}, run.proposed_disposition) > array_position(${BY_STRICTNESS}, decision.proposed)
)`;

const isUndecided = sql`run.disposition_decision_id is null and not run.is_imported`;

/** Whether nobody has signed what policy proposes for a `run`, not even the first of two people. */
export const IS_TO_SIGN: RawBuilder<boolean> = sql`(
  ${isUndecided} and run.proposed_disposition is not null
  and run.id not in (select run_id from disposition_decision where status = 'pending')
)`;

/** Whether a `run` has finished and nothing of it was judged. */
export const IS_NOT_JUDGED: RawBuilder<boolean> = sql`(
  ${isUndecided} and run.proposed_disposition is null and run.status in ('succeeded', 'failed', 'cancelled')
)`;

/** The condition on a `run` of each queue. */
export const queueConditions: Readonly<Record<DispositionQueue, RawBuilder<boolean>>> = {
  "to sign": IS_TO_SIGN,
  "second signature": sql`run.id in (select run_id from disposition_decision where status = 'pending')`,
  questioned: sql`(
    run.disposition = 'released' and run.proposed_disposition <> 'released' and exists (
      select from disposition_decision as decision where decision.id = run.disposition_decision_id and ${QUESTIONED}
    )
  )`,
  "not judged": IS_NOT_JUDGED,
  held: sql`(run.disposition = 'held' and run.disposition_decision_id is not null)`,
  decided: sql`run.disposition_decision_id is not null`,
};
