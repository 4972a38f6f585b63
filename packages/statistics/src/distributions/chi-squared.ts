import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import { requireRange } from "../numbers.ts";
import { gammaTails } from "./incomplete-gamma.ts";
import { normalQuantile } from "./normal.ts";
import { requireOpenProbability, requirePositive } from "./requirements.ts";
import { halfDeviance, stirlingError } from "./saddle-point.ts";

/** From here on the library's inverse loses digits: it inverts a function that does. */
const LARGE_DF = 200;
const NEWTON_STEPS = 50;

/**
 * P(X <= x) of the chi-squared distribution with df > 0 degrees of freedom: the regularised incomplete gamma function
 * P(df/2, x/2) (Abramowitz & Stegun 1964, 26.4.19). x >= 0; an infinite x gives 1.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a negative or NaN x, or df not positive and finite.
 */
export function chiSquaredCdf(x: number, df: number): number {
  requireChiSquared(x, df);
  return gammaTails(x / 2, df / 2).lower;
}

/** P(X > x), with full relative accuracy in the upper tail; arguments and errors as of {@link chiSquaredCdf}. */
export function chiSquaredUpperTail(x: number, df: number): number {
  requireChiSquared(x, df);
  return gammaTails(x / 2, df / 2).upper;
}

function requireChiSquared(x: number, df: number): void {
  requireRange(x, 0, Number.POSITIVE_INFINITY, "x");
  requirePositive(df, "df");
}

/**
 * x with P(X <= x) = p, for 0 < p < 1 and df > 0. With large df the start of Wilson & Hilferty (1931, PNAS 17:684) is
 * refined by Newton steps.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1) or df not positive and finite.
 */
export function chiSquaredQuantile(p: number, df: number): number {
  requireOpenProbability(p, "p");
  requirePositive(df, "df");
  if (df < LARGE_DF) return 2 * gammaincinv(p, df / 2, false);
  const variance = 2 / (9 * df);
  let x = df * Math.max(0.01, 1 - variance + normalQuantile(p) * Math.sqrt(variance)) ** 3;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { lower, upper } = gammaTails(x / 2, df / 2);
    // The smaller tail has the digits.
    const excess = p < 0.5 ? lower - p : 1 - p - upper;
    const change = excess / density(x, df);
    x = Math.max(x / 2, x - change);
    if (Math.abs(change) <= 4 * Number.EPSILON * x) break;
  }
  return x;
}

/** x^(df/2 - 1) e^(-x/2) / (2^(df/2) Gamma(df/2)), by the saddle-point form, which keeps its digits with large df. */
function density(x: number, df: number): number {
  const shape = df / 2;
  const kernel = Math.exp(-halfDeviance(shape, x / 2) - stirlingError(shape)) / Math.sqrt(2 * Math.PI * shape);
  return (kernel * shape) / x;
}
