import { requireCount } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { MultiruleChain } from "./multirule-chain.ts";
import { completeRuleSet, type RuleSet, type RuleSetting } from "./rule-set.ts";
import { type AnalyticalError, completeError } from "./shewhart-run-length.ts";
import { simulateRejectedShare, simulateRejection, simulateRunLength } from "./simulate-rules.ts";

/** What a rule set is applied to. */
export interface ControlProcess extends AnalyticalError {
  /** Controls in every run (N), each once; independent and normally distributed. */
  readonly controls: number;
}

/** How a figure was computed: exactly, or from seeded random series, with its standard error. */
export type RuleSetFigure = {
  readonly value: number;
} & (
  | { readonly method: "Markov chain"; readonly standardError: null }
  | { readonly method: "simulation"; readonly standardError: number }
);

/** Seed of the simulations that stand in where a rule set is no small Markov chain. */
const SEED = 20_260_101;
/** The rejection rate has settled when it changes by less than this share from run to run. */
const SETTLED = 1e-11;
const MOST_RUNS = 100_000;
const LONGEST_MEMORY = 12;

/**
 * Average run length of a rule set: runs to the first rejection, that run included, from counters without history. As
 * rejection counts what the rule set calls one: 1-2s does not unless its severity is set so. The error is there from the
 * first run on.
 *
 * Computed from the Markov chain of the counters (Champ & Woodall 1987); simulated for R-4s by difference, windows
 * across materials, 2of3-2s across runs, and chains with too many states (all across-run rules with N = 3 or more).
 *
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN, TS_STATISTICS_OUT_OF_RANGE; TS_STATISTICS_TOO_FEW without a
 *   rejection rule.
 */
export function ruleSetRunLength(ruleSet: RuleSet, process: ControlProcess): RuleSetFigure {
  const { rules, controls, error } = complete(ruleSet, process);
  const chain = MultiruleChain.create(rules, controls, false);
  if (chain === null) return { ...simulateRunLength(rules, controls, error, SEED), method: "simulation" };
  return { value: chainRunLength(chain, error), method: "Markov chain", standardError: null };
}

/** Sum of the probabilities that the chain has not ended before each run. */
function chainRunLength(chain: MultiruleChain, error: Required<AnalyticalError>): number {
  const probabilities = chain.combinationProbabilities(error);
  let distribution = chain.start();
  let inControl = 1;
  let length = 0;
  let hazard = 0;
  for (let run = 1; run < MOST_RUNS && inControl > Number.EPSILON * length; run++) {
    const step = chain.step(distribution, probabilities);
    const previous = hazard;
    hazard = step.rejected / inControl;
    // From here on a constant share of what is left is rejected in each run.
    if (run > LONGEST_MEMORY && Math.abs(hazard - previous) <= SETTLED * hazard) return length + inControl / hazard;
    length += inControl;
    distribution = step.distribution;
    inControl = distribution.reduce((sum, probability) => sum + probability, 0);
  }
  return length;
}

/**
 * Probability that a rule set rejects at least one of some runs, from counters without history: a point of its power
 * function (Westgard & Groth 1979, Clin Chem 25:863). Without an error it is the probability of false rejection, with
 * one that of error detection. Method as in {@link ruleSetRunLength}.
 *
 * @param runs 1 unless given.
 * @throws StatisticsError as {@link ruleSetRunLength}.
 */
export function rejectionProbability(ruleSet: RuleSet, process: ControlProcess, runs = 1): RuleSetFigure {
  requireCount(runs, 1, MOST_RUNS, "runs");
  const { rules, controls, error } = complete(ruleSet, process);
  const chain = MultiruleChain.create(rules, controls, false);
  if (chain === null) return { ...simulateRejection(rules, controls, error, runs, SEED), method: "simulation" };
  return { value: chainRejection(chain, error, runs), method: "Markov chain", standardError: null };
}

/** Probability that the chain ends within some runs. */
export function chainRejection(chain: MultiruleChain, error: Required<AnalyticalError>, runs: number): number {
  const probabilities = chain.combinationProbabilities(error);
  let distribution = chain.start();
  let rejected = 0;
  for (let run = 0; run < runs; run++) {
    const step = chain.step(distribution, probabilities);
    rejected += step.rejected;
    distribution = step.distribution;
  }
  return rejected;
}

/**
 * Share of runs that are rejected in a long series whose counters go on after a rejection: what a laboratory sees that
 * records no corrective action. A long window then rejects several runs in a row, so that it is above 1 / ARL. Method as
 * in {@link ruleSetRunLength}.
 *
 * @throws StatisticsError as {@link ruleSetRunLength}.
 */
export function rejectedShare(ruleSet: RuleSet, process: ControlProcess): RuleSetFigure {
  const { rules, controls, error } = complete(ruleSet, process);
  const chain = MultiruleChain.create(rules, controls, true);
  if (chain === null) return { ...simulateRejectedShare(rules, controls, error, SEED), method: "simulation" };
  const probabilities = chain.combinationProbabilities(error);
  let step = chain.step(chain.start(), probabilities);
  // No window is longer than this, so that the state no longer depends on the start.
  for (let run = 1; run <= LONGEST_MEMORY; run++) step = chain.step(step.distribution, probabilities);
  return { value: step.rejected, method: "Markov chain", standardError: null };
}

/** Where a power function is asked for. */
export interface PowerPoint extends Required<AnalyticalError> {
  readonly probability: RuleSetFigure;
}

/**
 * Power function: probability of rejection at each of some errors, for systematic error as shift, for random error as
 * sdRatio.
 *
 * @param runs that the rule set gets to see the error; 1 unless given.
 * @throws StatisticsError as {@link ruleSetRunLength}.
 */
export function powerFunction(
  ruleSet: RuleSet,
  controls: number,
  errors: readonly AnalyticalError[],
  runs = 1,
): PowerPoint[] {
  return errors.map((error) => ({
    ...completeError(error),
    probability: rejectionProbability(ruleSet, { ...error, controls }, runs),
  }));
}

function complete(
  ruleSet: RuleSet,
  process: ControlProcess,
): { rules: Required<RuleSetting>[]; controls: number; error: Required<AnalyticalError> } {
  requireCount(process.controls, 1, Number.MAX_SAFE_INTEGER, "controls");
  const rules = completeRuleSet(ruleSet).filter(({ severity }) => severity === "rejection");
  if (rules.length === 0) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", "no rule of the set rejects", { argument: "ruleSet" });
  }
  return { rules, controls: process.controls, error: completeError(process) };
}
