import type { RunVerdict } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { isOnWhole, madeBaseline, ONLY_MADE_BASELINE } from "../dispositions/judged-states.ts";
import { latestStudyQuery } from "../reproducibility/list-studies.ts";
import type { Control } from "./schema.ts";

/** What was judged last of an assay in one place: on an instrument, against a truth set. */
export interface LastJudged {
  readonly about: "controls" | "comparison" | "replicate study";
  /** Name of the assay. */
  readonly assay: string;
  readonly assayVersion: number;
  readonly runId: string;
  readonly run: string;
  readonly performedAt: Date;
  readonly comparisonId: string | null;
  readonly replicateStudyId: string | null;
  readonly truthSet: string | null;
  /** Whose calls were compared. */
  readonly sample: string | null;
  readonly instrument: string | null;
  /** Of a verdict on one measurement. */
  readonly control: Control | null;
  /** Whether the instrument or the truth set is out of use. */
  readonly isRetired: boolean;
  /** The one that outweighs the others on the same; null where all measurements made the baseline. */
  readonly verdictId: string | null;
  readonly state: RunVerdict["state"];
  readonly sentence: string;
}

/**
 * Of every assay in force, whichever version a run names: the last run on each instrument whose controls were judged, the
 * comparisons with each truth set of the last run on each instrument, of each of its samples, the last replicate study. Runs of the time before Touchstone are no part of it.
 */
export async function lastJudged(kysely: Kysely<Tables>): Promise<LastJudged[]> {
  const found: LastJudged[] = [];
  const controls = await lastControlsQuery().execute(kysely);
  const comparisons = await lastComparisonsQuery().execute(kysely);
  for (const rows of [controls.rows, comparisons.rows, await lastStudies(kysely)]) {
    const places = new Map<string, LastJudged[]>();
    for (const row of rows) {
      const key = JSON.stringify([row.assay, row.instrument, row.truthSet]);
      const known = places.get(key)?.[0];
      if (known?.runId === row.runId) places.get(key)?.push(row);
      else if (known === undefined || isLater(row, known)) places.set(key, [row]);
    }
    found.push(...[...places.values()].flat());
  }
  return found.map((row) => (row.verdictId === null ? { ...row, sentence: ONLY_MADE_BASELINE } : row));
}

function isLater(row: LastJudged, other: LastJudged): boolean {
  const difference = row.performedAt.getTime() - other.performedAt.getTime();
  return difference > 0 || (difference === 0 && row.runId > other.runId);
}

/** Every version of each assay in force. */
const versions = sql`
  assay as version join assay as in_force on in_force.name = version.name and in_force.status = 'approved'`;

/** Outweighs before outweighed; of one state the verdict on the whole says it best when all is well. */
const byWeight = sql`
  array_position(array['out of control', 'not evaluable', 'warning', 'in control'], verdict.state),
  ${isOnWhole} = (verdict.state <> 'in control'), verdict.judged_at, verdict.id`;

function columns(about: LastJudged["about"]): RawBuilder<unknown> {
  return sql`
    ${about}::text as about, version.name::text as assay, version.version as "assayVersion", last.run_id as "runId",
    last.run::text as run, last.performed_at as "performedAt",
    last.instrument::text as instrument, verdict.id as "verdictId",
    coalesce(verdict.state, 'not evaluable') as state, coalesce(verdict.sentence, '') as sentence`;
}

/** The query of the last judged controls on each instrument. Whether controls were judged, the verdict on the run says. */
export function lastControlsQuery(): RawBuilder<LastJudged> {
  const lastRun = (instrument: RawBuilder<unknown>) => sql`
    select run.id as run_id, run.name as run, run.performed_at from run
    cross join lateral (
      select from verdict
      where verdict.run_id = run.id and verdict.superseded_at is null and verdict.baseline_ids is not null limit 1
    ) judged
    where run.assay_id = version.id and run.instrument_id ${instrument} and run.proposed_disposition is not null
      and not run.is_imported
    order by run.performed_at desc, run.id desc limit 1`;
  return sql<LastJudged>`
    select ${columns("controls")}, null as "comparisonId", null as "replicateStudyId", null as "truthSet", null as sample,
      last.is_retired as "isRetired", case when measurement.id is not null then jsonb_build_object('material', material.name,
        'materialLot', material.lot, 'analyte', measurement.analyte, 'level', measurement.level) end as control
    from ${versions}
    cross join lateral (
      select last.*, instrument.name as instrument, instrument.retired_at is not null as is_retired
      from instrument cross join lateral (${lastRun(sql`= instrument.id`)}) last
      union all
      select last.*, null, false from (${lastRun(sql`is null`)}) last
    ) last
    left join lateral (
      select * from verdict
      where verdict.run_id = last.run_id and verdict.superseded_at is null and not ${madeBaseline}
        and (verdict.measurement_id is not null or ${isOnWhole})
      order by ${byWeight} limit 1
    ) verdict on true
    left join measurement on measurement.id = verdict.measurement_id
    left join material on material.id = measurement.material_id`;
}

/**
 * The query of the comparisons with each truth set of the last run on each instrument, whichever pipeline version made them:
 * a run has one of each sample, and the samples of earlier runs are no part of how things are.
 */
export function lastComparisonsQuery(): RawBuilder<LastJudged> {
  const lastRun = (instrument: RawBuilder<unknown>) => sql`
    select run.id as run_id, run.name as run, run.performed_at
    from comparison join run on run.id = comparison.run_id and not run.is_imported
    where comparison.assay_id = version.id and comparison.truth_set_id = truth_set.id
      and comparison.instrument_id ${instrument} and comparison.superseded_at is null
    order by comparison.run_performed_at desc, run.id desc limit 1`;
  return sql<LastJudged>`
    select ${columns("comparison")}, comparison.id as "comparisonId", null as "replicateStudyId",
      truth_set.name || ' ' || truth_set.version as "truthSet", sample.name::text as sample,
      last.is_retired or truth_set.retired_at is not null as "isRetired", null as control
    from ${versions} cross join truth_set
    cross join lateral (
      select last.*, instrument.name as instrument, instrument.retired_at is not null as is_retired
      from instrument cross join lateral (${lastRun(sql`= instrument.id`)}) last
      union all
      select last.*, null, false from (${lastRun(sql`is null`)}) last
    ) last
    join comparison on comparison.run_id = last.run_id and comparison.truth_set_id = truth_set.id
      and comparison.superseded_at is null
    left join sample on sample.id = comparison.sample_id
    join lateral (
      select * from verdict where verdict.comparison_id = comparison.id and verdict.superseded_at is null
      order by ${byWeight} limit 1
    ) verdict on true`;
}

/** The last replicate study of each version. Each is sought by itself: together, all studies would be read for a version without any. */
async function lastStudies(kysely: Kysely<Tables>): Promise<LastJudged[]> {
  const { rows: ofAssays } = await sql<{ id: string }>`select version.id from ${versions}`.execute(kysely);
  const ids: string[] = [];
  for (const version of ofAssays) {
    const last = await latestStudyQuery(kysely, version.id).executeTakeFirst();
    if (last !== undefined) ids.push(last.id);
  }
  if (ids.length === 0) return [];
  const { rows } = await sql<LastJudged>`
    select ${columns("replicate study")}, null as "comparisonId", last.id as "replicateStudyId", null as "truthSet", null as sample,
      false as "isRetired", null as control
    from (
      select study.id, study.assay_id, run.id as run_id, run.name as run, study.performed_at, null as instrument
      from replicate_study as study join run on run.id = study.run_id and not run.is_imported
      where study.id = any(${ids}::uuid[])
    ) last
    join assay as version on version.id = last.assay_id
    join verdict on verdict.replicate_study_id = last.id and verdict.superseded_at is null`.execute(kysely);
  return rows;
}
