import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { requireCount } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { MultiruleChain } from "./multirule-chain.ts";
import { normalDensity } from "./normal-density.ts";
import { chainRejection } from "./rule-performance.ts";
import { completeRuleSet, type RuleSet } from "./rule-set.ts";

const NODES = 28;
/** Bounds of the integral over the mean, in its standard errors; what lies outside weighs 1e-15. */
const WIDEST_MEAN = 8;
/** Tails of the SD that the integral leaves out. */
const SD_TAIL = 1e-13;

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
  requireCount(n, 2, Number.MAX_SAFE_INTEGER, "n");
  requireCount(runs, 1, Number.MAX_SAFE_INTEGER, "runs");
  const rules = completeRuleSet(ruleSet).filter(({ severity }) => severity === "rejection");
  const chain = rules.length === 0 ? null : MultiruleChain.create(rules, 1, false);
  if (chain === null) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", "the rule set has no rejection rule of a single control", {
      argument: "ruleSet",
    });
  }
  const means = gaussLegendre(NODES, -WIDEST_MEAN, WIDEST_MEAN);
  const sds = sdDistribution(n - 1);
  let probability = 0;
  for (let place = 0; place < NODES; place++) {
    const sd = sds.nodes[place];
    let given = 0;
    for (let node = 0; node < NODES; node++) {
      const weight = means.weights[node] * normalDensity(means.nodes[node]);
      const error = { shift: -means.nodes[node] / Math.sqrt(n) / sd, sdRatio: 1 / sd };
      given += weight * chainRejection(chain, error, runs);
    }
    probability += sds.weights[place] * given;
  }
  return probability;
}

/** Nodes of the estimated SD over the true one, with the probability that each stands for; together 1. */
function sdDistribution(df: number): { nodes: Float64Array; weights: Float64Array } {
  const [low, high] = [SD_TAIL, 1 - SD_TAIL].map((p) => Math.sqrt(chiSquaredQuantile(p, df)));
  const { nodes, weights } = gaussLegendre(NODES, low, high);
  // Density of the chi distribution up to a constant, which the sum of the weights supplies.
  const mode = Math.sqrt(Math.max(df - 1, 1));
  const logDensity = (x: number): number => (df - 1) * Math.log(x / mode) - (x * x - mode * mode) / 2;
  const shares = weights.map((weight, node) => weight * Math.exp(logDensity(nodes[node])));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return { nodes: nodes.map((x) => x / Math.sqrt(df)), weights: shares.map((share) => share / total) };
}
