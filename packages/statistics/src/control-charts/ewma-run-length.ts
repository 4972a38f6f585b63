import { requireFiniteNumber } from "../distributions/requirements.ts";
import { type EwmaDesign, ewmaLimit, requireEwmaDesign } from "./ewma-chart.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { solveLinearSystem } from "./linear-system.ts";
import { isDetermined } from "./longest-run-length.ts";
import { normalDensity } from "./normal-density.ts";

const FEWEST_NODES = 40;
/** Nodes for each SD of the newest term that fits between the limits. */
const NODES_PER_SD = 5;
/** The limits count as asymptotic when they are this close, as a share. */
const SETTLED = 1e-10;

/**
 * Average run length of a two-sided EWMA chart, by the Fredholm integral equation of Crowder 1987 (Technometrics
 * 29:401) on Gauss-Legendre nodes. Time-varying limits are worked back from the first run at which they have settled.
 *
 * @param shift of the mean from the first run on, in SD of one measurement.
 * @returns runs to the first signal, the signalling one included; 1 or above. Null above 1e12, where double precision
 *   cannot tell.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function ewmaAverageRunLength(design: EwmaDesign, shift = 0): number | null {
  requireEwmaDesign(design);
  requireFiniteNumber(shift, "shift");
  const { lambda } = design;
  const asymptotic = ewmaLimit({ ...design, limits: "asymptotic" }, 0);
  const n = Math.max(FEWEST_NODES, Math.ceil((NODES_PER_SD * 2 * asymptotic) / lambda));
  const unit = gaussLegendre(n, -1, 1);
  /** Density of the statistic at `next` when it was at `last`. */
  const density = (next: number, last: number): number =>
    normalDensity((next - (1 - lambda) * last) / lambda - shift) / lambda;

  /** 1 + the integral of the remaining run length over the values inside the limit. */
  const lengthFrom = (last: number, limit: number, lengths: Float64Array): number => {
    let sum = 1;
    for (let node = 0; node < n; node++) {
      sum += limit * unit.weights[node] * density(limit * unit.nodes[node], last) * lengths[node];
    }
    return sum;
  };

  let lengths = settledLengths(unit.nodes, unit.weights, asymptotic, density);
  if (lengths === null) return null;
  let limit = asymptotic;
  if (design.limits !== "asymptotic") {
    for (let run = settledAfter(lambda); run >= 1; run--) {
      const [earlier, later] = [ewmaLimit(design, run), limit];
      const remaining: Float64Array = lengths;
      lengths = Float64Array.from(unit.nodes, (node) => lengthFrom(earlier * node, later, remaining));
      limit = earlier;
    }
  }
  const length = lengthFrom(0, limit, lengths);
  return isDetermined(length) ? length : null;
}

/** Run lengths from each node under constant limits: L = 1 + K L. */
function settledLengths(
  nodes: Float64Array,
  weights: Float64Array,
  limit: number,
  density: (next: number, last: number) => number,
): Float64Array | null {
  const n = nodes.length;
  const matrix = Array.from(nodes, (last, row) =>
    Float64Array.from({ length: n }, (_, column) => {
      const term = limit * weights[column] * density(limit * nodes[column], limit * last);
      return (row === column ? 1 : 0) - term;
    }),
  );
  return solveLinearSystem(matrix, new Float64Array(n).fill(1));
}

/** Runs after which sqrt(1 - (1 - lambda)^(2i)) is 1 up to SETTLED. */
function settledAfter(lambda: number): number {
  return lambda === 1 ? 1 : Math.ceil(Math.log(SETTLED) / (2 * Math.log1p(-lambda)));
}
