import type { ImportedStratum, StratumCounts, StratumKey } from "../imported-comparison.ts";
import { type CountError, checkCounts, checkTotals } from "../strata/check-counts.ts";
import { checkRate } from "../strata/check-rate.ts";
import type { UnplacedPoint } from "../strata/points.ts";
import { f1Of, precisionOf, ratesOf, recallOf } from "../strata/rates.ts";
import type { ResultRow } from "../table/result-table.ts";

/** hap.py prints rates to 6 digits; F1 is of rates that were not rounded. */
const TOLERANCE = 1e-6;

/** Filters of which hap.py gives all counts. */
const WHOLE_FILTERS = new Set(["ALL", "PASS", "SEL"]);

const COLUMNS: Readonly<Record<keyof StratumCounts, string>> = {
  truthTotal: "TRUTH.TOTAL",
  truthTp: "TRUTH.TP",
  truthFn: "TRUTH.FN",
  queryTotal: "QUERY.TOTAL",
  queryTp: "QUERY.TP",
  queryFp: "QUERY.FP",
  queryFpGenotype: "FP.gt",
  queryFpAllele: "FP.al",
  queryUnk: "QUERY.UNK",
};

/** The row of a table of hap.py as a stratum. `summary.csv` has no QUERY.TP: it is what is neither FP nor UNK. */
export function happyStratum(row: ResultRow): ImportedStratum {
  const key: StratumKey = {
    variantType: row.label("Type"),
    subtype: row.text("Subtype") ?? "*",
    stratum: row.text("Subset") ?? "*",
    filter: row.label("Filter"),
  };
  const counts = readCounts(row);
  const rates = ratesOf(counts);
  checkRate(row, "METRIC.Recall", rates.recall, TOLERANCE);
  checkRate(row, "METRIC.Precision", rates.precision, TOLERANCE);
  checkRate(row, "METRIC.Frac_NA", rates.unknownFraction, TOLERANCE);
  checkRate(row, "METRIC.F1_Score", rates.f1, TOLERANCE);
  return { ...key, ...counts, ...rates };
}

/** The row of a table by score as a point; its counts are those at and above the score. */
export function happyPoint(row: ResultRow): UnplacedPoint {
  const score = row.number("QQ");
  if (score === null) throw row.error("QQ", "the score is missing");
  const { truthTp, truthFn, queryTp, queryFp, ...others } = readCounts(row);
  const counts = { truthTp, truthFn, queryTp, queryFp };
  const [recall, precision] = [recallOf(counts), precisionOf(counts)];
  checkRate(row, "METRIC.Recall", recall, TOLERANCE);
  checkRate(row, "METRIC.Precision", precision, TOLERANCE);
  checkRate(row, "METRIC.Frac_NA", ratesOf({ ...counts, ...others }).unknownFraction, TOLERANCE);
  checkRate(row, "METRIC.F1_Score", f1Of(recall, precision), TOLERANCE);
  return { variantType: row.label("Type"), filter: row.label("Filter"), score, recall, precision, ...counts };
}

/**
 * Whether the row holds TP, FP and UNK of one FILTER value only: hap.py does not count FN and totals for it, and writes
 * them as 0.
 */
export function isPartOfCounts(row: ResultRow): boolean {
  if (WHOLE_FILTERS.has(row.label("Filter"))) return false;
  const rates = ["METRIC.Recall", "METRIC.Precision", "METRIC.Frac_NA"];
  const totals = ["TRUTH.TOTAL", "QUERY.TOTAL"];
  return rates.every((rate) => row.number(rate) === null) && totals.every((total) => (row.count(total) ?? 0) === 0);
}

function readCounts(row: ResultRow): StratumCounts {
  const read = Object.entries(COLUMNS).map(([count, column]) => [count, row.count(column)]);
  const counts = Object.fromEntries(read) as unknown as StratumCounts;
  const errorAt: CountError = (count, what) => row.error(COLUMNS[count], what);
  const { queryTotal, queryFp, queryUnk } = counts;
  for (const count of ["truthTotal", "truthTp", "truthFn", "queryTotal", "queryFp", "queryUnk"] as const) {
    if (counts[count] === null) throw errorAt(count, "the count is missing");
  }
  const rest = (queryTotal ?? 0) - (queryFp ?? 0) - (queryUnk ?? 0);
  checkCounts(counts, errorAt);
  const whole = { ...counts, queryTp: counts.queryTp ?? rest };
  checkTotals(whole, errorAt);
  return whole;
}
