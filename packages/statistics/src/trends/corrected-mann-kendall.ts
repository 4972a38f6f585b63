import { StatisticsError } from "../error.ts";
import type { UndefinedReason } from "../interval.ts";
import type { Numbers } from "../numbers.ts";
import { type AutocorrelationConvention, detrended } from "./detrended.ts";
import {
  type MannKendall,
  mannKendall,
  normalProbabilities,
  standardizedScore,
  type TrendProbabilities,
} from "./mann-kendall.ts";
import type { Series } from "./series.ts";

/** Settings of the tests whose variance is corrected for autocorrelation. */
export interface CorrectionOptions {
  /** `touchstone` unless given. */
  readonly convention?: AutocorrelationConvention;
  /** How many lags are looked at, at least 1; all n - 1 unless given. */
  readonly lags?: number;
  /** Time of each value for the trend that is taken away first; positions unless given. Only for `touchstone`. */
  readonly times?: Numbers;
}

/** A Mann-Kendall test whose variance of S is multiplied by a factor for autocorrelation. */
export interface CorrectedMannKendall {
  readonly n: number;
  readonly s: number;
  /** The test without correction. */
  readonly uncorrected: MannKendall;
  /** The paper's factor n/n*, which may be below 1 and even negative; null when it is undefined. */
  readonly rawVarianceFactor: number | null;
  /** The factor that was applied. */
  readonly varianceFactor: number;
  /** Variance of S after correction; null when the factor is not positive. */
  readonly varianceOfS: number | null;
  /** z after correction; null when the factor is not positive. */
  readonly z: number | null;
  /** p-values after correction; null when the factor is not positive. */
  readonly p: TrendProbabilities | null;
  /** `exact` when the factor is 1 and the convention Touchstone's: the uncorrected test holds then. */
  readonly method: "exact" | "normal";
  readonly reason: UndefinedReason | null;
}

/**
 * Computes the paper's factor from the residuals of the trend; null when they do not vary.
 *
 * @param lags from 1 to one less than there are residuals.
 */
export type VarianceFactor = (residuals: Float64Array, lags: number) => number | null;

/** What a convention makes of the paper's factor. */
export type FactorRule = (raw: number) => number;

/**
 * The Mann-Kendall test of a series with its variance multiplied by a factor.
 *
 * @throws StatisticsError as `senSlope` does, and TS_STATISTICS_OUT_OF_RANGE for lags that are no whole number from 1 on.
 */
export function correctedMannKendall(
  values: Series,
  { convention = "touchstone", lags, times }: CorrectionOptions,
  factorOf: VarianceFactor,
  rules: Readonly<Record<AutocorrelationConvention, FactorRule>>,
): CorrectedMannKendall {
  if (lags !== undefined && !(Number.isInteger(lags) && lags >= 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `lags is ${lags}, no whole number from 1 on`, {
      argument: "lags",
    });
  }
  const uncorrected = mannKendall(values);
  const { n, s } = uncorrected;
  const { residuals } = detrended(values, convention, times);
  const varies = convention === "touchstone" ? exceedRounding(residuals, values) : true;
  const raw = n < 3 || !varies ? null : factorOf(residuals, Math.min(lags ?? n - 1, n - 1));
  const varianceFactor = raw === null ? 1 : rules[convention](raw);
  const common = { n, s, uncorrected, rawVarianceFactor: raw, varianceFactor };
  if (convention === "touchstone" && varianceFactor === 1) {
    const { varianceOfS, z, p, method, reason } = uncorrected;
    return { ...common, varianceOfS, z, p, method, reason };
  }
  if (varianceFactor <= 0) {
    return { ...common, varianceOfS: null, z: null, p: null, method: "normal", reason: "negative variance" };
  }
  const varianceOfS = uncorrected.varianceOfS * varianceFactor;
  const corrected = normalProbabilities(s, varianceOfS);
  return {
    ...common,
    varianceOfS,
    z: standardizedScore(s, varianceOfS),
    p: convention === "touchstone" ? noSmallerThan(uncorrected.p, corrected) : corrected,
    method: "normal",
    reason: uncorrected.reason,
  };
}

/** Whether residuals are more than what rounding leaves of a straight line. */
function exceedRounding(residuals: Float64Array, values: Series): boolean {
  const first = residuals[0] ?? 0;
  const size = Array.from(values).reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0);
  return residuals.some((residual) => Math.abs(residual - first) > 1e-12 * size);
}

/** A correction for dependence never makes an exact p-value smaller. */
function noSmallerThan(exact: TrendProbabilities, corrected: TrendProbabilities): TrendProbabilities {
  return {
    twoSided: Math.max(exact.twoSided, corrected.twoSided),
    increasing: Math.max(exact.increasing, corrected.increasing),
    decreasing: Math.max(exact.decreasing, corrected.decreasing),
  };
}
