import type { IngestError } from "../error.ts";
import type { ImportedStratum, StratumCounts } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import type { PlacedAt, UnplacedPoint } from "../strata/points.ts";
import { f1Of, ratesOf } from "../strata/rates.ts";
import { endedRecords, type ResultRow, ResultTable } from "../table/result-table.ts";
import { VCFEVAL_NO_THRESHOLD } from "./filters.ts";
import { agreedRate, RATE_ROUNDING } from "./printed-rate.ts";
import { type RocHeader, readRocHeader } from "./roc-header.ts";

const SCORE = "score";
const TRUTH_TP = "true_positives_baseline";
const QUERY_FP = "false_positives";
const QUERY_TP = "true_positives_call";
const TRUTH_FN = "false_negatives";

/** Half of the last of the 2 digits of weighted counts. */
const COUNT_ROUNDING = 0.005 + 1e-9;

/** What a curve holds. */
export interface VcfevalRoc {
  readonly header: RocHeader;
  readonly points: readonly PlacedAt[];
  /** Whether higher scores are stricter. */
  readonly descending: boolean;
  /** All calls of the selection, whatever their score; null when the file does not hold all of them. */
  readonly whole: { readonly stratum: ImportedStratum; readonly error: (what: string) => IngestError } | null;
  readonly warnings: readonly string[];
}

/**
 * Reads a curve: `weighted_roc.tsv`, `snp_roc.tsv`, `non_snp_roc.tsv` or another selection. Its last row is over all calls
 * of the selection, and a stratum; a row of calls without score has no place on the curve.
 *
 * vcfeval weights truth TP by the calls that found them. Where a number is not whole, truth TP and FN are null, and the
 * recall is the one printed.
 */
export function readVcfevalRoc(text: ResultText): VcfevalRoc {
  const header = readRocHeader(text);
  const table = tableOf(text);
  table.require(SCORE, TRUTH_TP, QUERY_FP, QUERY_TP);
  const points = table.rows.map((row) => ({ point: readPoint(row, header), file: text.file, error: at(row) }));
  requireRising(table.rows);
  const last = table.rows.at(-1);
  const scored = table.rows.flatMap((row) => row.number(SCORE) ?? []);
  const whole = last === undefined ? null : wholeOf(last, header);
  return {
    header,
    points: points.flatMap(({ point, ...place }) =>
      point.score === null ? [] : { point: { ...point, score: point.score }, ...place },
    ),
    descending: (scored[0] ?? 0) >= (scored.at(-1) ?? 0),
    whole: whole === null || last === undefined ? null : { stratum: whole, error: at(last) },
    warnings: whole === null ? [`${text.file}: the curve does not reach all calls, so it gives no row over them`] : [],
  };
}

function at(row: ResultRow): (what: string) => IngestError {
  return (what) => row.error(SCORE, what);
}

function tableOf(text: ResultText): ResultTable {
  const records = endedRecords(text, "\t");
  const isHeader = (cells: readonly string[]) => /^# ?score$/i.test(cells[0]?.trim() ?? "");
  const header = records.find(({ fields }) => isHeader(fields)) ?? { line: 1, fields: [] };
  const rows = records.filter(({ fields }) => !fields[0]?.startsWith("#"));
  return new ResultTable(text.file, { ...header, fields: header.fields.map((name) => name.replace(/^# ?/, "")) }, rows);
}

function readPoint(
  row: ResultRow,
  header: RocHeader,
): Omit<UnplacedPoint, "score"> & { readonly score: number | null } {
  const { truthTotal } = header;
  const [truthTp, queryFp, queryTp] = [weight(row, TRUTH_TP), weight(row, QUERY_FP), weight(row, QUERY_TP)];
  const truthFn = truthTotal - truthTp;
  if (truthFn < -COUNT_ROUNDING) throw row.error(TRUTH_TP, `${truthTp} TP of ${truthTotal} truth records`);
  const printedFn = row.number(TRUTH_FN);
  if (printedFn !== null && Math.abs(printedFn - truthFn) > 2 * COUNT_ROUNDING) {
    throw row.error(TRUTH_FN, `${printedFn} FN with ${truthTp} TP of ${truthTotal} truth records`);
  }
  const slack = (counts: number, records: number) => (records === 0 ? 0 : (counts * COUNT_ROUNDING) / records);
  const recall = agreedRate(row, "sensitivity", ratio(truthTp, truthTotal), slack(2, truthTotal));
  const precision = agreedRate(row, "precision", ratio(queryTp, queryTp + queryFp), slack(2, queryTp + queryFp));
  agreedRate(row, "f_measure", f1Of(recall, precision), RATE_ROUNDING + slack(2, truthTotal));
  const isWhole = Number.isInteger(truthTp);
  return {
    variantType: header.selection,
    filter: VCFEVAL_NO_THRESHOLD,
    score: row.number(SCORE),
    recall,
    precision,
    truthTp: isWhole ? truthTp : null,
    truthFn: isWhole ? truthFn : null,
    queryTp: wholeOrNull(queryTp),
    queryFp: wholeOrNull(queryFp),
  };
}

function weight(row: ResultRow, column: string): number {
  const value = row.number(column);
  if (value === null) throw row.error(column, "the count is missing");
  if (value < 0) throw row.error(column, `${value} is below 0, no count is`);
  return value;
}

/** Each row adds calls to those of the row before. */
function requireRising(rows: readonly ResultRow[]): void {
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const falling = [TRUTH_TP, QUERY_FP, QUERY_TP].find(
      (column) => before !== undefined && weight(row, column) < weight(before, column),
    );
    if (falling !== undefined) throw row.error(falling, "less than in the row above, which is of fewer calls");
  }
}

/** The last row, where it holds all calls that the header counts. */
function wholeOf(row: ResultRow, { selection, truthTotal, queryTotal }: RocHeader): ImportedStratum | null {
  const [truthTp, queryFp, queryTp] = [weight(row, TRUTH_TP), weight(row, QUERY_FP), weight(row, QUERY_TP)];
  if (queryTotal !== queryTp + queryFp || !Number.isInteger(truthTp) || !Number.isInteger(queryTp)) return null;
  const counts: StratumCounts = {
    truthTotal,
    truthTp,
    truthFn: truthTotal - truthTp,
    queryTotal,
    queryTp,
    queryFp,
    queryFpGenotype: null,
    queryFpAllele: null,
    queryUnk: null,
  };
  const key = { variantType: selection, subtype: "*", stratum: "*", filter: VCFEVAL_NO_THRESHOLD };
  return { ...key, ...counts, ...ratesOf(counts) };
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function wholeOrNull(value: number): number | null {
  return Number.isInteger(value) ? value : null;
}
