import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { BasisRecord } from "./basis.ts";
import { byRunOrder } from "./judged-run.ts";

/** A run that was judged before and may have to be judged again. */
export interface LaterRun {
  readonly id: string;
  readonly name: string;
  readonly time: Date;
  /** By what it was judged. */
  readonly basis: BasisRecord;
}

/**
 * The judged runs after one, in run order, in which some of these analytes were measured: those whose verdicts a change of
 * it may reach.
 */
export async function laterRuns(
  kysely: Kysely<Tables>,
  run: { readonly id: string; readonly name: string; readonly time: Date },
  analytes: readonly string[],
): Promise<LaterRun[]> {
  if (analytes.length === 0) return [];
  const { rows } = await sql<LaterRow>`
    select run.id, run.name, later.time, verdict.rule_set_id as "ruleSetId", verdict.baseline_ids as "baselineIds",
      verdict.change_events_until as "changeEventsUntil"
    from (
      select run_id, min(measured_at) as time from measurement
      where measured_at >= ${run.time.toISOString()}::timestamptz and analyte = any(${analytes}::text[])
        and superseded_at is null and not is_imported and run_id <> ${run.id}
      group by run_id
    ) later
    join run on run.id = later.run_id
    join verdict on verdict.run_id = later.run_id and verdict.superseded_at is null and verdict.baseline_ids is not null
  `.execute(kysely);
  const later = rows.map(({ id, name, time, ...basis }) => ({ id, name, time, basis }));
  return later.filter((one) => byRunOrder(one, run) > 0).sort(byRunOrder);
}

type LaterRow = Omit<LaterRun, "basis"> & BasisRecord;
