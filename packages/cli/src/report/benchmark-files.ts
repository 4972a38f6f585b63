import { OutputFiles } from "@touchstone/formats";
import { type BenchmarkedComparison, type BenchmarkInput, benchmarkReport } from "@touchstone/report";
import { benchmarkMultiqc } from "@touchstone/report/multiqc";
import { readVersion } from "../version.ts";
import { invalid, type ListedComparison, readBenchmarkList } from "./benchmark-list.ts";
import { benchmarkTable } from "./benchmark-table.ts";
import { reportedComparison } from "./comparison-files.ts";
import { importOwnComparison } from "./own-comparison.ts";

/**
 * Gathers comparisons into one table (PREFIX.csv and PREFIX.json), one report (PREFIX.html) and a section for MultiQC.
 *
 * @param list CSV with columns sample, caller, truth_set, comparison and, if wanted, truth_set_version, stratification.
 * @returns the paths of the files.
 * @throws CliError TS_BENCHMARK_INVALID when the list is malformed, or comparisons cannot stand side by side: one name for
 *   two truths, or other options; FormatError and IngestError for files that are missing or none of `touchstone compare`.
 */
export function writeBenchmark(list: string, out: string): string[] {
  const listed = readBenchmarkList(list);
  const comparisons = listed.map((one) => readComparison(list, one));
  refuseMixed(list, listed, comparisons);
  const input: BenchmarkInput = { comparisons, touchstone: readVersion() };
  const multiqc = benchmarkMultiqc(input);
  const files = new OutputFiles(out);
  try {
    files.write(".csv", benchmarkTable(comparisons));
    files.write(".json", `${JSON.stringify(documentOf(input), null, 2)}\n`);
    files.write(".html", benchmarkReport(input));
    files.write(multiqc.suffix, multiqc.content);
    return files.commit();
  } finally {
    files.discard();
  }
}

function readComparison(list: string, listed: ListedComparison): BenchmarkedComparison {
  const { line, sample, caller, truthSet, truthSetVersion, stratification, prefix } = listed;
  const { metrics, provenance } = importOwnComparison(reportedComparison(prefix));
  if (provenance === null) {
    throw invalid(list, line, `${prefix}.provenance.json is missing: without it nobody knows what was compared`);
  }
  return {
    sample,
    caller,
    truthSet: { name: truthSet, version: truthSetVersion },
    stratification,
    metrics,
    provenance,
  };
}

/** Numbers are read side by side only when they were made alike and of one truth. */
function refuseMixed(
  list: string,
  listed: readonly ListedComparison[],
  comparisons: readonly BenchmarkedComparison[],
): void {
  const first = new Map<string, { readonly line: number; readonly value: string }>();
  const same = (line: number, what: string, value: string) => {
    const before = first.get(what) ?? { line, value };
    first.set(what, before);
    if (before.value === value) return;
    throw invalid(list, line, `${what} differs from that of line ${before.line}: ${value} here, ${before.value} there`);
  };
  for (const [place, { provenance, truthSet }] of comparisons.entries()) {
    const { line } = listed[place] as ListedComparison;
    const { inputs, options } = provenance;
    const set = `truth set ${truthSet.name}:`;
    same(line, `${set} the version`, truthSet.version ?? "none");
    same(line, `${set} the SHA-256 of the truth`, inputs.truth.sha256);
    same(line, `${set} the SHA-256 of the confident regions`, inputs.regions?.sha256 ?? "none");
    same(line, `${set} the SHA-256 of the targets`, inputs.targets?.sha256 ?? "none");
    for (const [name, value] of Object.entries(options)) same(line, `the option ${name}`, String(value));
  }
}

function documentOf({ comparisons, touchstone }: BenchmarkInput) {
  return {
    schema: "touchstone/benchmark/1",
    touchstone,
    comparisons: comparisons.map(({ metrics, provenance, ...one }) => ({
      ...one,
      touchstone: provenance.touchstone,
      inputs: provenance.inputs,
      options: provenance.options,
      records: metrics.records,
      strata: metrics.strata,
      rows: metrics.rows,
    })),
  };
}
