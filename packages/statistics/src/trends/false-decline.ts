import { StatisticsError } from "../error.ts";
import { scoreDistribution } from "./kendall-distribution.ts";
import { varianceOfScore } from "./kendall-score.ts";
import { EXACT_UP_TO, normalProbabilities } from "./mann-kendall.ts";
import { levelOfLook } from "./repeated-looks.ts";

/**
 * Probability that a series without a trend is found to fall at any of its looks, when the Mann-Kendall test is repeated
 * after each value from `firstLook` on and the k-th look has the two-sided level of `levelOfLook`.
 *
 * Exact for independent values without ties. The rank of a new value among those before is uniform and independent of
 * their order (Rényi 1962, Ann Fac Sci Univ Clermont 8:7), so that S is a random walk: the n-th value adds each of
 * -(n-1), -(n-3), ..., n-1 with probability 1/n. The walk is followed, without what was found at an earlier look.
 * Neither a correction for autocorrelation nor a threshold is counted in, which make alerts rarer.
 *
 * @param values how many there will be in the end.
 * @param alpha two-sided level of all looks together.
 * @param firstLook number of values at the first look, at least 2.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE.
 */
export function falseDeclineProbability(values: number, alpha: number, firstLook: number): number {
  requireWhole(values, 0, "values");
  requireWhole(firstLook, 2, "firstLook");
  let walk = Float64Array.of(1);
  let found = 0;
  for (let n = 2; n <= values; n++) {
    walk = stepped(walk, n);
    if (n < firstLook) continue;
    const level = levelOfLook(alpha, n - firstLook + 1);
    const maximum = (n * (n - 1)) / 2;
    for (let place = 0; place < maximum / 2 && twoSided(n, maximum - 2 * place) < level; place++) {
      found += walk[place];
      walk[place] = 0;
    }
  }
  return found;
}

/** Probability of each S of n values, of -n(n-1)/2, then by 2 upwards, from that of one value less. */
function stepped(before: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const after = new Float64Array(before.length + n - 1);
  for (let place = 0; place < before.length; place++) {
    for (let above = 0; above < n; above++) after[place + above] += before[place] / n;
  }
  return after;
}

function twoSided(n: number, s: number): number {
  if (n > EXACT_UP_TO) return normalProbabilities(s, varianceOfScore(n, [])).twoSided;
  return Math.min(1, 2 * scoreDistribution(n, []).upperTail(s));
}

function requireWhole(value: number, least: number, argument: string): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${argument} is ${value}, no whole number from ${least} on`, {
    argument,
  });
}
