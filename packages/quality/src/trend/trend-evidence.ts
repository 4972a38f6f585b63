import {
  type CorrectedMannKendall,
  levelOfLook,
  mannKendallHamedRao,
  type ProjectedCrossing,
  pAfterLooks,
  projectedCrossing,
  type Segment,
  type SenSlope,
  segmentsBetween,
  senSlope,
  type TrendThreshold,
} from "@touchstone/statistics";

/** A segment with fewer values is not evaluable: the power of a test for a trend is next to nothing. */
export const MINIMUM_TREND_VALUES = 8;

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

/** What a decline is judged by: the trend of a series since its last change event. */
export interface TrendEvidence {
  /** 0-based places of the segment in the series: from `start` to before `end`. */
  readonly segment: Segment;
  /** Mann-Kendall test, its variance corrected by max(1, Hamed-Rao). */
  readonly test: CorrectedMannKendall;
  readonly look: number;
  /** What the two-sided p of this look must stay below. */
  readonly levelOfLook: number;
  /** Two-sided p after correction for all looks so far. */
  readonly pAfterLooks: number;
  readonly sen: SenSlope;
  /** Position of the segment's last value: from here is projected; null without a value. */
  readonly now: number | null;
  readonly crossing: ProjectedCrossing | null;
}

/**
 * Tests the segment since the last change event for a trend.
 *
 * @param values in order; null where a run has none.
 * @param positions times or numbers of the runs, not decreasing.
 * @param changes 0-based places of the first values after a change.
 * @throws StatisticsError for values, positions or settings that are none.
 */
export function trendEvidence(
  values: readonly (number | null)[],
  positions: readonly number[],
  changes: readonly number[],
  question: TrendQuestion,
): TrendEvidence {
  const { threshold, alpha = 0.05, level = 0.95 } = question;
  const segment = segmentsBetween(values.length, changes).at(-1) ?? { start: 0, end: 0 };
  const part = values.slice(segment.start, segment.end);
  const times = positions.slice(segment.start, segment.end);
  const test = mannKendallHamedRao(part, { times });
  const look = question.look ?? Math.max(1, test.n - MINIMUM_TREND_VALUES + 1);
  const sen = senSlope(part, { times, level });
  const now = times[part.findLastIndex((value) => value !== null)] ?? null;
  return {
    segment,
    test,
    look,
    levelOfLook: levelOfLook(alpha, look),
    pAfterLooks: pAfterLooks(test.p?.twoSided ?? 1, look),
    sen,
    now,
    crossing: threshold === null || now === null ? null : projectedCrossing(sen, threshold, now),
  };
}
