import { IngestError } from "../error.ts";
import type { ImportedStratum, StratumCounts } from "../imported-comparison.ts";
import type { ResultText } from "../result-file.ts";
import { ratesOf } from "../strata/rates.ts";
import { type ResultRow, ResultTable, requireEnd } from "../table/result-table.ts";
import { VCFEVAL_BEST_THRESHOLD, VCFEVAL_NO_THRESHOLD } from "./filters.ts";
import { agreedRate } from "./printed-rate.ts";

const COLUMNS = {
  threshold: "Threshold",
  truthTp: "True-pos-baseline",
  queryTp: "True-pos-call",
  queryFp: "False-pos",
  truthFn: "False-neg",
  precision: "Precision",
  recall: "Sensitivity",
  f1: "F-measure",
} as const;

const NO_TRUTH = /^0 total baseline variants, no summary statistics available\s*$/;

/** What `summary.txt` holds. */
export interface VcfevalSummary {
  readonly strata: readonly { readonly stratum: ImportedStratum; readonly error: (what: string) => IngestError }[];
  readonly cells: readonly object[];
  readonly warnings: readonly string[];
}

/**
 * Reads vcfeval's `summary.txt`: the row without threshold, and the one of the best F-measure where there is one.
 *
 * TP are counted as vcfeval does, on either side: of the truth `True-pos-baseline`, of the query `True-pos-call`. At a
 * threshold vcfeval weights truth TP and prints them rounded; rates that it computed before rounding are then kept as
 * printed, with 4 digits.
 */
export function readVcfevalSummary({ file, text }: ResultText): VcfevalSummary {
  if (NO_TRUTH.test(text)) return withoutTruth(file);
  requireEnd({ file, text });
  const table = tableOf(file, text);
  table.require(...Object.values(COLUMNS));
  const unlimited = table.rows.filter((row) => row.text(COLUMNS.threshold) === null);
  const best = table.rows.filter((row) => row.text(COLUMNS.threshold) !== null);
  const whole = unlimited[0];
  if (whole === undefined) {
    throw new IngestError("TS_RESULT_INVALID", `${file}: no row with threshold None; was the file cut off?`, { file });
  }
  const twice = unlimited[1] ?? best[1];
  if (twice !== undefined) throw twice.error(COLUMNS.threshold, "a second row of the kind");
  const ofWhole = readRow(whole, VCFEVAL_NO_THRESHOLD, null);
  const ofBest = best.map((row) => readRow(row, VCFEVAL_BEST_THRESHOLD, ofWhole.stratum.truthTotal));
  return { strata: [ofWhole, ...ofBest], cells: table.cells(Object.values(COLUMNS)), warnings: [] };
}

function tableOf(file: string, text: string): ResultTable {
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: index + 1, fields: line.trim().split(/\s+/) }));
  const [header, ...rows] = lines.filter(({ fields }) => !/^-*$/.test(fields.join("")));
  if (header === undefined) throw new IngestError("TS_RESULT_INVALID", `${file} holds no row`, { file });
  return new ResultTable(file, header, rows);
}

function readRow(row: ResultRow, filter: string, truthTotal: number | null): VcfevalSummary["strata"][number] {
  const error = (what: string) => row.error(COLUMNS.threshold, what);
  if (truthTotal !== null && row.number(COLUMNS.threshold) === null) throw error("the threshold is missing");
  const needed = (column: string): number => {
    const value = row.count(column);
    if (value === null) throw row.error(column, "the count is missing");
    return value;
  };
  const [truthTp, queryTp, queryFp] = [needed(COLUMNS.truthTp), needed(COLUMNS.queryTp), needed(COLUMNS.queryFp)];
  const truthFn = restOfTruth(row, truthTp, needed(COLUMNS.truthFn), truthTotal);
  const counts: StratumCounts = {
    truthTotal: truthTp + truthFn,
    truthTp,
    truthFn,
    queryTotal: queryTp + queryFp,
    queryTp,
    queryFp,
    queryFpGenotype: null,
    queryFpAllele: null,
    queryUnk: null,
  };
  const isWeighted = truthTotal !== null;
  return {
    stratum: { variantType: "ALL", subtype: "*", stratum: "*", filter, ...counts, ...ratesAt(row, counts, isWeighted) },
    error,
  };
}

/**
 * FN so that they and the TP are all truth records. Both are rounded from weighted numbers, so that halves may make them
 * one too many.
 */
function restOfTruth(row: ResultRow, truthTp: number, printed: number, truthTotal: number | null): number {
  if (truthTotal === null || truthTp + printed === truthTotal) return printed;
  if (truthTp + printed === truthTotal + 1) return printed - 1;
  throw row.error(
    COLUMNS.truthFn,
    `${truthTp} TP and ${printed} FN, but ${truthTotal} truth records without threshold`,
  );
}

function ratesAt(row: ResultRow, counts: StratumCounts, isWeighted: boolean): ReturnType<typeof ratesOf> {
  const rates = ratesOf(counts);
  const [truth, query] = [counts.truthTotal ?? 0, counts.queryTotal ?? 0];
  // A weighted count is off by at most half a record.
  const recall = agreedRate(row, COLUMNS.recall, rates.recall, isWeighted && truth > 0 ? 0.5 / truth : 0);
  const precision = agreedRate(row, COLUMNS.precision, rates.precision, isWeighted && query > 0 ? 0.5 / query : 0);
  const f1 = agreedRate(row, COLUMNS.f1, rates.f1, isWeighted && truth > 0 ? 1 / truth : 0);
  return { ...rates, recall, precision, f1 };
}

function withoutTruth(file: string): VcfevalSummary {
  const none = { truthTp: null, truthFn: null, queryTotal: null, queryTp: null, queryFp: null };
  const counts = { truthTotal: 0, ...none, queryFpGenotype: null, queryFpAllele: null, queryUnk: null };
  const key = { variantType: "ALL", subtype: "*", stratum: "*", filter: VCFEVAL_NO_THRESHOLD };
  const error = (what: string) => new IngestError("TS_RESULT_INVALID", `${file}: ${what}`, { file });
  return {
    strata: [{ stratum: { ...key, ...counts, ...ratesOf(counts) }, error }],
    cells: [],
    warnings: [`${file}: vcfeval found no truth record and counted nothing`],
  };
}
