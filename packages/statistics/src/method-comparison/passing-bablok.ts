import { median } from "../descriptive/quantile.ts";
import { normalUpperQuantile } from "../distributions/normal.ts";
import { requireOpenProbability } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireSameLength } from "../numbers.ts";
import { selectPlaces } from "../trends/quickselect.ts";
import { type LinearityTest, linearityTest } from "./linearity-test.ts";

/** Straight line between two methods without assumptions about the errors' distribution. */
export interface PassingBablokRegression {
  readonly n: number;
  /** Slopes between two points that took part: all but those of identical points and those of exactly -1. */
  readonly slopes: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly slopeInterval: Interval | null;
  readonly interceptInterval: Interval | null;
  /** Whether a straight line fits at all; null where there is no line. */
  readonly linearity: LinearityTest | null;
  readonly reason: UndefinedReason | null;
}

/** The number of slopes grows with the square of the pairs: 12.5 million, 100 MB, for these. */
export const MOST_PAIRS = 5000;

/**
 * Passing-Bablok regression y = intercept + slope x (Passing & Bablok 1983, J Clin Chem Clin Biochem 21:709): the median
 * of the slopes between all points, shifted by the number of slopes below -1 so that exchanging the methods inverts it;
 * the intercept is the median of y - slope x. Intervals by the normal approximation of Kendall's score. For two positively
 * correlated methods.
 *
 * The slope is null where the shifted median would be a vertical line, and the interval where its ranks lie outside of the
 * slopes or on a vertical line.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for more than 5,000
 *   pairs or a bad level.
 */
export function passingBablok(
  x: Numbers,
  y: Numbers,
  options: { readonly level?: number } = {},
): PassingBablokRegression {
  const { level = 0.95 } = options;
  requireSameLength(x, y, "x", "y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  requireOpenProbability(level, "level");
  const n = x.length;
  if (n > MOST_PAIRS) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${n} pairs; Passing-Bablok takes up to ${MOST_PAIRS}`, {
      argument: "x",
    });
  }
  if (n < 2) return { ...nothing, n, slopes: 0, reason: n === 0 ? "no data" : "too few values" };
  const slopes = slopesBetweenPoints(x, y);
  const count = slopes.values.length;
  const { slope, slopeInterval } = shiftedRanks(slopes, n, level);
  if (slope === null) return { ...nothing, n, slopes: count, reason: "no variation between subjects" };
  const intercept = medianIntercept(x, y, slope);
  return {
    n,
    slopes: count,
    slope,
    intercept,
    slopeInterval,
    interceptInterval:
      slopeInterval === null
        ? null
        : orderedInterval(medianIntercept(x, y, slopeInterval[1]), medianIntercept(x, y, slopeInterval[0])),
    linearity: linearityTest(x, y, slope, intercept),
    reason: slopeInterval === null ? "too few values" : null,
  };
}

interface Slopes {
  /** In no order; those of vertical lines are infinite with the sign of the step in y. */
  readonly values: Float64Array;
  /** How many are below -1: the places by which all ranks are moved up. */
  readonly offset: number;
}

function slopesBetweenPoints(x: Numbers, y: Numbers): Slopes {
  const n = x.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  let offset = 0;
  for (let first = 0; first < n; first++) {
    for (let second = first + 1; second < n; second++) {
      const dx = x[second] - x[first];
      const dy = y[second] - y[first];
      // Decimal fractions do not cancel to 0 exactly.
      const rounding =
        Number.EPSILON * (Math.abs(x[first]) + Math.abs(x[second]) + Math.abs(y[first]) + Math.abs(y[second]));
      if (Math.abs(dx + dy) <= rounding) continue;
      const slope = dx === 0 ? Math.sign(dy) * Number.POSITIVE_INFINITY : dy / dx;
      if (slope < -1) offset++;
      slopes[count++] = slope;
    }
  }
  return { values: slopes.subarray(0, count), offset };
}

/**
 * Shifted median, the mean of the middle two of an even number, and the slopes at the ranks (N - C) / 2 and
 * N - (N - C) / 2 + 1 with C = z sqrt(n (n - 1)(2n + 5) / 18).
 */
function shiftedRanks(
  { values, offset }: Slopes,
  n: number,
  level: number,
): { readonly slope: number | null; readonly slopeInterval: Interval | null } {
  const count = values.length;
  const reach = normalUpperQuantile((1 - level) / 2) * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const lowRank = Math.round((count - reach) / 2);
  const wanted = [lowRank, Math.ceil(count / 2), Math.floor(count / 2) + 1, count - lowRank + 1];
  const places = wanted.map((rank) => rank + offset - 1);
  const inside = places.filter((place) => place >= 0 && place < count);
  selectPlaces(
    values,
    inside.sort((one, other) => one - other),
  );
  // A place outside of the slopes has none: undefined, which is not finite either.
  const [low, middleLow, middleHigh, high] = places.map((place) => values[place]);
  return {
    slope: Number.isFinite(middleLow) && Number.isFinite(middleHigh) ? middleLow / 2 + middleHigh / 2 : null,
    slopeInterval: lowRank >= 1 && Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null,
  };
}

function medianIntercept(x: Numbers, y: Numbers, slope: number): number {
  return median(Float64Array.from(x, (value, index) => y[index] - slope * value)) ?? 0;
}

/** With negative x the larger slope has the larger intercept. */
function orderedInterval(first: number, second: number): Interval {
  return first <= second ? [first, second] : [second, first];
}

const nothing = {
  slope: null,
  intercept: null,
  slopeInterval: null,
  interceptInterval: null,
  linearity: null,
} as const;
