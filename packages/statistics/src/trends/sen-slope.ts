import { median } from "../descriptive/quantile.ts";
import { normalUpperQuantile } from "../distributions/normal.ts";
import { StatisticsError } from "../error.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireNoOverflow } from "../numbers.ts";
import { scoreTerm, tieGroupsOf } from "./kendall-score.ts";
import { selectPlaces } from "./quickselect.ts";
import { type ObservedSeries, observedSeries, type Series } from "./series.ts";

/** Slopes of more values would not fit into 2 GB. */
const MAXIMUM_VALUES = 20_000;

/** Settings of `senSlope`. */
export interface SenSlopeOptions {
  /** Time of each value, null ones included, not decreasing; positions 0, 1, 2, ... unless given. */
  readonly times?: Numbers;
  /** Confidence level; 0.95 unless given. */
  readonly level?: number;
  /**
   * What the interval is when the ranks of its ends lie outside of the slopes, as with four values and 95%: `undefined`
   * (null, as in R's trend package, the default) or `clamped` to the smallest and largest slope (scipy), which promises
   * more confidence than there is.
   */
  readonly beyondSlopes?: "undefined" | "clamped";
}

/** Sen's estimate of a trend. */
export interface SenSlope {
  /** Number of values that are not null. */
  readonly n: number;
  /** Number of slopes between two values at different times. */
  readonly slopes: number;
  /** Median slope, in units of the values per unit of time; null with a reason when there is none. */
  readonly slope: number | null;
  /** Confidence interval of the slope; null when the number of values allows none at this level. */
  readonly interval: Interval | null;
  readonly level: number;
  /** Median value less slope times median time (Conover 1980): value of the line at time 0. */
  readonly intercept: number | null;
  /** Median of value less slope times time: the other convention, scipy's `joint`. */
  readonly jointIntercept: number | null;
  /** Median time and median value: the point through which the line with `intercept` goes. */
  readonly centre: { readonly time: number; readonly value: number } | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Sen's slope: the median of the slopes between all pairs of values at different times (Sen 1968, JASA 63:1379). Its
 * interval lies between the slopes of the ranks round((N - C) / 2) and round((N + C) / 2) + 1 of N, with C the normal
 * quantile times the standard deviation of S, corrected for ties in values and times (Sen 1968, equation 2.6; Gilbert
 * 1987, section 16.5); halves round to even. Missing values leave gaps in time: the others keep their positions.
 *
 * Holds all n (n - 1) / 2 slopes, 8 bytes each: 100 MB for 5,000 values.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, also for slopes that exceed all numbers, TS_STATISTICS_LENGTH, or
 *   TS_STATISTICS_OUT_OF_RANGE for a level that is not between 0 and 1, times that go back, and more than 20,000 values.
 */
export function senSlope(values: Series, options: SenSlopeOptions = {}): SenSlope {
  const { times, level = 0.95, beyondSlopes = "undefined" } = options;
  if (!(level > 0 && level < 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `level is ${level}, not between 0 and 1`, {
      argument: "level",
    });
  }
  const observed = observedSeries(values, times);
  const n = observed.values.length;
  if (n > MAXIMUM_VALUES) {
    throw new StatisticsError(
      "TS_STATISTICS_OUT_OF_RANGE",
      `values has ${n} values; a slope needs memory for all pairs and takes at most ${MAXIMUM_VALUES}`,
      { argument: "values" },
    );
  }
  const slopes = pairwiseSlopes(observed);
  const none = { n, slopes: 0, slope: null, interval: null, level, intercept: null, jointIntercept: null };
  if (slopes.length === 0) return { ...none, centre: null, reason: "too few values" };
  const ranks = intervalRanks(observed, slopes.length, level, beyondSlopes);
  const middle = [Math.ceil(slopes.length / 2) - 1, Math.floor(slopes.length / 2)] as const;
  selectPlaces(
    slopes,
    [...new Set([...middle, ...(ranks ?? [])])].sort((a, b) => a - b),
  );
  const at = (place: number) => slopes[place] as number;
  const slope = (at(middle[0]) + at(middle[1])) / 2;
  const centre = { time: median(observed.times) ?? 0, value: median(observed.values) ?? 0 };
  return {
    n,
    slopes: slopes.length,
    slope,
    interval: ranks && [at(ranks[0]), at(ranks[1])],
    level,
    intercept: centre.value - slope * centre.time,
    jointIntercept: median(observed.values.map((value, index) => value - slope * (observed.times[index] as number))),
    centre,
    reason: null,
  };
}

function pairwiseSlopes({ values, times }: ObservedSeries): Float64Array {
  const n = values.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let count = 0;
  for (let i = 0; i < n; i++) {
    const value = values[i] as number;
    const time = times[i] as number;
    for (let j = i + 1; j < n; j++) {
      const elapsed = (times[j] as number) - time;
      if (elapsed > 0) slopes[count++] = requireNoOverflow(((values[j] as number) - value) / elapsed, "values");
    }
  }
  return slopes.subarray(0, count);
}

/** 0-based places of the interval's ends among the sorted slopes. */
function intervalRanks(
  { values, times }: ObservedSeries,
  slopes: number,
  level: number,
  beyondSlopes: "undefined" | "clamped",
): readonly [number, number] | null {
  const ties = [...tieGroupsOf(values.slice().sort()), ...tieGroupsOf(times)];
  const variance = (scoreTerm(values.length) - ties.reduce((sum, size) => sum + scoreTerm(size), 0)) / 18;
  const halfWidth = normalUpperQuantile((1 - level) / 2) * Math.sqrt(Math.max(0, variance));
  const low = roundHalfToEven((slopes - halfWidth) / 2) - 1;
  const high = roundHalfToEven((slopes + halfWidth) / 2);
  if (beyondSlopes === "clamped") return [Math.max(low, 0), Math.min(high, slopes - 1)];
  return low < 0 || high >= slopes ? null : [low, high];
}

function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
