import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { requireCount } from "../distributions/requirements.ts";

/** Factors are asked for once per variant and there are few distinct numbers of replicates. */
const known = new Map<number, number>();

/**
 * Median of the sample standard deviation of n normal values, in units of the true one:
 * sqrt(median of chi-squared with n - 1 degrees of freedom / (n - 1)). 0.674 for two replicates, 0.833 for three, towards
 * 1 with many. (n - 1) s^2 / sigma^2 is chi-squared with n - 1 degrees of freedom, and medians pass through the root.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for n that is no count of at least 2.
 */
export function medianStandardDeviationFactor(n: number): number {
  requireCount(n, 2, Number.MAX_SAFE_INTEGER, "n");
  let factor = known.get(n);
  if (factor === undefined) {
    factor = Math.sqrt(chiSquaredQuantile(0.5, n - 1) / (n - 1));
    known.set(n, factor);
  }
  return factor;
}

/**
 * A coefficient of variation of n replicates, over {@link medianStandardDeviationFactor}: the median of many such
 * coefficients then estimates the coefficient that all variants share, whatever the number of replicates. For variants of
 * one coefficient, with normal errors; where the true ones differ, the correction still removes most of the dependence on
 * n.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for n that is no count of at least 2.
 */
export function correctedForReplicates(cv: number, n: number): number {
  return cv / medianStandardDeviationFactor(n);
}
