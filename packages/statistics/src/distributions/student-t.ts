import { requireRange } from "../numbers.ts";
import { betaQuantilePair } from "./beta.ts";
import { betaTails } from "./incomplete-beta.ts";
import { requireOpenProbability, requirePositive } from "./requirements.ts";

/**
 * P(T <= t) of Student's t distribution with df > 0 degrees of freedom (not necessarily whole), by the incomplete beta
 * function (Abramowitz & Stegun 1964, 26.7.1). Infinite t gives 0 or 1.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE when t is NaN or df is not positive and finite.
 */
export function studentTCdf(t: number, df: number): number {
  return studentTUpperTail(-t, df);
}

/** P(T > t), with full relative accuracy in the upper tail; arguments and errors as of {@link studentTCdf}. */
export function studentTUpperTail(t: number, df: number): number {
  const tail = studentTTwoSided(t, df) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** P(|T| > |t|): the two-sided p-value of a t statistic; arguments and errors as of {@link studentTCdf}. */
export function studentTTwoSided(t: number, df: number): number {
  requireRange(t, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, "t");
  requirePositive(df, "df");
  const square = t * t;
  // Of the two equal forms the one whose argument does not round to 1.
  return square < df
    ? betaTails(square / (df + square), 0.5, df / 2).upper
    : betaTails(df / (df + square), df / 2, 0.5).lower;
}

/**
 * t with P(T <= t) = p, for 0 < p < 1 and df > 0; infinite where it exceeds the largest number (p at the edge with df
 * near 0).
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1) or df not positive and finite.
 */
export function studentTQuantile(p: number, df: number): number {
  requireOpenProbability(p, "p");
  requirePositive(df, "df");
  if (p === 0.5) return 0;
  // T^2 / (df + T^2) is Beta(1/2, df/2); both parts of the pair are needed, near t = 0 the one and in the tail the other.
  const outside = p < 0.5 ? 2 * p : 2 * (1 - p);
  const [rest, share] = betaQuantilePair(outside, df / 2, 0.5);
  const distance = Math.sqrt((df * share) / rest);
  return p < 0.5 ? -distance : distance;
}
