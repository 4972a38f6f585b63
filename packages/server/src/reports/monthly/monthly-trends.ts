import { analyseTrend } from "@touchstone/quality";
import type { MonthlyPeriod, MonthlyTrend } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { momentOutOrNull } from "../../http/field-schemas.ts";
import { describeRecords } from "../../judging/judged-comparison.ts";
import { type RoutineThreshold, routineThresholds } from "../../judging/routine-thresholds.ts";
import { type ScoreSegment, segmentOfScores, valuesOfSegment } from "../../judging/score-segment.ts";
import { describeSeries, nameSeries, type ScoreSeries } from "../../judging/score-series.ts";
import { daysOfSegment, looksAtSegment } from "../../judging/score-trend.ts";

/** The trends of the scores with a threshold in force, of each series that had a comparison in the month. */
export async function trendsOfMonth(
  kysely: Kysely<Tables>,
  assayIds: readonly string[],
  period: MonthlyPeriod,
): Promise<MonthlyTrend[]> {
  const trends: MonthlyTrend[] = [];
  for (const series of await seriesOfMonth(kysely, assayIds, period)) {
    const names = await nameSeries(kysely, series);
    const segment = await segmentOfScores(kysely, series, names, { before: new Date(period.before) });
    for (const threshold of await routineThresholds(kysely, series.assayId)) {
      const values = await valuesOfSegment(kysely, segment, series, threshold);
      trends.push(trendOf(describeSeries(names, series), segment, values, threshold));
    }
  }
  return trends;
}

async function seriesOfMonth(
  kysely: Kysely<Tables>,
  assayIds: readonly string[],
  { from, before }: MonthlyPeriod,
): Promise<ScoreSeries[]> {
  const rows = await kysely
    .selectFrom("comparison")
    .select(["assay_id", "truth_set_id", "pipeline_version_id", "instrument_id", "sample_id", "format"])
    .distinct()
    .where("assay_id", "=", sql<string>`any(${assayIds}::uuid[])`)
    .where("run_performed_at", ">=", new Date(from))
    .where("run_performed_at", "<", new Date(before))
    .where("superseded_at", "is", null)
    .orderBy("assay_id")
    .orderBy("truth_set_id")
    .orderBy("pipeline_version_id")
    .orderBy("instrument_id")
    .orderBy("sample_id")
    .orderBy("format")
    .execute();
  return rows.map((row) => ({
    assayId: row.assay_id ?? "",
    truthSetId: row.truth_set_id,
    pipelineVersionId: row.pipeline_version_id,
    instrumentId: row.instrument_id,
    sampleId: row.sample_id,
    format: row.format,
  }));
}

/** As `watchTrends` tests it, whether or not the threshold has a horizon. */
function trendOf(
  described: string,
  segment: ScoreSegment,
  values: readonly (number | null)[],
  threshold: RoutineThreshold,
): MonthlyTrend {
  const { score, minimum, variant_type: variantType, stratum, trend_horizon_days: horizon } = threshold;
  const { test, levelOfLook, sen, crossing, verdict } = analyseTrend(values, daysOfSegment(segment), [], {
    threshold: { value: minimum, badSide: "below" },
    horizon,
    look: looksAtSegment(segment, values),
  });
  return {
    series: `${score} of ${describeRecords({ variantType, stratum })} ${described}`,
    score,
    minimum,
    horizonDays: horizon,
    since: momentOutOrNull(segment.since),
    points: segment.runs.map(({ name, time }, index) => {
      return { run: name, time: time.toISOString(), value: values[index] ?? null };
    }),
    n: test.n,
    p: test.p?.twoSided ?? null,
    levelOfLook,
    slope: sen.slope,
    slopeInterval: sen.interval === null ? null : [sen.interval[0], sen.interval[1]],
    intercept: sen.intercept,
    level: sen.level,
    crossing:
      crossing === null || crossing.state === "undefined"
        ? null
        : {
            isCrossed: crossing.state === "crossed",
            at: crossing.time,
            earliest: crossing.earliest,
            latest: crossing.latest,
          },
    state: verdict.state,
    reason: verdict.reason,
  };
}
