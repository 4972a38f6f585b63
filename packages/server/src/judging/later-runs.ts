import { lookBackOf } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import type { Basis, BasisRecord } from "./basis.ts";
import { byRunOrder } from "./judged-run.ts";
import { controlsOf, type StoredPoint } from "./stored-point.ts";

/** A run that was judged before and may have to be judged again. */
export interface LaterRun {
  readonly id: string;
  readonly name: string;
  readonly time: Date;
  /** By what it was judged. */
  readonly basis: BasisRecord;
}

/** A part of the runs after one. */
export interface LaterRuns {
  /** In run order. */
  readonly runs: readonly LaterRun[];
  /** All runs until this moment are among these or those before them; null when there are no more. */
  readonly until: Date | null;
}

/** Which runs are wanted. */
export interface LaterRunsQuestion {
  readonly run: { readonly name: string; readonly time: Date };
  /** What has changed in it. */
  readonly changed: readonly StoredPoint[];
  /** Runs that were judged by one of these; the events that they knew may be any. */
  readonly bases: readonly Basis[];
  /** Until when runs were read before; null at first. */
  readonly after: Date | null;
  /** How many to read, with those that have the time of the last one. */
  readonly count: number;
}

/**
 * By what other runs at or after the time of one were judged, each basis once, with one of the numbers of change events that
 * go with it: events only ever start windows anew.
 */
export async function basesOfLaterRuns(
  kysely: Kysely<Tables>,
  run: { readonly id: string; readonly time: Date },
): Promise<BasisRecord[]> {
  const { rows } = await basesQuery(run).execute(kysely);
  return rows;
}

/** The query of these. */
export function basesQuery({ id, time }: { readonly id: string; readonly time: Date }) {
  return sql<BasisRecord>`
    select rule_set_id as "ruleSetId", baseline_ids as "baselineIds", max(change_events_until) as "changeEventsUntil"
    from run
    join verdict on verdict.run_id = run.id and verdict.superseded_at is null and verdict.baseline_ids is not null
    where run.performed_at >= ${time.toISOString()}::timestamptz and run.id <> ${id}
    group by rule_set_id, baseline_ids
  `;
}

/**
 * The next judged runs after one whose verdicts a change of it may reach: those that measured a control which has changed,
 * or, by rules over all controls, its analyte.
 */
export async function readLaterRuns(kysely: Kysely<Tables>, question: LaterRunsQuestion): Promise<LaterRuns> {
  const { rows } = await laterRunsQuery(question).execute(kysely);
  const runs = rows.map(({ id, name, time, ...basis }) => ({ id, name, time, basis }));
  const until = rows.length < question.count ? null : (rows.at(-1)?.time ?? null);
  return { runs: runs.filter((one) => byRunOrder(one, question.run) > 0).sort(byRunOrder), until };
}

type LaterRow = Omit<LaterRun, "basis"> & BasisRecord;

/** The query of these. A run has the time of its measurements. */
export function laterRunsQuery({ run, changed, bases, after, count }: LaterRunsQuestion) {
  const controls = [...controlsOf(changed).values()];
  const listed = bases.map(({ ruleSetId, baselineIds, ruleSet }) => {
    return { ruleSetId, baselineIds, isOverAnalyte: lookBackOf(ruleSet) === "analyte" };
  });
  const moment = (after ?? run.time).toISOString();
  const isLater =
    after === null ? sql`run.performed_at >= ${moment}::timestamptz` : sql`run.performed_at > ${moment}::timestamptz`;
  // Whatever the statistics say, runs are looked at one after the other until there are enough.
  return sql<LaterRow>`
    select run.id, run.name, run.performed_at as time, judged."ruleSetId", judged."baselineIds", judged."changeEventsUntil"
    from run
    cross join lateral (
      select basis."ruleSetId", basis."baselineIds", verdict.change_events_until as "changeEventsUntil"
      from verdict
      join jsonb_to_recordset(${JSON.stringify(listed)}::jsonb)
        as basis ("ruleSetId" uuid, "baselineIds" uuid[], "isOverAnalyte" boolean)
        on basis."ruleSetId" = verdict.rule_set_id and basis."baselineIds" = verdict.baseline_ids
      where verdict.run_id = run.id and verdict.superseded_at is null and verdict.baseline_ids is not null
        and exists (
          select from measurement m
          where m.run_id = run.id and m.superseded_at is null and not m.is_imported
            and m.analyte = any(${[...new Set(controls.map(({ analyte }) => analyte))]}::text[])
            and (basis."isOverAnalyte" or (m.material_id, m.analyte) in (
              select * from unnest(
                ${controls.map(({ materialId }) => materialId)}::uuid[], ${controls.map(({ analyte }) => analyte)}::text[]
              )
            ))
        )
      limit 1
    ) judged
    where ${isLater}
    order by run.performed_at
    fetch first ${sql.lit(count)} rows with ties
  `;
}
