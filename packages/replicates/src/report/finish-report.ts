import type { OutputFiles } from "@touchstone/formats";
import { median } from "@touchstone/statistics";
import type { Stratum } from "../accumulate/stratum.ts";
import type { Tally } from "../accumulate/tally.ts";
import type { CommonOptions, ReplicatesResult } from "../options.ts";
import { touchstoneVersion } from "../version.ts";
import { pairsCsv } from "./pairs-csv.ts";
import type { PlotPoint } from "./plot-points.ts";
import type { ReproducibilityReport } from "./reproducibility-report.ts";
import { stratumReport } from "./stratum-report.ts";

/** What a report is made from. */
export interface ReportInput extends Pick<ReproducibilityReport, "kind" | "runs" | "inputs" | "normalisation"> {
  readonly options: CommonOptions;
  /** P.variants.tsv.gz is in it. */
  readonly files: OutputFiles;
  readonly startedAt: Date;
  readonly reportedOptions: Readonly<Record<string, unknown>>;
  readonly tally: Tally;
  readonly strata: readonly Stratum[];
  /** Name of the group of points that a cell belongs to. */
  readonly groupOf: (cell: number) => string;
  readonly warnings: readonly string[];
}

/** Writes the report and what is attached to it, and gives all files their names. */
export async function finishReport(input: ReportInput): Promise<ReplicatesResult> {
  const { options, files, tally } = input;
  const points = plotPoints(input);
  const report = buildReport(input, points.length);
  files.write(".reproducibility.json", `${JSON.stringify(report, null, 2)}\n`);
  files.write(".pairs.csv", pairsCsv(report.strata));
  const attached = await options.attach?.(report, { points, typicalDepth: typicalDepth(tally) });
  for (const { suffix, content } of attached ?? []) files.write(suffix, content);
  return { report, warnings: input.warnings, files: files.commit() };
}

function buildReport(input: ReportInput, shown: number): ReproducibilityReport {
  const { options, tally } = input;
  const names = input.runs.map(({ name }) => name);
  const strata = input.strata
    .map((stratum) => stratumReport(stratum, tally, names, options.leastCvMean))
    .filter(({ variants, dimension }) => variants > 0 || dimension === "all");
  return {
    schema: "touchstone/reproducibility/1",
    touchstone: touchstoneVersion(),
    node: process.version,
    startedAt: input.startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    kind: input.kind,
    runs: input.runs,
    inputs: input.inputs,
    options: input.reportedOptions,
    normalisation: input.normalisation,
    variants: strata[0].variants,
    plotPoints: {
      shown,
      rule: `the ${options.samplePoints} measured by two runs or more whose name has the smallest hash, seed ${options.seed}`,
    },
    strata,
  };
}

function plotPoints({ tally, groupOf }: ReportInput): PlotPoint[] {
  return tally.points().map(({ values, mean, cv, cell }) => ({
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    mean,
    cv: Number.isNaN(cv) ? null : cv,
    group: groupOf(cell),
  }));
}

function typicalDepth(tally: Tally): number | null {
  return median(tally.points().flatMap(({ depth }) => (depth > 0 ? [depth] : [])));
}
