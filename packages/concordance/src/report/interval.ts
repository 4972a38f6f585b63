/** Lower and upper bound of a proportion, both in 0-1. */
export type Interval = readonly [lower: number, upper: number];

/** An interval for `successes` of `trials`; null when there are no trials. */
export type IntervalMethod = (successes: number, trials: number) => Interval | null;

/** 97.5% quantile of the standard normal distribution. */
const Z = 1.959963984540054;
const TAIL = 0.025;

/**
 * Wilson's score interval of 95% (Wilson 1927, equation for p; Newcombe 1998, method 3), without continuity
 * correction. With 0 successes the lower bound is exactly 0, with all of them the upper bound exactly 1.
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const z2 = Z * Z;
  const centre = 2 * successes + z2;
  const spread = Z * Math.sqrt(z2 + (4 * successes * (trials - successes)) / trials);
  const scale = 2 * (trials + z2);
  const lower = successes === 0 ? 0 : (centre - spread) / scale;
  const upper = successes === trials ? 1 : (centre + spread) / scale;
  return [lower, upper];
}

let loading: Promise<IntervalMethod> | undefined;

/**
 * Jeffreys' interval of 95%: the quantiles of Beta(x + 1/2, n - x + 1/2), with the lower bound 0 for x = 0 and the
 * upper bound 1 for x = n (Brown, Cai & DasGupta 2001, section 3.1.2).
 *
 * The special function behind it takes about 0.1 s to load, so it is loaded on the first call; call early, while
 * workers are busy.
 */
export function loadJeffreysInterval(): Promise<IntervalMethod> {
  loading ??= import("@stdlib/math-base-special-kernel-betaincinv").then(({ default: betaQuantile }) => {
    return (successes, trials) => {
      if (trials === 0) return null;
      const a = successes + 0.5;
      const b = trials - successes + 0.5;
      const lower = successes === 0 ? 0 : betaQuantile(a, b, TAIL, 1 - TAIL)[0];
      const upper = successes === trials ? 1 : betaQuantile(a, b, 1 - TAIL, TAIL)[0];
      return [lower, upper];
    };
  });
  return loading;
}
