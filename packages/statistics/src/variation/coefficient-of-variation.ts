import { mean, standardDeviation } from "../descriptive/moments.ts";
import { requireCount } from "../distributions/requirements.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireRange } from "../numbers.ts";

/** Summary of replicate values, enough for a coefficient of variation. */
export interface Moments {
  readonly n: number;
  /** Without meaning for n = 0. */
  readonly mean: number;
  /** Divisor n - 1; without meaning, and may be null, for n < 2. */
  readonly sd: number | null;
}

export interface CoefficientOfVariationOptions {
  /**
   * Below this mean there is no coefficient, because it explodes as the mean goes to 0 (a VAF of 0.05, say); 0 unless
   * given, which excludes nothing but a mean of 0.
   */
  readonly meanFloor?: number;
}

/** Coefficient of variation of one variant. What is undefined is null, with the reason. */
export interface CoefficientOfVariation {
  readonly n: number;
  readonly mean: number | null;
  /** Divisor n - 1. */
  readonly sd: number | null;
  /** sd over the mean's absolute value; a fraction, not a percentage. */
  readonly cv: number | null;
  /** cv (1 + 1/4n), less biased with few normal values (Sokal & Rohlf 1981, Biometry). */
  readonly cvUnbiased: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Coefficient of variation of replicate values, for measurements on a ratio scale. Null for fewer than two values, for a
 * mean of 0 and for a mean below the floor; mean and standard deviation are then still given where they exist.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for a negative or infinite floor.
 */
export function coefficientOfVariation(
  values: Numbers,
  options: CoefficientOfVariationOptions = {},
): CoefficientOfVariation {
  const moments = { n: values.length, mean: mean(values) ?? 0, sd: standardDeviation(values) };
  return coefficientFromMoments(moments, options);
}

/**
 * The same from a summary, for values that were streamed.
 *
 * @throws StatisticsError also for n no count or sd below 0.
 */
export function coefficientFromMoments(
  moments: Moments,
  options: CoefficientOfVariationOptions = {},
): CoefficientOfVariation {
  const { meanFloor = 0 } = options;
  requireRange(meanFloor, 0, Number.MAX_VALUE, "meanFloor");
  const { n, mean: centre } = moments;
  requireCount(n, 0, Number.MAX_SAFE_INTEGER, "n");
  const nothing = { n, mean: null, sd: null, cv: null, cvUnbiased: null };
  if (n === 0) return { ...nothing, reason: "no data" };
  requireFinite([centre], "mean");
  if (n === 1) return { ...nothing, mean: centre, reason: "too few values" };
  const sd = moments.sd ?? Number.NaN;
  requireRange(sd, 0, Number.MAX_VALUE, "sd");
  const defined = { ...nothing, mean: centre, sd };
  const size = Math.abs(centre);
  if (size === 0) return { ...defined, reason: "mean is zero" };
  if (size < meanFloor) return { ...defined, reason: "mean below the floor" };
  const cv = sd / size;
  if (!Number.isFinite(cv)) return { ...defined, reason: "mean is zero" };
  return { ...defined, cv, cvUnbiased: (1 + 1 / (4 * n)) * cv, reason: null };
}
