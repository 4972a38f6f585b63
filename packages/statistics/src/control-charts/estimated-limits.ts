import { requireCount } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { limitsErrors } from "./limits-error.ts";
import { MultiruleChain } from "./multirule-chain.ts";
import { chainRejection } from "./rule-performance.ts";
import { completeRuleSet, type RuleSet } from "./rule-set.ts";
import type { AnalyticalError } from "./shewhart-run-length.ts";

/** No window is longer. */
const LONGEST_MEMORY = 12;
/** Mean and variance have settled when their growth changes by less than this share from run to run. */
const SETTLED = 1e-9;
/** Limits that are less probable are given up; all together they could not change the ninth digit. */
const NEGLIGIBLE = 1e-14;

/**
 * Probability that a rule set rejects at least one of the next runs although nothing has changed, when mean and SD come
 * from n baseline measurements: by integration over the mean (normal, variance 1/n) and the SD (chi-squared with n - 1
 * degrees of freedom), one control in every run. With few measurements it is a multiple of what known limits would
 * give; see also `predictionMultiplier`.
 *
 * @param n baseline measurements, at least 2.
 * @param runs after the baseline; 1 unless given.
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN, TS_STATISTICS_OUT_OF_RANGE; TS_STATISTICS_TOO_FEW without a
 *   rejection rule.
 */
export function falseRejectionOfEstimatedLimits(ruleSet: RuleSet, n: number, runs = 1): number {
  const chain = chainOf(ruleSet, n, runs);
  let probability = 0;
  for (const { error, weight } of limitsErrors(n)) probability += weight * chainRejection(chain, error, runs);
  return probability;
}

/** Rejections of a number of runs in which nothing has changed. */
export interface FalseRejections {
  /** Expected number. */
  readonly mean: number;
  /** Variance of the number, from one baseline to the next: larger than the mean, since a baseline's error lasts. */
  readonly variance: number;
}

/**
 * How many of the next runs a rule set rejects although nothing has changed, when mean and SD come from n baseline
 * measurements and the windows start anew after each rejection (a corrective action is recorded). Exact for independent,
 * normally distributed measurements with one control in every run: the rejections of given limits are a renewal process,
 * whose first two moments follow from its Markov chain run by run, integrated over the error of the limits.
 *
 * @param n baseline measurements, at least 2.
 * @param runs after the baseline.
 * @throws StatisticsError as `falseRejectionOfEstimatedLimits`.
 */
export function falseRejectionsOfEstimatedLimits(ruleSet: RuleSet, n: number, runs: number): FalseRejections {
  const chain = chainOf(ruleSet, n, runs);
  let mean = 0;
  let square = 0;
  for (const { error, weight } of limitsErrors(n)) {
    if (weight < NEGLIGIBLE) continue;
    const moments = renewalMoments(chain, error, runs);
    mean += weight * moments.mean;
    square += weight * moments.square;
  }
  return { mean, variance: square - mean * mean };
}

/**
 * First and second moment of the number of rejections N. For each state s of the counters it follows P(s), E[N; s] and
 * E[N^2; s]; a rejection leads to the state without history and makes N^2 to N^2 + 2N + 1. Mean and variance grow by the
 * same amount with each run once the counters have forgotten their start, and are then extended.
 */
function renewalMoments(
  chain: MultiruleChain,
  error: Required<AnalyticalError>,
  runs: number,
): { mean: number; square: number } {
  const probabilities = chain.combinationProbabilities(error);
  let moments: readonly Float64Array[] = [chain.start(), chain.start().fill(0), chain.start().fill(0)];
  let now = { mean: 0, variance: 0 };
  let growth = { mean: 0, variance: 0 };
  for (let run = 1; run <= runs; run++) {
    const [p, n, n2] = moments.map((moment) => chain.step(moment, probabilities));
    p.distribution[0] += p.rejected;
    n.distribution[0] += n.rejected + p.rejected;
    n2.distribution[0] += n2.rejected + 2 * n.rejected + p.rejected;
    moments = [p.distribution, n.distribution, n2.distribution];
    const [mean, square] = [total(n.distribution), total(n2.distribution)];
    const next = { mean, variance: square - mean * mean };
    const step = { mean: next.mean - now.mean, variance: next.variance - now.variance };
    const isSettled =
      run > LONGEST_MEMORY && agree(step.mean, growth.mean, mean) && agree(step.variance, growth.variance, square);
    [now, growth] = [next, step];
    if (!isSettled) continue;
    const left = runs - run;
    now = { mean: mean + left * growth.mean, variance: next.variance + left * growth.variance };
    break;
  }
  return { mean: now.mean, square: now.variance + now.mean * now.mean };
}

/** Whether two steps are the same but for the rounding of sums of some size. */
function agree(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= SETTLED * Math.abs(a) + 8 * Number.EPSILON * size;
}

function total(shares: Float64Array): number {
  return shares.reduce((sum, share) => sum + share, 0);
}

function chainOf(ruleSet: RuleSet, n: number, runs: number): MultiruleChain {
  requireCount(n, 2, Number.MAX_SAFE_INTEGER, "n");
  requireCount(runs, 1, Number.MAX_SAFE_INTEGER, "runs");
  const rules = completeRuleSet(ruleSet).filter(({ severity }) => severity === "rejection");
  const chain = rules.length === 0 ? null : MultiruleChain.create(rules, 1, false);
  if (chain !== null) return chain;
  throw new StatisticsError("TS_STATISTICS_TOO_FEW", "the rule set has no rejection rule of a single control", {
    argument: "ruleSet",
  });
}
