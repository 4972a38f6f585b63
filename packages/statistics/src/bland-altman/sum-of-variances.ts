import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import type { Interval } from "../interval.ts";

/** Estimate of a variance whose multiple variance df / (true variance) has a chi-squared distribution. */
export interface VarianceTerm {
  readonly variance: number;
  readonly degreesOfFreedom: number;
}

/**
 * Interval of a sum of independent variances, recovered from the chi-squared intervals of its terms (Graybill & Wang
 * 1980, J Am Stat Assoc 75:869; MOVER: Zou 2013, Stat Methods Med Res 22:630). It keeps its level when one term has few
 * degrees of freedom, where Satterthwaite's approximation, which estimates them, falls far short.
 */
export function sumOfVariancesInterval(terms: readonly VarianceTerm[], level: number): Interval {
  let below = 0;
  let above = 0;
  let sum = 0;
  for (const { variance, degreesOfFreedom: df } of terms) {
    sum += variance;
    below += (variance - (variance * df) / chiSquaredQuantile((1 + level) / 2, df)) ** 2;
    above += ((variance * df) / chiSquaredQuantile((1 - level) / 2, df) - variance) ** 2;
  }
  return [Math.max(0, sum - Math.sqrt(below)), sum + Math.sqrt(above)];
}
