import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import type { Interval, UndefinedReason } from "../interval.ts";

/** One source of variation. */
export interface VarianceComponent {
  /** Name of the factor, "residual" or "total". */
  readonly name: string;
  /** In the squared unit of the values, never negative. */
  readonly variance: number;
  /** In the unit of the values. */
  readonly sd: number;
  /** Standard deviation divided by the absolute mean, no percentage; null where the mean is 0. */
  readonly cv: number | null;
  /** Fraction of the total variance; null where that is 0. */
  readonly share: number | null;
  /** Effective degrees of freedom, 2 variance^2 / Var(variance) (Satterthwaite); null for a variance of 0. */
  readonly degreesOfFreedom: number | null;
  /** Of the variance, from the chi-squared distribution with these degrees of freedom; null for a variance of 0. */
  readonly interval: Interval | null;
  /** Why the interval is null. */
  readonly reason: UndefinedReason | null;
}

/** Sources of variation of one kind of measurement. */
export interface VarianceComponents {
  readonly observations: number;
  readonly mean: number;
  /** The factors in the order they were given, the residual ("residual": the repeatability) last. */
  readonly components: readonly VarianceComponent[];
  /** All components together: the variance of a single measurement under changed conditions. */
  readonly total: VarianceComponent;
  /** Covariances of the estimated variances, in the order of the components; null where they cannot be estimated. */
  readonly covariance: readonly (readonly number[])[] | null;
}

/** Estimates as a method finds them; the description of each component follows from these. */
export interface VarianceEstimates {
  readonly observations: number;
  readonly mean: number;
  readonly names: readonly string[];
  readonly variances: readonly number[];
  readonly covariance: readonly (readonly number[])[] | null;
}

/**
 * Describes estimated variances. Degrees of freedom and intervals are Satterthwaite's (1946, Biometrics Bull 2:110):
 * df = 2 v^2 / Var(v), and df v / chi2(1 - a/2) to df v / chi2(a/2).
 */
export function describeVarianceComponents(estimates: VarianceEstimates, level: number): VarianceComponents {
  const { observations, mean, names, variances, covariance } = estimates;
  const totalVariance = variances.reduce((sum, variance) => sum + variance, 0);
  const describe = (name: string, variance: number, uncertainty: number | null): VarianceComponent => {
    const degreesOfFreedom = satterthwaite(variance, uncertainty);
    const interval = varianceInterval(variance, degreesOfFreedom, level);
    return {
      name,
      variance,
      sd: Math.sqrt(variance),
      cv: mean === 0 ? null : Math.sqrt(variance) / Math.abs(mean),
      share: totalVariance === 0 ? null : variance / totalVariance,
      degreesOfFreedom,
      interval,
      reason: interval !== null ? null : variance > 0 ? "too few degrees of freedom" : "no variation",
    };
  };
  const totalUncertainty = covariance?.flat().reduce((sum, value) => sum + value, 0) ?? null;
  return {
    observations,
    mean,
    components: names.map((name, i) => describe(name, variances[i], covariance?.[i][i] ?? null)),
    total: describe("total", totalVariance, totalUncertainty),
    covariance,
  };
}

/** Effective degrees of freedom of an estimated variance with the given sampling variance; null where undefined. */
export function satterthwaite(variance: number, samplingVariance: number | null): number | null {
  if (samplingVariance === null || !(samplingVariance > 0) || !(variance > 0)) return null;
  // As a quotient squared: the squares alone may underflow.
  const df = 2 * (variance / Math.sqrt(samplingVariance)) ** 2;
  return df > 0 && Number.isFinite(df) ? df : null;
}

function varianceInterval(variance: number, df: number | null, level: number): Interval | null {
  if (df === null) return null;
  const low = (df * variance) / chiSquaredQuantile((1 + level) / 2, df);
  const high = (df * variance) / chiSquaredQuantile((1 - level) / 2, df);
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}
