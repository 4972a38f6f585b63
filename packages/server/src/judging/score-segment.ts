import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { judgedFilters } from "../concordance/judged-filter.ts";
import { byRunOrder } from "./judged-run.ts";
import type { RoutineThreshold } from "./routine-thresholds.ts";
import type { NamedSeries, ScoreSeries } from "./score-series.ts";

/** Runs of a segment that are tested at most: slopes are taken between all pairs of them. */
const MOST_RUNS = 1000;

/** A run with a comparison. */
export interface SegmentRun {
  readonly id: string;
  readonly name: string;
  /** When it was performed. */
  readonly time: Date;
  readonly isImported: boolean;
  readonly comparisonId: string;
}

/** The runs of a series since something last changed, in run order. */
export interface ScoreSegment {
  /** When it changed; null where nothing ever did. It does not depend on which runs have come in. */
  readonly since: Date | null;
  /** The last ones. */
  readonly runs: readonly SegmentRun[];
  /** Older runs of the segment that are too many to be tested, and were looked at when they came in. */
  readonly runsBefore: number;
}

/**
 * The last segment of a series of scores: the runs at or after the last recorded change that concerns them (a lot,
 * service, a corrective action, a version). It depends on what is recorded alone, not on the order in which it came in.
 *
 * @param most runs that are read at most.
 * @param before which the runs were performed; null: all that there are.
 */
export async function segmentOfScores(
  kysely: Kysely<Tables>,
  series: ScoreSeries,
  names: Pick<NamedSeries, "material" | "pipeline">,
  { most = MOST_RUNS, before = null }: { readonly most?: number; readonly before?: Date | null } = {},
): Promise<ScoreSegment> {
  const [last] = await lastRunsQuery(kysely, series, { since: null, before }, 1).execute();
  if (last === undefined) return { since: null, runs: [], runsBefore: 0 };
  const { rows } = await lastChangeQuery(series, names, last.time).execute(kysely);
  const since = rows[0]?.time ?? null;
  const period = { since, before };
  const runs = await lastRunsQuery(kysely, series, period, most).execute();
  const runsBefore = runs.length < most ? 0 : (await countRuns(kysely, series, period)) - runs.length;
  return { since, runs: runs.sort(byRunOrder), runsBefore };
}

/** From a moment on, and before another one; null: without that bound. */
interface Period {
  readonly since: Date | null;
  readonly before: Date | null;
}

/** The query of the last runs of a series that were performed in a period. */
export function lastRunsQuery(kysely: Kysely<Tables>, series: ScoreSeries, period: Period, most: number) {
  return runsOfSeries(kysely, series, period)
    .innerJoin("run", "run.id", "comparison.run_id")
    .select([
      "run.id",
      "run.name",
      "comparison.run_performed_at as time",
      "run.is_imported as isImported",
      "comparison.id as comparisonId",
    ])
    .orderBy("comparison.run_performed_at", "desc")
    .orderBy(sql`run.name collate "C"`, "desc")
    .limit(most);
}

function runsOfSeries(kysely: Kysely<Tables>, series: ScoreSeries, { since, before }: Period) {
  const { assayId, truthSetId, pipelineVersionId, instrumentId, sampleId, format } = series;
  let rows = kysely
    .selectFrom("comparison")
    .where("comparison.assay_id", "=", assayId)
    .where("comparison.truth_set_id", "=", truthSetId)
    .where("comparison.pipeline_version_id", pipelineVersionId === null ? "is" : "=", pipelineVersionId)
    .where("comparison.instrument_id", instrumentId === null ? "is" : "=", instrumentId)
    .where("comparison.format", "=", format)
    .where("comparison.sample_id", sampleId === null ? "is" : "=", sampleId)
    .where("comparison.superseded_at", "is", null);
  if (since !== null) rows = rows.where("comparison.run_performed_at", ">=", since);
  if (before !== null) rows = rows.where("comparison.run_performed_at", "<", before);
  return rows;
}

async function countRuns(kysely: Kysely<Tables>, series: ScoreSeries, period: Period): Promise<number> {
  const { n } = await runsOfSeries(kysely, series, period)
    .select(sql<number>`count(*)::int`.as("n"))
    .executeTakeFirstOrThrow();
  return n;
}

/**
 * The query of when something last changed for a series, until a moment. What an event does not name it concerns whatever
 * it is: of its assay or of all, on its instrument, of its pipeline, in any lot of the material that the truth is of.
 */
export function lastChangeQuery(
  { assayId, instrumentId }: ScoreSeries,
  { material, pipeline }: Pick<NamedSeries, "material" | "pipeline">,
  until: Date,
) {
  const lastOf = (assay: ReturnType<typeof sql>) => sql`
    (
      select happened_at from change_event
      left join material on material.id = change_event.material_id
      left join pipeline_version on pipeline_version.id = change_event.pipeline_version_id
      where ${assay} and happened_at <= ${until.toISOString()}::timestamptz
        and (instrument_id is null or instrument_id = ${instrumentId})
        and (material_id is null or material.name = ${material})
        and (pipeline_version_id is null or pipeline = ${pipeline})
      order by happened_at desc limit 1
    )`;
  return sql<{ time: Date | null }>`
    select max(happened_at) as time from (
      ${lastOf(sql`assay_id = ${assayId}`)} union all ${lastOf(sql`assay_id is null`)}
    ) changes
  `;
}

/** The values of a score over the runs of a segment; null where a run has none. */
export async function valuesOfSegment(
  kysely: Kysely<Tables>,
  { runs }: ScoreSegment,
  { format }: Pick<ScoreSeries, "format">,
  { score, variant_type: variantType, stratum }: Pick<RoutineThreshold, "score" | "variant_type" | "stratum">,
): Promise<(number | null)[]> {
  const ids = runs.map(({ comparisonId }) => comparisonId);
  const rows = await kysely
    .selectFrom("comparison_stratum")
    .select(["comparison_id", `${score} as value`])
    .where("comparison_id", "=", sql<string>`any(${ids}::uuid[])`)
    .where("variant_type", "=", variantType)
    .where("subtype", "=", "*")
    .where("stratum", "=", stratum)
    .where("filter", "=", judgedFilters[format])
    .execute();
  const values = new Map(rows.map((row) => [row.comparison_id, row.value]));
  return ids.map((id) => values.get(id) ?? null);
}
