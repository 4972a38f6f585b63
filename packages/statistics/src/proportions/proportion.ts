import { betaQuantile } from "../distributions/beta.ts";
import { normalUpperQuantile } from "../distributions/normal.ts";
import { requireCount, requireOpenProbability } from "../distributions/requirements.ts";
import type { Interval } from "../interval.ts";

/** An interval for the probability of success; null without trials. */
export type ProportionInterval = (successes: number, trials: number, level?: number) => Interval | null;

/**
 * Share of successes, 0 to 1; null without trials, never 0 or 1.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless both are integers and 0 <= successes <= trials.
 */
export function proportion(successes: number, trials: number): number | null {
  requireSuccesses(successes, trials);
  return trials === 0 ? null : successes / trials;
}

/**
 * Wilson's score interval without continuity correction (Wilson 1927, JASA 22:209; Newcombe 1998, Stat Med 17:857,
 * method 3), inside 0..1. With 0 successes the lower bound is exactly 0, with all of them the upper bound exactly 1.
 * Null without trials.
 *
 * @param level two-sided confidence, between 0 and 1.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless both counts are integers, 0 <= successes <= trials and
 *   0 < level < 1.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval | null {
  const tail = requireTail(successes, trials, level);
  if (trials === 0) return null;
  const z = normalUpperQuantile(tail);
  const centre = 2 * successes + z * z;
  const spread = z * Math.sqrt(z * z + (4 * successes * (trials - successes)) / trials);
  // The smaller root in the form that does not cancel.
  const low = (2 * successes * successes) / (trials * (centre + spread));
  const high = successes === trials ? 1 : (centre + spread) / (2 * (trials + z * z));
  return [low, high];
}

/**
 * Jeffreys' interval: quantiles of Beta(x + 1/2, n - x + 1/2), with lower bound 0 for x = 0 and upper bound 1 for x = n
 * (Brown, Cai & DasGupta 2001, Stat Sci 16:101, section 3.1.2 and its modification at the boundaries). som.py uses it.
 * Null without trials; errors as of {@link wilsonInterval}.
 */
export function jeffreysInterval(successes: number, trials: number, level = 0.95): Interval | null {
  const tail = requireTail(successes, trials, level);
  if (trials === 0) return null;
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes + 0.5, failures + 0.5),
    failures === 0 ? 1 : betaQuantile(1 - tail, successes + 0.5, failures + 0.5),
  ];
}

/**
 * Clopper & Pearson's exact interval (1934, Biometrika 26:404): covers with at least the level for every true
 * probability, and is therefore wider than the other two. Null without trials; errors as of {@link wilsonInterval}.
 */
export function clopperPearsonInterval(successes: number, trials: number, level = 0.95): Interval | null {
  const tail = requireTail(successes, trials, level);
  if (trials === 0) return null;
  const failures = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
  ];
}

function requireTail(successes: number, trials: number, level: number): number {
  requireSuccesses(successes, trials);
  requireOpenProbability(level, "level");
  return (1 - level) / 2;
}

function requireSuccesses(successes: number, trials: number): void {
  requireCount(trials, 0, Number.MAX_SAFE_INTEGER, "trials");
  requireCount(successes, 0, trials, "successes");
}
