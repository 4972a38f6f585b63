import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { normalDensity } from "./normal-density.ts";
import type { AnalyticalError } from "./shewhart-run-length.ts";

const NODES = 28;
/** Bounds of the integral over the mean, in its standard errors; what lies outside weighs 1e-15. */
const WIDEST_MEAN = 8;
/** Tails of the SD that the integral leaves out. */
const SD_TAIL = 1e-13;

/** What measurements look like from limits that are a little wrong, and the probability of such limits. */
export interface LimitsError {
  readonly error: Required<AnalyticalError>;
  readonly weight: number;
}

/**
 * The distribution of what limits from n measurements are wrong by, as nodes with weights for integration: the mean is
 * normal with variance 1/n, the SD's square chi-squared with n - 1 degrees of freedom, both independent of each other.
 */
export function limitsErrors(n: number): LimitsError[] {
  const means = gaussLegendre(NODES, -WIDEST_MEAN, WIDEST_MEAN);
  const sds = sdDistribution(n - 1);
  return Array.from(sds.nodes).flatMap((sd, place) =>
    Array.from(means.nodes, (mean, node): LimitsError => {
      const weight = sds.weights[place] * means.weights[node] * normalDensity(mean);
      return { error: { shift: -mean / Math.sqrt(n) / sd, sdRatio: 1 / sd }, weight };
    }),
  );
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
