import type { ResultText } from "../result-file.ts";
import type { PlacedAt } from "../strata/points.ts";
import type { StrataSet } from "../strata/strata-set.ts";
import { type ResultRow, readResultTable } from "../table/result-table.ts";
import { NEEDED_OF_EXTENDED, NEEDED_OF_SUMMARY, OPTIONAL } from "./columns.ts";
import { happyPoint, happyStratum, isPartOfCounts } from "./happy-row.ts";

/** What one table holds. */
export interface HappyTable {
  /** Cells of the rows over all scores, to be kept. */
  readonly cells: readonly object[];
  readonly points: readonly PlacedAt[];
  readonly warnings: readonly string[];
}

/**
 * What a row is: a stratum (QQ `*`), a point of a curve over all records, or one of those that have no place among the
 * records.
 */
type RowKind = "stratum" | "point" | keyof typeof LEFT_OUT;

const LEFT_OUT = {
  filter: "of single FILTER values, for which hap.py counts neither FN nor totals",
  genotype: "of single genotypes",
  curve: "of curves by subtype, stratum or genotype",
} as const;

/** Reads `summary.csv`: a row a type and filter, put into `strata`. */
export function readHappySummary(text: ResultText, strata: StrataSet): HappyTable {
  return readHappy(text, NEEDED_OF_SUMMARY, strata);
}

/** Reads `extended.csv`: rows over all scores are put into `strata`, those at a score are points. */
export function readHappyExtended(text: ResultText, strata: StrataSet): HappyTable {
  return readHappy(text, NEEDED_OF_EXTENDED, strata);
}

/** The same of a `roc.*.csv.gz`, which has no row where the query has no record of its type. */
export function readHappyCurve(text: ResultText, strata: StrataSet): HappyTable {
  return readHappy(text, NEEDED_OF_EXTENDED, strata, 0);
}

function readHappy(text: ResultText, needed: readonly string[], strata: StrataSet, leastRows = 1): HappyTable {
  const table = readResultTable(text, leastRows);
  table.require(...needed, ...OPTIONAL.filter((column) => table.has(column)));
  const kinds = table.rows.map(kindOf);
  const rowsOf = (kind: RowKind) => table.rows.filter((_, index) => kinds[index] === kind);
  for (const row of rowsOf("stratum")) {
    strata.add(happyStratum(row), { file: table.file, error: (what) => row.error("Type", what) });
  }
  return {
    cells: table.cells([...new Set([...needed, ...OPTIONAL])]).filter((_, index) => kinds[index] === "stratum"),
    points: rowsOf("point").map((row) => ({
      point: happyPoint(row),
      file: table.file,
      error: (what) => row.error("QQ", what),
    })),
    warnings: Object.entries(LEFT_OUT).flatMap(([kind, what]) => {
      const rows = rowsOf(kind as RowKind).length;
      return rows === 0 ? [] : [`${table.file}: ${rows} row${rows === 1 ? "" : "s"} ${what} left out`];
    }),
  };
}

function kindOf(row: ResultRow): RowKind {
  if (isPartOfCounts(row)) return "filter";
  const isWhole = (column: string) => (row.text(column) ?? "*") === "*";
  if (!isWhole("QQ")) return isWhole("Subtype") && isWhole("Subset") && isWhole("Genotype") ? "point" : "curve";
  return isWhole("Genotype") ? "stratum" : "genotype";
}
