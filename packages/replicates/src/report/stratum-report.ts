import {
  type IccForm,
  iccFromMeanSquares,
  type MeanSquares,
  medianStandardDeviationFactor,
  randomRunLimits,
  standardDeviationInterval,
} from "@touchstone/statistics";
import { type CellLayout, RUN_STATES } from "../accumulate/cell-layout.ts";
import { CellTable } from "../accumulate/cell-table.ts";
import { RunState } from "../accumulate/run-state.ts";
import type { Stratum } from "../accumulate/stratum.ts";
import type { Tally } from "../accumulate/tally.ts";
import { pairReports } from "./pair-reports.ts";
import { remlReport } from "./reml-report.ts";
import { LEVEL, MULTIPLIER } from "./report-level.ts";
import type {
  CallsReport,
  CvReport,
  OverdispersionReport,
  RunCallsReport,
  StratumReport,
  WithinReport,
} from "./reproducibility-report.ts";

/** The numbers of one stratum, from the sums of its cells. */
export function stratumReport(
  stratum: Stratum,
  tally: Tally,
  runs: readonly string[],
  leastMean: number,
): StratumReport {
  const { layout } = tally.table;
  const table = new CellTable(layout, 1);
  for (const cell of stratum.cells) table.mergeCell(0, tally.table, cell);
  const { sums } = table;
  const meanSquares = completeMeanSquares(sums, layout);
  const estimate = (form: IccForm) => iccFromMeanSquares(meanSquares, form, LEVEL);
  return {
    name: stratum.name,
    dimension: stratum.dimension,
    variants: sums[layout.variants],
    discordantZygosity: sums[layout.discordant],
    complete: sums[layout.complete],
    within: withinReport(sums, layout),
    betweenRuns: meanSquares === null ? null : randomRunLimits(meanSquares, { level: LEVEL, multiplier: MULTIPLIER }),
    icc: { agreement: estimate("ICC(A,1)"), consistency: estimate("ICC(C,1)") },
    iccReml: remlReport(stratum, tally, sums),
    cv: cvReport(stratum, tally, sums, leastMean),
    overdispersion: overdispersionReport(sums, layout),
    calls: callsReport(sums, layout, runs),
    ...pairReports(sums, layout, runs),
  };
}

/** Mean squares of the variants that all runs measured (McGraw & Wong 1996, Table 2); null with fewer than two. */
function completeMeanSquares(sums: Float64Array, layout: CellLayout): MeanSquares | null {
  const { runs } = layout;
  const subjects = sums[layout.complete];
  if (subjects < 2) return null;
  let squaresOfRuns = 0;
  let squaresOfError = 0;
  for (let run = 0; run < runs; run++) {
    squaresOfRuns += subjects * sums[layout.runMeans + run] ** 2;
    squaresOfError += sums[layout.runSquares + run];
  }
  return {
    subjects,
    runs,
    msSubjects: (runs * sums[layout.subjectSquares]) / (subjects - 1),
    msRuns: squaresOfRuns / (runs - 1),
    msError: squaresOfError / ((subjects - 1) * (runs - 1)),
    msWithin: (squaresOfRuns + squaresOfError) / (subjects * (runs - 1)),
  };
}

function withinReport(sums: Float64Array, layout: CellLayout): WithinReport {
  const variants = sums[layout.replicated];
  const degreesOfFreedom = sums[layout.withinDf];
  if (degreesOfFreedom === 0) {
    const reason = "no variant was measured by two runs";
    return { variants, degreesOfFreedom, sd: null, sdInterval: null, limits: null, reason };
  }
  const sd = Math.sqrt(sums[layout.withinSquares] / degreesOfFreedom);
  const reach = MULTIPLIER * Math.SQRT2 * sd;
  const sdInterval = standardDeviationInterval(sd, degreesOfFreedom, LEVEL);
  const reason = sd === 0 ? "no variation: an interval would have no width" : null;
  return { variants, degreesOfFreedom, sd, sdInterval, limits: [0 - reach, reach], reason };
}

function cvReport({ cells }: Stratum, tally: Tally, sums: Float64Array, leastMean: number): CvReport {
  const { layout } = tally.table;
  const n = sums[layout.cvs];
  const belowLeastMean = sums[layout.belowMean];
  const floorDf = sums[layout.floorDf];
  const correctedMedian = tally.cvs.quantile(cells, 0.5, (measured) => 1 / medianStandardDeviationFactor(measured));
  const floorMedian = floorDf === 0 ? null : tally.floors.quantile(cells, 0.5);
  return {
    n,
    belowLeastMean,
    leastMean,
    pooled: n === 0 ? null : Math.sqrt(sums[layout.cvSquares] / sums[layout.cvDf]),
    median: tally.cvs.quantile(cells, 0.5),
    p90: tally.cvs.quantile(cells, 0.9),
    correctedMedian,
    floorPooled: floorDf === 0 ? null : Math.sqrt(sums[layout.floorSquares] / floorDf),
    floorMedian,
    ratioToFloor: correctedMedian === null || !floorMedian ? null : correctedMedian / floorMedian,
    reason: cvReason(n, belowLeastMean),
  };
}

function cvReason(n: number, belowLeastMean: number): string | null {
  if (n > 0) return null;
  return belowLeastMean > 0 ? "all means are below the least for a CV" : "no variant was measured by two runs";
}

function overdispersionReport(sums: Float64Array, layout: CellLayout): OverdispersionReport {
  const n = sums[layout.dispersions];
  const expected = sums[layout.dispersionExpected];
  if (n === 0) return { n, value: null, reason: "no variant with depths and a VAF between 0 and 1" };
  return { n, value: sums[layout.dispersionSquares] / expected, reason: null };
}

function callsReport(sums: Float64Array, layout: CellLayout, names: readonly string[]): CallsReport {
  const variants = sums[layout.variants];
  const runs = names.map((run, number): RunCallsReport => {
    const states = layout.states + number * RUN_STATES;
    const lowDepth = sums[states + RunState.lowDepth];
    const evaluable = variants - lowDepth;
    return {
      run,
      called: sums[states + RunState.called],
      recorded: sums[states + RunState.recorded],
      lowDepth,
      noDepth: sums[states + RunState.noDepth],
      imputed: sums[states + RunState.imputed],
      absent: sums[states + RunState.absent],
      callRate: evaluable === 0 ? null : sums[layout.calls + number] / evaluable,
    };
  });
  let calls = 0;
  let evaluable = 0;
  runs.forEach(({ lowDepth }, number) => {
    calls += sums[layout.calls + number];
    evaluable += variants - lowDepth;
  });
  const calledIn = [...sums.subarray(layout.calledIn, layout.calledIn + names.length + 1)];
  return { callRate: evaluable === 0 ? null : calls / evaluable, runs, calledIn };
}
