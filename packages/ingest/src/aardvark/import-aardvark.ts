import { finishComparison, tablesDocument } from "../finish-comparison.ts";
import type { ImportedComparison, ImportedStratum, StratumCounts, StratumRates } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { type CountError, checkCounts, checkTotals } from "../strata/check-counts.ts";
import { checkRate } from "../strata/check-rate.ts";
import { ratesOf } from "../strata/rates.ts";
import { StrataSet } from "../strata/strata-set.ts";
import { type ResultRow, readResultTable } from "../table/result-table.ts";
import { aardvarkType } from "./variant-type.ts";

/** aardvark prints rates in full. */
const TOLERANCE = 1e-9;

const NEEDED = [
  "compare_label",
  "comparison",
  "region_label",
  "filter",
  "variant_type",
  "truth_total",
  "truth_tp",
  "truth_fn",
  "query_tp",
  "query_fp",
  "metric_recall",
  "metric_precision",
  "metric_f1",
];
const OPTIONAL = ["query_total", "truth_fn_gt", "query_fp_gt"];

const COLUMNS: Readonly<Partial<Record<keyof StratumCounts, string>>> = {
  truthTotal: "truth_total",
  truthTp: "truth_tp",
  truthFn: "truth_fn",
  queryTotal: "query_total",
  queryTp: "query_tp",
  queryFp: "query_fp",
  queryFpGenotype: "query_fp_gt",
};

/**
 * A comparison by aardvark, from its `summary.tsv`.
 *
 * aardvark counts everything in several ways. Rows of its comparison `GT` count variants, as other programs do, and have
 * its filter (`ALL`). Rows of the others name theirs, such as `ALL (BASEPAIR)`: they count alleles by haplotype (`HAP`),
 * the same weighted by length (`WEIGHTED_HAP`), or bases. Those counts of one variant depend on each other, so that
 * their rates have no interval. aardvark assesses all that it reads: UNK is null.
 *
 * @throws IngestError TS_RESULT_INVALID naming file, line and column.
 */
export function importAardvark(text: ResultText): ImportedComparison {
  const table = readResultTable(text);
  table.require(...NEEDED, ...OPTIONAL.filter((column) => table.has(column)));
  requireOneLabel(text.file, table.rows);
  const strata = new StrataSet();
  for (const row of table.rows) {
    strata.add(readRow(row), { file: text.file, error: (what) => row.error("variant_type", what) });
  }
  return finishComparison({
    format: "aardvark",
    metrics: tablesDocument("aardvark", { summary: table.cells([...NEEDED, ...OPTIONAL]) }),
    provenance: null,
    performedAt: null,
    strata: strata.sorted(),
    points: [],
    warnings: [],
  });
}

function requireOneLabel(file: string, rows: readonly ResultRow[]): void {
  const [first, ...others] = rows.map((row) => row.text("compare_label"));
  const other = others.findIndex((label) => label !== first);
  const row = rows[other + 1];
  if (other < 0 || row === undefined) return;
  const what = `${others[other]} after ${first}: ${file} holds more than one comparison, give one a file`;
  throw row.error("compare_label", what);
}

function readRow(row: ResultRow): ImportedStratum {
  const comparison = row.label("comparison");
  const region = row.label("region_label");
  const filter = row.label("filter");
  const counts = readCounts(row);
  const rates = ratesOf(counts);
  checkRate(row, "metric_recall", rates.recall, TOLERANCE);
  checkRate(row, "metric_precision", rates.precision, TOLERANCE);
  checkRate(row, "metric_f1", rates.f1, TOLERANCE);
  return {
    ...aardvarkType(row.label("variant_type")),
    stratum: region === "ALL" ? "*" : region,
    filter: comparison === "GT" ? filter : `${filter} (${comparison})`,
    ...counts,
    ...(comparison === "GT" ? rates : withoutIntervals(rates)),
  };
}

function readCounts(row: ResultRow): StratumCounts {
  const read = (count: keyof StratumCounts) => row.count(COLUMNS[count] ?? "");
  const errorAt: CountError = (count, what) => row.error(COLUMNS[count] ?? count, what);
  for (const count of ["truthTotal", "truthTp", "truthFn", "queryTp", "queryFp"] as const) {
    if (read(count) === null) throw errorAt(count, "the count is missing");
  }
  const queryTp = read("queryTp");
  const queryFp = read("queryFp");
  const counts: StratumCounts = {
    truthTotal: read("truthTotal"),
    truthTp: read("truthTp"),
    truthFn: read("truthFn"),
    // Versions before 0.7 do not print it; it is the sum by definition.
    queryTotal: read("queryTotal") ?? (queryTp ?? 0) + (queryFp ?? 0),
    queryTp,
    queryFp,
    queryFpGenotype: read("queryFpGenotype"),
    queryFpAllele: null,
    queryUnk: null,
  };
  checkCounts(counts, errorAt);
  checkTotals(counts, errorAt);
  return counts;
}

function withoutIntervals(rates: StratumRates): StratumRates {
  return { ...rates, recallLow: null, recallHigh: null, precisionLow: null, precisionHigh: null };
}
