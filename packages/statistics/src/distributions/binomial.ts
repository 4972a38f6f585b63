import { requireRange } from "../numbers.ts";
import { betaTails } from "./incomplete-beta.ts";
import { requireCount } from "./requirements.ts";
import { halfDeviance, stirlingError } from "./saddle-point.ts";

/**
 * P(X = k) of k successes in n trials with probability p each, by the saddle-point expansion of Loader (2000, "Fast and
 * accurate computation of binomial probabilities"), which keeps its digits for any n.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless n and k are integers, 0 <= k <= n, and 0 <= p <= 1.
 */
export function binomialProbability(k: number, n: number, p: number): number {
  requireBinomial(k, n, p);
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    halfDeviance(k, n * p) -
    halfDeviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X <= k) = I_{1-p}(n - k, k + 1) (Abramowitz & Stegun 1964, 26.5.24); arguments as of {@link binomialProbability}. */
export function binomialCdf(k: number, n: number, p: number): number {
  requireBinomial(k, n, p);
  if (k === n || p === 0) return 1;
  return p === 1 ? 0 : betaTails(p, k + 1, n - k).upper;
}

/** P(X >= k), k included: the p-value of k successes; arguments as of {@link binomialProbability}. */
export function binomialUpperTail(k: number, n: number, p: number): number {
  requireBinomial(k, n, p);
  if (k === 0 || p === 1) return 1;
  return p === 0 ? 0 : betaTails(p, k, n - k + 1).lower;
}

function requireBinomial(k: number, n: number, p: number): void {
  requireCount(n, 0, Number.MAX_SAFE_INTEGER, "n");
  requireCount(k, 0, n, "k");
  requireRange(p, 0, 1, "p");
}
