import { requireRange } from "../numbers.ts";
import { betaQuantilePair } from "./beta.ts";
import { type BetaTails, betaTails } from "./incomplete-beta.ts";
import { requireOpenProbability, requirePositive } from "./requirements.ts";

/** Below these denominator degrees of freedom quantiles exceed the largest number. */
const SMALLEST_DF2 = 0.3;

/**
 * P(F > f) of the F distribution with df1, df2 > 0 degrees of freedom (not necessarily whole), by the incomplete beta
 * function (Abramowitz & Stegun 1964, 26.6.2). f >= 0; an infinite f gives 0.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a negative or NaN f, or degrees of freedom that are not positive
 *   and finite.
 */
export function fUpperTail(f: number, df1: number, df2: number): number {
  return fTails(f, df1, df2).upper;
}

/** P(F <= f), with full relative accuracy in the lower tail; arguments and errors as of {@link fUpperTail}. */
export function fCdf(f: number, df1: number, df2: number): number {
  return fTails(f, df1, df2).lower;
}

function fTails(f: number, df1: number, df2: number): BetaTails {
  requireRange(f, 0, Number.POSITIVE_INFINITY, "f");
  requirePositive(df1, "df1");
  requirePositive(df2, "df2");
  const scaled = df1 * f;
  // Of the two equal forms the one whose argument does not round to 1.
  if (scaled > df2) {
    const { lower, upper } = betaTails(df2 / (df2 + scaled), df2 / 2, df1 / 2);
    return { lower: upper, upper: lower };
  }
  return betaTails(scaled / (df2 + scaled), df1 / 2, df2 / 2);
}

/**
 * f with P(F <= f) = p, for 0 < p < 1: df2 x / (df1 (1 - x)) with x the quantile of Beta(df1/2, df2/2), whose complement
 * 1 - x is taken from the solver and not subtracted. Null where f cannot be represented: df2 < 0.3, or an overflow.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1) or degrees of freedom that are not positive
 *   and finite.
 */
export function fQuantile(p: number, df1: number, df2: number): number | null {
  requireOpenProbability(p, "p");
  requirePositive(df1, "df1");
  requirePositive(df2, "df2");
  if (df2 < SMALLEST_DF2) return null;
  const [x, complement] = betaQuantilePair(p, df1 / 2, df2 / 2);
  const f = (df2 * x) / (df1 * complement);
  return Number.isFinite(f) ? f : null;
}
