import { type QuantileType, quantile } from "../descriptive/quantile.ts";
import type { UndefinedReason } from "../interval.ts";
import type { CoefficientOfVariation } from "./coefficient-of-variation.ts";
import { correctedForReplicates } from "./replicate-correction.ts";

/** Coefficients of variation of many variants; fractions, not percentages. */
export interface CvSummary {
  /** Variants with a coefficient. */
  readonly n: number;
  /** Variants without one, and why. */
  readonly excluded: number;
  readonly excludedBy: Readonly<Partial<Record<UndefinedReason, number>>>;
  readonly median: number | null;
  /** 90th percentile. */
  readonly p90: number | null;
  /**
   * Median of the coefficients, each corrected for its number of replicates: judge this one. The plain median of
   * duplicates is two thirds of that of many replicates.
   */
  readonly correctedMedian: number | null;
  /**
   * Root of the mean squared coefficient, weighted by degrees of freedom n - 1. Unlike the median it does not depend on
   * the number of replicates.
   */
  readonly pooled: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Median, 90th percentile (type 7 of Hyndman & Fan 1996 unless told otherwise) and pooled value of the coefficients of
 * many variants; those without a coefficient are counted, not taken as 0.
 */
export function cvSummary(coefficients: Iterable<CoefficientOfVariation>, quantileType: QuantileType = 7): CvSummary {
  const cvs: number[] = [];
  const corrected: number[] = [];
  const excludedBy: Partial<Record<UndefinedReason, number>> = {};
  let excluded = 0;
  let squares = 0;
  let degreesOfFreedom = 0;
  for (const { cv, n, reason } of coefficients) {
    if (cv === null) {
      excluded++;
      if (reason !== null) excludedBy[reason] = (excludedBy[reason] ?? 0) + 1;
      continue;
    }
    cvs.push(cv);
    corrected.push(correctedForReplicates(cv, n));
    squares += (n - 1) * cv * cv;
    degreesOfFreedom += n - 1;
  }
  return {
    n: cvs.length,
    excluded,
    excludedBy,
    median: quantile(cvs, 0.5, quantileType),
    p90: quantile(cvs, 0.9, quantileType),
    correctedMedian: quantile(corrected, 0.5, quantileType),
    pooled: cvs.length === 0 ? null : Math.sqrt(squares / degreesOfFreedom),
    reason: cvs.length === 0 ? (excluded === 0 ? "no data" : soleReason(excludedBy)) : null,
  };
}

/**
 * Root mean square of the coefficients, weighted by degrees of freedom (Glüer et al. 1995, Osteoporos Int 5:262); variants
 * without a coefficient are left out. Null without any.
 */
export function pooledCv(coefficients: Iterable<CoefficientOfVariation>): number | null {
  return cvSummary(coefficients).pooled;
}

/** The reason that all share, or that there are too few usable values. */
function soleReason(excludedBy: Partial<Record<UndefinedReason, number>>): UndefinedReason {
  const reasons = Object.keys(excludedBy) as UndefinedReason[];
  return reasons.length === 1 ? reasons[0] : "too few values";
}
