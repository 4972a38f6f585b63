import { MINIMUM_TREND_VALUES } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { segmentOfScores } from "../judging/score-segment.ts";
import type { ScoreSeries } from "../judging/score-series.ts";

/** Series of scores that go on, and whether they are long enough for a trend test; each counts once for each threshold. */
export interface WatchedSeries {
  readonly watched: number;
  readonly tooShort: number;
}

/** Thresholds for routine of an assay in force. */
export interface RoutineThresholds {
  readonly count: number;
  /** Those with a horizon, for which trends are looked for. */
  readonly withHorizon: number;
}

/** The thresholds for routine of every assay in force, by the assay's id. */
export async function routineThresholdCounts(kysely: Kysely<Tables>): Promise<Map<string, RoutineThresholds>> {
  const rows = await kysely
    .selectFrom("threshold")
    .select("assay_id")
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<number>`count(*) filter (where trend_horizon_days is not null)::int`.as("withHorizon"),
    ])
    .where("stage", "=", "routine")
    .where("status", "=", "approved")
    .groupBy("assay_id")
    .execute();
  return new Map(rows.map(({ assay_id: id, ...counts }) => [id, counts]));
}

interface SeriesRow extends ScoreSeries {
  readonly material: string | null;
  readonly pipeline: string | null;
}

/**
 * Counts the series that some comparisons belong to: those of which enough runs were performed since the last change.
 *
 * @param comparisonIds the last comparison of each series.
 * @param withHorizon thresholds that watch each of them.
 */
export async function countWatchedSeries(
  kysely: Kysely<Tables>,
  comparisonIds: readonly string[],
  withHorizon: number,
): Promise<WatchedSeries> {
  if (withHorizon === 0 || comparisonIds.length === 0) return { watched: 0, tooShort: 0 };
  const { rows } = await sql<SeriesRow>`
    select comparison.assay_id as "assayId", comparison.truth_set_id as "truthSetId",
      comparison.pipeline_version_id as "pipelineVersionId", comparison.instrument_id as "instrumentId",
      comparison.sample_id as "sampleId", comparison.format, material.name::text as material, pipeline_version.pipeline::text as pipeline
    from comparison
    join truth_set on truth_set.id = comparison.truth_set_id
    left join material on material.id = truth_set.material_id
    left join pipeline_version on pipeline_version.id = comparison.pipeline_version_id
    where comparison.id = any(${comparisonIds}::uuid[])`.execute(kysely);
  let long = 0;
  for (const series of rows) {
    const { runs } = await segmentOfScores(kysely, series, series, { most: MINIMUM_TREND_VALUES });
    if (runs.length >= MINIMUM_TREND_VALUES) long++;
  }
  return { watched: long * withHorizon, tooShort: (rows.length - long) * withHorizon };
}
