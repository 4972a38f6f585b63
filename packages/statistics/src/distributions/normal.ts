import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import { requireRange } from "../numbers.ts";
import { requireOpenProbability } from "./requirements.ts";

/**
 * P(Z <= z) of the standard normal distribution = erfc(-z / sqrt(2)) / 2 (Abramowitz & Stegun 1964, 26.2.29), with full
 * relative accuracy in the lower tail. Infinite z gives 0 or 1.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE when z is NaN.
 */
export function normalCdf(z: number): number {
  requireRange(z, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "z");
  return erfc(-z * Math.SQRT1_2) / 2;
}

/**
 * P(Z > z), with full relative accuracy in the upper tail.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE when z is NaN.
 */
export function normalUpperTail(z: number): number {
  return normalCdf(-z);
}

/**
 * z with P(Z <= z) = p, for 0 < p < 1.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1).
 */
export function normalQuantile(p: number): number {
  requireOpenProbability(p, "p");
  return -Math.SQRT2 * erfcinv(2 * p);
}

/**
 * z with P(Z > z) = q, for 0 < q < 1: far out in the tail q is exact where 1 - q is not.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for q outside of (0, 1).
 */
export function normalUpperQuantile(q: number): number {
  requireOpenProbability(q, "q");
  return Math.SQRT2 * erfcinv(2 * q);
}
