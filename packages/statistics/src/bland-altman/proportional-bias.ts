import { studentTTwoSided } from "../distributions/student-t.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite } from "../numbers.ts";
import { type DifferenceMoments, differenceMoments } from "./differences.ts";

/** Regression of the difference x - y on the average (x + y) / 2. */
export interface ProportionalBias {
  readonly n: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly slopeStandardError: number | null;
  /** Correlation of difference and average, which is Pitman's of difference and sum; -1 to 1. */
  readonly r: number | null;
  /**
   * Two-sided p-value, n - 2 degrees of freedom: at once that of a slope of 0 and that of equal variances of x and y
   * (Pitman 1939, Biometrika 31:9; Morgan 1939, Biometrika 31:13).
   */
  readonly p: number | null;
  /** What a small p means. It cannot tell the two apart; Deming or Passing-Bablok regression can. */
  readonly meaning: "slope or unequal precision";
  readonly reason: UndefinedReason | null;
}

/**
 * Check for a difference that grows with the magnitude (Bland & Altman 1999, section 3), by least squares. Two methods
 * without any bias, but of unequal precision, give a slope too (Bland & Altman 1995, Lancet 346:1085), therefore the name
 * of its meaning. Averages that are all equal leave everything undefined; differences that are all equal give the slope 0
 * without a test.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE.
 */
export function proportionalBias(x: Numbers, y: Numbers): ProportionalBias {
  return proportionalBiasFromMoments(differenceMoments(x, y));
}

/**
 * The same from moments, for pairs that were streamed.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, also where values are so large that their squares overflow.
 */
export function proportionalBiasFromMoments(moments: DifferenceMoments): ProportionalBias {
  const { n, meanDifference, meanAverage, varianceDifference, varianceAverage, covariance } = moments;
  requireFinite([meanDifference, meanAverage, varianceDifference, varianceAverage, covariance], "moments");
  const undefinedBias = { ...nothing, n };
  if (n === 0) return { ...undefinedBias, reason: "no data" };
  if (n < 2) return { ...undefinedBias, reason: "too few values" };
  if (varianceAverage === 0) return { ...undefinedBias, reason: "no variation between subjects" };
  const slope = covariance / varianceAverage;
  const line = { ...undefinedBias, slope, intercept: meanDifference - slope * meanAverage };
  if (varianceDifference === 0) return { ...line, reason: "no variation" };
  const r = Math.max(-1, Math.min(1, covariance / Math.sqrt(varianceAverage) / Math.sqrt(varianceDifference)));
  const df = n - 2;
  if (df === 0) return { ...line, r, reason: "too few values" };
  const unexplained = (1 - r) * (1 + r);
  return {
    ...line,
    r,
    slopeStandardError: Math.sqrt((unexplained * varianceDifference) / varianceAverage / df),
    p: studentTTwoSided(r * Math.sqrt(df / unexplained), df),
    reason: null,
  };
}

const nothing = {
  slope: null,
  intercept: null,
  slopeStandardError: null,
  r: null,
  p: null,
  meaning: "slope or unequal precision",
} as const;
