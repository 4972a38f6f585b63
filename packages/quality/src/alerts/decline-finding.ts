import type { TrendThreshold } from "@touchstone/statistics";
import { QualityError } from "../error.ts";
import { judgeDecline } from "../trend/judge-decline.ts";
import { type TrendEvidence, type TrendQuestion, trendEvidence } from "../trend/trend-evidence.ts";
import type { TrendPoint } from "../trend/trend-series.ts";
import { shown } from "../verdict/sentence.ts";
import type { AlertEvidence, AlertFinding } from "./alert.ts";

type DeclineEvidence = Extract<AlertEvidence, { type: "decline" }>;

/** What a predictive alert asks of a series: without threshold and horizon there is nothing to predict. */
export interface DeclineQuestion extends TrendQuestion {
  readonly threshold: TrendThreshold;
  readonly horizon: number;
}

/** A series of scores or measurements, over runs with a moment each. */
export interface WatchedSeries {
  readonly assay: string;
  /** What is watched, such as "f1 of INDEL". */
  readonly series: string;
  /** Of the positions. */
  readonly unit: "day" | "run";
  readonly points: readonly (Pick<TrendPoint, "run" | "value" | "event"> & { readonly time: string })[];
  /** Days or runs since the first point, not decreasing. */
  readonly positions: readonly number[];
}

/**
 * What a series raises a predictive alert for: a decline since the last change event (`judgeDecline` says what one is).
 * Null when there is none, or the segment is too short to tell. The segment is the cause: as long as nothing is changed,
 * further runs of one decline are occurrences of one alert, and after a change another decline is another alert.
 *
 * @throws QualityError TS_DEFINITION_INVALID for a horizon below 0; StatisticsError as `trendEvidence`.
 */
export function declineFinding(watched: WatchedSeries, question: DeclineQuestion): AlertFinding | null {
  const { assay, series, points, positions } = watched;
  if (!(question.horizon >= 0)) {
    const message = `the horizon of ${series} is ${question.horizon}, no time ahead`;
    throw new QualityError("TS_DEFINITION_INVALID", message, { field: "horizon" });
  }
  const changes = points.flatMap(({ event }, place) => (event === null ? [] : [place]));
  const values = points.map(({ value }) => value);
  const evidence = trendEvidence(values, positions, changes, question);
  const verdict = judgeDecline(evidence, question);
  const last = points.findLast(({ value }, place) => value !== null && place >= evidence.segment.start);
  if (verdict.state !== "decline" || last === undefined) return null;
  const first = points[evidence.segment.start];
  const found = declineEvidence(evidence, question, last.run, watched.unit);
  return {
    kind: "predictive",
    cause: JSON.stringify(["decline", assay, series, first.run]),
    subject: `${series}, ${assay}`,
    occurrence: { key: last.run, time: last.time, sentence: describe(series, first.run, found), evidence: found },
  };
}

function declineEvidence(
  { test, look, levelOfLook, pAfterLooks, sen, now, crossing }: TrendEvidence,
  { threshold, horizon }: DeclineQuestion,
  run: string,
  unit: WatchedSeries["unit"],
): DeclineEvidence {
  const ahead = (time: number | null | undefined) => (time == null || now === null ? null : time - now);
  return {
    type: "decline",
    run,
    n: test.n,
    s: test.s,
    // A decline was judged by this p, so that there is one.
    p: test.p?.twoSided as number,
    varianceFactor: test.varianceFactor,
    look,
    levelOfLook,
    pAfterLooks,
    slope: sen.slope,
    slopeInterval: sen.interval === null ? null : [...sen.interval],
    unit,
    threshold: { ...threshold },
    crossing: {
      state: crossing?.state === "crossed" ? "crossed" : "ahead",
      ahead: ahead(crossing?.time),
      earliestAhead: ahead(crossing?.earliest),
      latestAhead: ahead(crossing?.latest),
    },
    horizon,
  };
}

function describe(series: string, since: string, evidence: DeclineEvidence): string {
  const { n, p, levelOfLook, slope, slopeInterval, unit, threshold, crossing } = evidence;
  const interval = slopeInterval === null ? "" : ` (interval ${slopeInterval.map((end) => shown(end)).join(" to ")})`;
  const reach =
    crossing?.ahead == null
      ? `is beyond the threshold, ${threshold?.value}, already`
      : `reaches the threshold, ${threshold?.value}, in ${shown(crossing.ahead)} ${unit}s`;
  return (
    `${series} declines since ${since}: Mann-Kendall p = ${shown(p)} with n = ${n} runs (below ${shown(levelOfLook)} at ` +
    `this look), slope ${shown(slope ?? 0)} per ${unit}${interval}; the line ${reach}.`
  );
}
