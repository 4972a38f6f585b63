import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import type { Numbers } from "../numbers.ts";
import { DEFAULT_LEVEL, DEFAULT_MULTIPLIER } from "./limits-of-agreement.ts";
import { oneWay } from "./one-way.ts";

/** Repeatability of one method, in the unit of the measurements. What is undefined is null, with the reason. */
export interface Repeatability {
  readonly subjects: number;
  readonly observations: number;
  /** Degrees of freedom of the within-subject standard deviation. */
  readonly degreesOfFreedom: number;
  readonly withinSd: number | null;
  readonly withinSdInterval: Interval | null;
  /** Two measurements of one subject differ by less with the probability that belongs to the multiplier. */
  readonly coefficient: number | null;
  readonly coefficientInterval: Interval | null;
  readonly multiplier: number;
  readonly reason: UndefinedReason | null;
}

/**
 * Within-subject standard deviation s_w, the root of the one-way mean square within subjects, and the repeatability
 * coefficient z sqrt(2) s_w (Bland & Altman 1999, section 4; the repeatability limit of ISO 5725-6). For two replicates s_w is
 * sqrt(sum d^2 / 2n), as in Bland & Altman 1986, who took z = 2. Chi-squared intervals.
 *
 * @param measurements [subject][replicate]; the numbers of replicates may differ.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function repeatability(
  measurements: readonly Numbers[],
  options: { readonly level?: number; readonly multiplier?: number } = {},
): Repeatability {
  const { level = DEFAULT_LEVEL, multiplier = DEFAULT_MULTIPLIER } = options;
  requireOpenProbability(level, "level");
  requirePositive(multiplier, "multiplier");
  const { subjects, observations, dfWithin, msWithin } = oneWay(measurements, "measurements");
  const counts = { subjects, observations, degreesOfFreedom: dfWithin, multiplier };
  if (msWithin === null) {
    const undefinedValues = { withinSd: null, withinSdInterval: null, coefficient: null, coefficientInterval: null };
    return { ...counts, ...undefinedValues, reason: subjects === 0 ? "no data" : "too few values" };
  }
  const withinSd = Math.sqrt(msWithin);
  const scale = multiplier * Math.SQRT2;
  const withinSdInterval = standardDeviationInterval(withinSd, dfWithin, level);
  return {
    ...counts,
    withinSd,
    withinSdInterval,
    coefficient: scale * withinSd,
    coefficientInterval: withinSdInterval === null ? null : [scale * withinSdInterval[0], scale * withinSdInterval[1]],
    reason: withinSdInterval === null ? "no variation" : null,
  };
}

/**
 * Chi-squared interval of a standard deviation; df need not be whole. Null for sd = 0, where it would have no width, and
 * where df are so small that the upper bound exceeds all numbers.
 */
export function standardDeviationInterval(sd: number, df: number, level: number): Interval | null {
  if (sd === 0) return null;
  const low = sd * Math.sqrt(df / chiSquaredQuantile((1 + level) / 2, df));
  const high = sd * Math.sqrt(df / chiSquaredQuantile((1 - level) / 2, df));
  return Number.isFinite(high) ? [low, high] : null;
}
