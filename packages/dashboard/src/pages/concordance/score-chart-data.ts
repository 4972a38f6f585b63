import type { ChartEvent, TrendData } from "@touchstone/charts";
import { recordedEvent } from "@touchstone/report/chart-data";
import type { ScoreChart } from "./records.ts";

/** A score of a chart. */
export type ScoreOfChart = ScoreChart["scores"][number];

/** How scores are called on screens. */
export const SCORE_NAMES: Readonly<Record<ScoreOfChart["score"], string>> = {
  precision: "Precision",
  recall: "Recall",
  f1: "F1",
};

/**
 * One score by run as `trendChart` draws it. All numbers are the server's; the line of the trend is left out where the trend
 * is not evaluable, and its crossing unless it is a decline: a line that says nothing is not projected.
 */
export function scoreTrendData(chart: ScoreChart, { score, threshold, trend }: ScoreOfChart, what: string): TrendData {
  const isEvaluable = trend !== null && trend.verdict.state !== "not evaluable";
  const crossing = trend?.verdict.state === "decline" ? trend.crossing : null;
  const sen = trend?.sen ?? null;
  return {
    title: `${SCORE_NAMES[score]} of ${what}`,
    analyte: `${what} by run`,
    unit: score === "f1" ? "F1" : score,
    points: chart.points.map((point) => {
      const { value, low, high } = point[score];
      return {
        run: point.run.name,
        time: point.time,
        sample: point.sample?.name ?? null,
        value,
        interval: low === null || high === null ? null : [low, high],
      };
    }),
    events: [...chart.events.map(recordedEvent), ...versionChanges(chart)],
    segments: !isEvaluable
      ? []
      : [
          {
            from: trend.from,
            to: trend.to,
            n: trend.n,
            p: trend.mannKendall.p,
            reason: trend.mannKendall.reason,
            sen: sen && {
              slope: sen.slopePerDay,
              slopeInterval: sen.low === null || sen.high === null ? null : [sen.low, sen.high],
              intercept: sen.intercept,
            },
          },
        ],
    // The server tests the series of the latest point.
    segmentsOf: chart.points.at(-1)?.sample?.name ?? null,
    level: 0.95,
    threshold: threshold && { value: threshold.minimum, label: `threshold ${threshold.minimum}` },
    crossing:
      crossing === null || crossing.days === null
        ? null
        : { x: crossing.days, interval: [crossing.earliestDays, crossing.latestDays] },
    xAxis: "date",
  };
}

/** The first run of each version after another, unless somebody recorded the change between the two. */
function versionChanges({ points, events }: ScoreChart): ChartEvent[] {
  return points.flatMap((point, place) => {
    const before = points[place - 1];
    if (before === undefined || before.pipelineVersion?.id === point.pipelineVersion?.id) return [];
    const isRecorded = events.some(({ kind, time }) => {
      return kind === "pipeline version" && time >= before.time && time <= point.time;
    });
    if (isRecorded) return [];
    const { pipelineVersion } = point;
    const label =
      pipelineVersion === null ? "no version named" : `${pipelineVersion.pipeline} ${pipelineVersion.version}`;
    return [{ run: point.run.name, label, kind: "version" as const }];
  });
}

/** The trend of a score in a sentence, as the server judged it. */
export function trendSentence({ trend, threshold }: ScoreOfChart): string {
  if (trend === null) return "No run has a value to test for a trend.";
  const { verdict, n, from, crossing } = trend;
  const tested = `${n} ${n === 1 ? "run" : "runs"} since ${from}`;
  const met = crossing?.at == null ? "" : ` It meets the threshold on ${crossing.at.slice(0, 10)}.`;
  const judged = `${verdict.state === "not evaluable" ? "Trend not evaluable" : `Trend: ${verdict.state}`} (${tested}): ${verdict.reason}.`;
  const isWatched = threshold !== null && threshold.trendHorizonDays !== null;
  return `${judged}${verdict.state === "decline" ? met : ""}${isWatched ? "" : " No alert watches it."}`;
}
