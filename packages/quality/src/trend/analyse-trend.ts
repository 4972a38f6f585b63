import {
  type CorrectedMannKendall,
  type CusumChangePoint,
  cusumChangePoint,
  levelOfLook,
  mannKendallHamedRao,
  type Pettitt,
  type ProjectedCrossing,
  pAfterLooks,
  pettitt,
  projectedCrossing,
  type SenSlope,
  segmentsBetween,
  senSlope,
  type TrendThreshold,
} from "@touchstone/statistics";
import { type DeclineVerdict, judgeDecline } from "./judge-decline.ts";
import { MINIMUM_VALUES } from "./minimum-values.ts";

/** What is asked of a series. */
export interface TrendQuestion {
  /** The limit, and on which side of it values are bad; a decline is a trend towards that side. Null: a fall is bad. */
  readonly threshold: TrendThreshold | null;
  /** How far ahead, in the unit of the positions, a crossing of the threshold counts; null: any. */
  readonly horizon: number | null;
  /** Probability of a false alert over all looks at a segment, both directions taken together; 0.05 unless given. */
  readonly alpha?: number;
  /** Confidence level of the slope's interval; 0.95 unless given. */
  readonly level?: number;
  /** Which look at this segment it is; by default one look was taken after each value from the eighth on. */
  readonly look?: number;
}

/** The trend of a series since the last change event. */
export interface TrendAnalysis {
  /** 0-based places of the segment in the series: from `start` to before `end`. */
  readonly segment: { readonly start: number; readonly end: number };
  /** Mann-Kendall test, its variance corrected by max(1, Hamed-Rao). */
  readonly test: CorrectedMannKendall;
  readonly look: number;
  /** What the two-sided p of this look must stay below. */
  readonly levelOfLook: number;
  /** Two-sided p after correction for all looks so far. */
  readonly pAfterLooks: number;
  readonly sen: SenSlope;
  /** Where the series may have changed without a recorded event. Places count from the segment's values that are there. */
  readonly changePoint: { readonly pettitt: Pettitt; readonly cusum: CusumChangePoint };
  /** Place in the series of the first value after Pettitt's change point; null when there is none. */
  readonly firstAfterChange: number | null;
  /** Position of the segment's last value: from here is projected; null without a value. */
  readonly now: number | null;
  readonly crossing: ProjectedCrossing | null;
  readonly verdict: DeclineVerdict;
}

/**
 * Tests the segment since the last change event for a trend, and judges whether it is a decline.
 *
 * @param values in order; null where a run has none.
 * @param positions times or numbers of the runs, not decreasing.
 * @param changes 0-based places of the first values after a change.
 * @throws StatisticsError for values, positions or settings that are none.
 */
export function analyseTrend(
  values: readonly (number | null)[],
  positions: readonly number[],
  changes: readonly number[],
  question: TrendQuestion,
): TrendAnalysis {
  const { threshold, alpha = 0.05, level = 0.95 } = question;
  const segment = segmentsBetween(values.length, changes).at(-1) ?? { start: 0, end: 0 };
  const part = values.slice(segment.start, segment.end);
  const times = positions.slice(segment.start, segment.end);
  const places = part.flatMap((value, index) => (value === null ? [] : [segment.start + index]));
  const observed = part.filter((value) => value !== null);
  const test = mannKendallHamedRao(part, { times });
  const look = question.look ?? Math.max(1, test.n - MINIMUM_VALUES + 1);
  const sen = senSlope(part, { times, level });
  const step = pettitt(observed);
  const now = positions[places.at(-1) ?? -1] ?? null;
  const crossing = threshold === null || now === null ? null : projectedCrossing(sen, threshold, now);
  const evidence = {
    segment,
    test,
    look,
    levelOfLook: levelOfLook(alpha, look),
    pAfterLooks: pAfterLooks(test.p?.twoSided ?? 1, look),
    sen,
    changePoint: { pettitt: step, cusum: cusumChangePoint(observed) },
    firstAfterChange: step.changeAfter === null ? null : (places[step.changeAfter] ?? null),
    now,
    crossing,
  };
  return { ...evidence, verdict: judgeDecline(evidence, question) };
}
