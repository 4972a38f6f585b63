import betainc from "@stdlib/math-base-special-betainc";

/** Both tails of a beta distribution. */
export interface BetaTails {
  /** Regularised incomplete beta function I_x(a, b). */
  readonly lower: number;
  /** 1 - I_x(a, b). */
  readonly upper: number;
}

/**
 * For x in 0..1 and a, b > 0. The smaller tail is computed and the larger one is its complement: the library rounds a
 * larger tail to 1 where x is tiny.
 */
export function betaTails(x: number, a: number, b: number): BetaTails {
  const lower = betainc(x, a, b, true, false);
  const upper = betainc(x, a, b, true, true);
  return lower < upper ? { lower, upper: 1 - lower } : { lower: 1 - upper, upper };
}
