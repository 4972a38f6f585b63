import { judgeDecline, type TrendQuestion, trendEvidence } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { momentOutOrNull } from "../http/field-schemas.ts";
import { type RoutineThreshold, routineThresholds } from "../judging/routine-thresholds.ts";
import { type ScoreSegment, segmentOfScores, valuesOfSegment } from "../judging/score-segment.ts";
import { describeSeries, nameSeries, type ScoreSeries } from "../judging/score-series.ts";
import { daysOfSegment, looksAtSegment } from "../judging/score-trend.ts";
import { type ScoreChart, type ScoreChartQuery, type ScoreTrend, scoreNames } from "./score-chart-schema.ts";
import type { ScorePointRow } from "./score-points.ts";

const MILLISECONDS_PER_DAY = 86_400_000;
/** Answers write no later moments. */
const LAST_MOMENT = Date.UTC(9999, 11, 31);

/**
 * The thresholds in force, and the trend of each score over the runs that the last one is held against, tested as the
 * judging of runs tests them.
 *
 * @param last the latest run of the chart; null for older ones, of which no trend is told.
 */
export async function scoreTrends(
  kysely: Kysely<Tables>,
  query: ScoreChartQuery,
  last: ScorePointRow | null,
): Promise<Pick<ScoreChart, "scores" | "series">> {
  const { assayId, truthSetId, format, variantType, stratum } = query;
  const thresholds = await routineThresholds(kysely, assayId);
  const thresholdOf = (score: string) =>
    thresholds.find((one) => one.score === score && one.variant_type === variantType && one.stratum === stratum) ??
    null;
  if (last === null) {
    return {
      scores: scoreNames.map((score) => ({ score, ...toThreshold(thresholdOf(score)), trend: null })),
      series: null,
    };
  }
  const { pipeline_version_id: pipelineVersionId, instrument_id: instrumentId, sample_id: sampleId } = last;
  const series: ScoreSeries = { assayId, truthSetId, pipelineVersionId, instrumentId, sampleId, format };
  const names = await nameSeries(kysely, series);
  const segment = await segmentOfScores(kysely, series, names);
  const scores: ScoreChart["scores"] = [];
  for (const score of scoreNames) {
    const threshold = thresholdOf(score);
    const values = await valuesOfSegment(kysely, segment, series, { score, variant_type: variantType, stratum });
    scores.push({ score, ...toThreshold(threshold), trend: trendOf(segment, values, threshold) });
  }
  return { scores, series: describeSeries(names, series) };
}

function toThreshold(threshold: RoutineThreshold | null): Pick<ScoreChart["scores"][number], "threshold"> {
  if (threshold === null) return { threshold: null };
  const { id, minimum, version, trend_horizon_days: trendHorizonDays } = threshold;
  return { threshold: { id, minimum, version, trendHorizonDays } };
}

function trendOf(
  segment: ScoreSegment,
  values: readonly (number | null)[],
  threshold: RoutineThreshold | null,
): ScoreTrend | null {
  const [first, last] = [segment.runs[0], segment.runs.at(-1)];
  if (first === undefined || last === undefined || values.every((value) => value === null)) return null;
  const question: TrendQuestion = {
    threshold: threshold === null ? null : { value: threshold.minimum, badSide: "below" },
    horizon: threshold?.trend_horizon_days ?? null,
    look: looksAtSegment(segment, values),
  };
  const evidence = trendEvidence(values, daysOfSegment(segment), [], question);
  const { test, sen, crossing, levelOfLook } = evidence;
  const days = crossing?.time ?? null;
  return {
    from: first.name,
    to: last.name,
    since: momentOutOrNull(segment.since),
    n: test.n,
    mannKendall: { s: test.s, p: test.p?.twoSided ?? null, levelOfLook, reason: test.reason },
    sen:
      sen.slope === null || sen.intercept === null
        ? null
        : {
            slopePerDay: sen.slope,
            low: sen.interval?.[0] ?? null,
            high: sen.interval?.[1] ?? null,
            level: sen.level,
            intercept: sen.intercept,
          },
    crossing: crossing && {
      state: crossing.state,
      days,
      earliestDays: crossing.earliest,
      latestDays: crossing.latest,
      at: days === null ? null : momentAfter(first.time, days),
    },
    verdict: judgeDecline(evidence, question),
  };
}

function momentAfter(start: Date, days: number): string | null {
  const moment = start.getTime() + days * MILLISECONDS_PER_DAY;
  return moment <= LAST_MOMENT ? new Date(moment).toISOString() : null;
}
