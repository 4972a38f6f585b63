import { allPairsFromMoments, type DifferenceMoments } from "@touchstone/statistics";
import { type CellLayout, PAIR_WIDTH, Pair } from "../accumulate/cell-layout.ts";
import { LEVEL, MULTIPLIER } from "./report-level.ts";
import type { PairReport, StratumReport } from "./reproducibility-report.ts";

/** Every two runs of a stratum, and the level at which the intervals of all of them hold. */
export function pairReports(
  sums: Float64Array,
  layout: CellLayout,
  runs: readonly string[],
): Pick<StratumReport, "pairs" | "pairsFamilyLevel"> {
  const sumsOf = (first: number, second: number) => {
    const at = layout.pairStart + layout.pairNumber(first, second) * PAIR_WIDTH;
    return sums.subarray(at, at + PAIR_WIDTH);
  };
  const options = { level: LEVEL, multiplier: MULTIPLIER };
  const all = allPairsFromMoments(runs.length, (first, second) => momentsOf(sumsOf(first, second)), options);
  const pairs = all.pairs.map(({ first, second, agreement, proportionalBias }): PairReport => {
    const pair = sumsOf(first, second);
    const eitherCalls = pair[Pair.eitherCalls];
    return {
      ...{ first: runs[first], second: runs[second], agreement, proportionalBias },
      oddsRatio: oddsRatio(pair),
      jaccard: eitherCalls === 0 ? null : pair[Pair.bothCall] / eitherCalls,
      bothCall: pair[Pair.bothCall],
      eitherCalls,
    };
  });
  return { pairs, pairsFamilyLevel: all.familyLevel };
}

function momentsOf(pair: Float64Array): DifferenceMoments {
  const n = pair[Pair.n];
  const divisor = Math.max(1, n - 1);
  return {
    n,
    meanDifference: pair[Pair.meanDifference],
    meanAverage: pair[Pair.meanAverage],
    varianceDifference: pair[Pair.squaresDifference] / divisor,
    varianceAverage: pair[Pair.squaresAverage] / divisor,
    covariance: pair[Pair.products] / divisor,
  };
}

/** Limits of agreement of logits, taken back to odds ratios: near 0 and 1, where VAFs pile up, these stay meaningful. */
function oddsRatio(pair: Float64Array): PairReport["oddsRatio"] {
  const n = pair[Pair.logitN];
  if (n < 2) return null;
  const bias = pair[Pair.logitMean];
  const reach = MULTIPLIER * Math.sqrt(pair[Pair.logitSquares] / (n - 1));
  return { n, bias: Math.exp(bias), limits: [Math.exp(bias - reach), Math.exp(bias + reach)] };
}
