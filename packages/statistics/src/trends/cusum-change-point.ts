import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { mean } from "../descriptive/moments.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireRange } from "../numbers.ts";

/** Settings of `cusumChangePoint`. */
export interface CusumChangePointOptions {
  /** Random orders that the series is compared with; 9,999 unless given. */
  readonly permutations?: number;
  /** Seed of the random orders; 1 unless given. The same seed gives the same p. */
  readonly seed?: number;
}

/** The most likely change of the mean. */
export interface CusumChangePoint {
  readonly n: number;
  /** max |S_k|, in the unit of the values; 0 when all values are equal. */
  readonly statistic: number;
  /** Number of values before the change, the first of several; null when there is none. */
  readonly changeAfter: number | null;
  readonly meanBefore: number | null;
  readonly meanAfter: number | null;
  /** Permutation p-value, at least 1 / (permutations + 1). */
  readonly p: number;
  readonly permutations: number;
  readonly reason: UndefinedReason | null;
}

/** Sums of the same values in another order differ by rounding alone within this share. */
const ROUNDING = 1e-12;

/**
 * Change of the mean at an unknown point by the cumulative sum of deviations from the mean, S_k = sum over i <= k of
 * (x_i - mean) (Page 1955, Biometrika 42:523). Its largest size is compared with that of seeded random orders; p =
 * (1 + orders that reach it) / (1 + orders) (Davison & Hinkley 1997, Bootstrap Methods, chapter 4).
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, or TS_STATISTICS_OUT_OF_RANGE for fewer than one permutation.
 */
export function cusumChangePoint(values: Numbers, options: CusumChangePointOptions = {}): CusumChangePoint {
  const { permutations = 9999, seed = 1 } = options;
  requireFinite(values, "values");
  requireRange(permutations, 1, Number.MAX_SAFE_INTEGER, "permutations");
  const n = values.length;
  const average = mean(values) ?? 0;
  const deviations = Float64Array.from(values, (value) => value - average);
  const { largest: statistic, place } = largestSum(deviations);
  const scale = deviations.reduce((sum, deviation) => sum + Math.abs(deviation), 0);
  if (n < 2 || statistic <= ROUNDING * Math.abs(average) * n) {
    const none = { n, statistic: 0, changeAfter: null, meanBefore: null, meanAfter: null, p: 1, permutations };
    return { ...none, reason: n < 2 ? "too few values" : "no variation" };
  }
  const parts = Float64Array.from(values);
  const reached = statistic - ROUNDING * scale;
  return {
    n,
    statistic,
    changeAfter: place,
    meanBefore: mean(parts.subarray(0, place)),
    meanAfter: mean(parts.subarray(place)),
    p: (1 + countReaching(deviations, reached, permutations, seed)) / (1 + permutations),
    permutations,
    reason: null,
  };
}

/** Rearranges the deviations. */
function countReaching(deviations: Float64Array, reached: number, permutations: number, seed: number): number {
  const random = xoroshiro128plus(seed);
  let count = 0;
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let index = deviations.length - 1; index > 0; index--) {
      const other = uniformInt(random, 0, index);
      const moved = deviations[index] as number;
      deviations[index] = deviations[other] as number;
      deviations[other] = moved;
    }
    if (largestSum(deviations).largest >= reached) count++;
  }
  return count;
}

function largestSum(deviations: Float64Array): { readonly largest: number; readonly place: number } {
  let sum = 0;
  let largest = 0;
  let place = 0;
  for (let index = 0; index < deviations.length - 1; index++) {
    sum += deviations[index] as number;
    if (Math.abs(sum) > largest) {
      largest = Math.abs(sum);
      place = index + 1;
    }
  }
  return { largest, place };
}
