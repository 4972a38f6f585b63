import { normalCdf } from "../distributions/normal.ts";
import { requireFiniteNumber } from "../distributions/requirements.ts";
import { type CusumDesign, requireCusumDesign } from "./cusum-chart.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import { solveLinearSystem } from "./linear-system.ts";
import { isDetermined } from "./longest-run-length.ts";
import { normalDensity } from "./normal-density.ts";

const FEWEST_NODES = 40;
/** Nodes for each SD between 0 and the decision limit. */
const NODES_PER_SD = 5;

/** Which sums can signal. */
export type CusumSides = "two-sided" | "upper";

/**
 * Average run length of a tabular CUSUM, by Page's integral equation (1954, Biometrika 41:100; as in Vance 1986, J Qual
 * Technol 18:247) on Gauss-Legendre nodes. The two sums are joined by Kemp's formula, with a head start by that of
 * Lucas & Crosier 1982 (Technometrics 24:199, appendix).
 *
 * @param shift of the mean from the first run on, in SD of one measurement.
 * @returns runs to the first signal, the signalling one included; 1 or above. Null above 1e12, where double precision
 *   cannot tell.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function cusumAverageRunLength(design: CusumDesign, shift = 0, sides: CusumSides = "two-sided"): number | null {
  requireCusumDesign(design);
  requireFiniteNumber(shift, "shift");
  const length = sides === "upper" ? upperLength(design, shift) : twoSidedLength(design, shift);
  return isDetermined(length) ? length : null;
}

function upperLength(design: CusumDesign, shift: number): number {
  const { rate, headStartRatio } = oneSided(design, shift);
  return headStartRatio / rate;
}

/** (U D0 + U0 D - U0 D0) / (U0 + D0) for the lengths of both sides from 0 and from the head start. */
function twoSidedLength(design: CusumDesign, shift: number): number {
  const [upper, lower] = [oneSided(design, shift), oneSided(design, -shift)];
  return (upper.headStartRatio + lower.headStartRatio - 1) / (upper.rate + lower.rate);
}

interface OneSidedSignals {
  /** Signals a run from 0, 1 / ARL; 0 where that is below what can be told. */
  readonly rate: number;
  /** Run length from the head start over that from 0; it is accurate also where both are too long to be told. */
  readonly headStartRatio: number;
}

/** L(z) = 1 + L(0) P(the sum falls to 0) + the integral of L over what lies between; 0 is a node of its own. */
function oneSided({ k, h, headStart = 0 }: CusumDesign, shift: number): OneSidedSignals {
  const n = Math.max(FEWEST_NODES, Math.ceil(NODES_PER_SD * h));
  const { nodes, weights } = gaussLegendre(n, 0, h);
  /** Weights of the run lengths from 0 and from the nodes for a sum that stands at z. */
  const step = (z: number): Float64Array => {
    const row = new Float64Array(n + 1);
    row[0] = normalCdf(k - z - shift);
    for (let node = 0; node < n; node++) row[node + 1] = weights[node] * normalDensity(nodes[node] + k - z - shift);
    return row;
  };
  const matrix = [0, ...nodes].map((z, place) => {
    const row = step(z).map((weight) => -weight);
    row[place] += 1;
    return row;
  });
  const lengths = solveLinearSystem(matrix, new Float64Array(n + 1).fill(1));
  if (lengths === null) return { rate: 0, headStartRatio: 1 };
  const fromHeadStart = step(headStart).reduce((sum, weight, place) => sum + weight * lengths[place], 1);
  return { rate: isDetermined(lengths[0]) ? 1 / lengths[0] : 0, headStartRatio: fromHeadStart / lengths[0] };
}
