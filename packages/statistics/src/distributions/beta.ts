import kernelBetaincinv from "@stdlib/math-base-special-kernel-betaincinv";
import { requireRange } from "../numbers.ts";
import { betaTails } from "./incomplete-beta.ts";
import { requireOpenProbability, requirePositive } from "./requirements.ts";

/**
 * P(X <= x) of the beta distribution: the regularised incomplete beta function I_x(a, b) (NIST DLMF 8.17.2). x in 0..1,
 * a, b > 0.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for x outside of 0..1 or a shape that is not positive.
 */
export function betaCdf(x: number, a: number, b: number): number {
  requireBeta(x, a, b);
  return betaTails(x, a, b).lower;
}

/** P(X > x) = 1 - I_x(a, b), not computed as that difference; arguments and errors as of {@link betaCdf}. */
export function betaUpperTail(x: number, a: number, b: number): number {
  requireBeta(x, a, b);
  return betaTails(x, a, b).upper;
}

/**
 * x in 0..1 with P(X <= x) = p, for 0 < p < 1 and a, b > 0.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1) or a shape that is not positive.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return betaQuantilePair(p, a, b)[0];
}

/** [x, 1 - x] of {@link betaQuantile}, each with its own relative accuracy: neither is 1 minus the other. */
export function betaQuantilePair(p: number, a: number, b: number): readonly [x: number, complement: number] {
  requireOpenProbability(p, "p");
  requirePositive(a, "a");
  requirePositive(b, "b");
  const [x, complement] = kernelBetaincinv(a, b, p, 1 - p);
  if (complement > 0) return [x, complement];
  // The solver rounds a tiny complement to 0, but not a tiny root: with the roles exchanged it is kept.
  const [keptComplement, keptX] = kernelBetaincinv(b, a, 1 - p, p);
  return [keptX, keptComplement];
}

function requireBeta(x: number, a: number, b: number): void {
  requireRange(x, 0, 1, "x");
  requirePositive(a, "a");
  requirePositive(b, "b");
}
