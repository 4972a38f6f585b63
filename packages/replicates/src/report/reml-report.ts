import { type CompleteSums, IccRemlAccumulator, iccRemlOf, type TwoWayIccForm } from "@touchstone/statistics";
import type { CellLayout } from "../accumulate/cell-layout.ts";
import type { Stratum } from "../accumulate/stratum.ts";
import type { Tally } from "../accumulate/tally.ts";
import { LEVEL } from "./report-level.ts";
import type { RemlIccReport } from "./reproducibility-report.ts";

/**
 * ICC by restricted maximum likelihood over all variants that at least two runs measured.
 *
 * @param sums of the stratum's cells together
 */
export function remlReport({ cells }: Stratum, tally: Tally, sums: Float64Array): RemlIccReport {
  const { layout } = tally.table;
  const accumulator = new IccRemlAccumulator(layout.runs);
  accumulator.addComplete(completeSums(sums, layout));
  tally.incomplete.addTo(accumulator, cells);
  const { subjects, observations, estimates } = iccRemlOf(accumulator, LEVEL);
  const estimate = (wanted: TwoWayIccForm) => estimates.filter(({ form }) => form === wanted)[0];
  return {
    variants: subjects,
    values: observations,
    agreement: estimate("ICC(A,1)"),
    consistency: estimate("ICC(C,1)"),
  };
}

function completeSums(sums: Float64Array, layout: CellLayout): CompleteSums {
  const subjects = sums[layout.complete];
  const deviationMeans = sums.subarray(layout.runMeans, layout.runMeans + layout.runs);
  let squaresWithin = 0;
  for (let run = 0; run < layout.runs; run++) {
    squaresWithin += sums[layout.runSquares + run] + subjects * deviationMeans[run] ** 2;
  }
  const [mean, squaresOfMeans] = [sums[layout.subjectMean], sums[layout.subjectSquares]];
  return { subjects, mean, squaresOfMeans, deviationMeans, squaresWithin };
}
