import { gzipSync } from "node:zlib";
import type { ImportedComparison, ResultFile } from "../src/index.ts";
import { importComparison } from "../src/index.ts";

/* Tables as the programs write them, made from counts by the programs' published definitions of their columns. */

/** Counts of one row. */
export interface Counts {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
  readonly queryUnk: number;
}

/** A table with a header, to be spelled in several ways. */
export interface Table {
  readonly file: string;
  readonly separator: string;
  /** Lines above the header, each with its end. */
  readonly above: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const COUNTS: Counts = { truthTp: 90, truthFn: 10, queryTp: 95, queryFp: 5, queryUnk: 25 };

export function textOf({ separator, above, header, rows }: Table): string {
  return above + [header, ...rows].map((row) => `${row.join(separator)}\n`).join("");
}

export function fileOf(table: Table): ResultFile {
  return { name: table.file, bytes: Buffer.from(textOf(table)) };
}

export function imported(...tables: readonly Table[]): ImportedComparison {
  return importComparison(tables.map(fileOf));
}

export function textFile(name: string, text: string): ResultFile {
  return { name, bytes: Buffer.from(text) };
}

/** The same table, gzipped, with CRLF, a byte order mark and its header in capitals. */
export function disguised(table: Table): ResultFile {
  const text = `\uFEFF${textOf({ ...table, header: table.header.map((name) => name.toUpperCase()) })}`;
  return { name: "elsewhere.bin", bytes: gzipSync(text.replaceAll("\n", "\r\n")) };
}

/** The table with the columns in the order of `order`, their indices. */
export function permuted(table: Table, order: readonly number[]): Table {
  const pick = (row: readonly string[]) => order.map((index) => row[index] ?? "");
  return { ...table, header: pick(table.header), rows: table.rows.map(pick) };
}

/** The table with one cell replaced. */
export function withCell(table: Table, row: number, column: string, cell: string): Table {
  const at = table.header.indexOf(column);
  const rows = table.rows.map((cells, index) => (index === row ? cells.with(at, cell) : cells));
  return { ...table, rows };
}

export function withoutColumn(table: Table, column: string): Table {
  return permuted(
    table,
    table.header.flatMap((name, index) => (name === column ? [] : [index])),
  );
}

/** hap.py's rates: 6 digits, 0.0 without records, F1 empty when it is 0 / 0. */
function happyRate(numerator: number, denominator: number): string {
  const rounded = denominator === 0 ? 0 : Number((numerator / denominator).toPrecision(6));
  return Number.isInteger(rounded) ? `${rounded}.0` : String(rounded);
}

function happyCells(counts: Counts): Record<string, string> {
  const { truthTp, truthFn, queryTp, queryFp, queryUnk } = counts;
  const recall = truthTp / (truthTp + truthFn || 1);
  const precision = queryTp / (queryTp + queryFp || 1);
  return {
    "TRUTH.TOTAL": String(truthTp + truthFn),
    "TRUTH.TP": String(truthTp),
    "TRUTH.FN": String(truthFn),
    "QUERY.TOTAL": String(queryTp + queryFp + queryUnk),
    "QUERY.FP": String(queryFp),
    "QUERY.UNK": String(queryUnk),
    "FP.gt": String(Math.floor(queryFp / 2)),
    "FP.al": String(queryFp - Math.floor(queryFp / 2)),
    "METRIC.Recall": happyRate(truthTp, truthTp + truthFn),
    "METRIC.Precision": happyRate(queryTp, queryTp + queryFp),
    "METRIC.Frac_NA": happyRate(queryUnk, queryTp + queryFp + queryUnk),
    "METRIC.F1_Score": recall + precision === 0 ? "" : happyRate(2 * recall * precision, recall + precision),
  };
}

/** `summary.csv`: types SNP and INDEL, filters ALL and PASS. */
export function happySummary(counts: Counts = COUNTS): Table {
  const rows = ["INDEL", "SNP"].flatMap((type) =>
    ["ALL", "PASS"].map((filter) => ({
      Type: type,
      Filter: filter,
      ...happyCells(counts),
      "TRUTH.TOTAL.TiTv_ratio": type === "SNP" ? "2.1" : "",
      "TRUTH.TOTAL.het_hom_ratio": ".",
    })),
  );
  return tableOf("P.summary.csv", ",", rows);
}

/** A row of `extended.csv` or of a roc table. */
export function happyExtendedRow(
  counts: Counts,
  key: { type?: string; subtype?: string; subset?: string; filter?: string; genotype?: string; qq?: string } = {},
): Record<string, string> {
  return {
    Type: key.type ?? "SNP",
    Subtype: key.subtype ?? "*",
    Subset: key.subset ?? "*",
    Filter: key.filter ?? "ALL",
    Genotype: key.genotype ?? "*",
    "QQ.Field": "QUAL",
    QQ: key.qq ?? "*",
    "Subset.Size": "1000000",
    "Subset.IS_CONF.Size": "900000.000000",
    "QUERY.TP": String(counts.queryTp),
    ...happyCells(counts),
  };
}

export function happyExtended(rows: readonly Record<string, string>[], file = "P.extended.csv"): Table {
  return tableOf(file, ",", rows);
}

/** `summary.txt` of vcfeval, in its own columns of blanks. */
export function vcfevalSummary(rows: readonly (readonly string[])[]): string {
  const header = [
    "Threshold",
    "True-pos-baseline",
    "True-pos-call",
    "False-pos",
    "False-neg",
    "Precision",
    "Sensitivity",
    "F-measure",
  ];
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, column) => cell.padStart(header[column]?.length ?? 0)).join("  ")}\n`;
  return `${line(header)}${"-".repeat(100)}\n${rows.map(line).join("")}`;
}

/** A curve of vcfeval, version "ROC output 1.2". */
export function vcfevalRoc(
  rows: readonly (readonly string[])[],
  { selection = "ALL", truth = 10, query = 12, file = "weighted_roc.tsv", metrics = true } = {},
): Table {
  const above = [
    "#Version RTG Tools 3.12.1, ROC output 1.2",
    "#CL vcfeval -b truth.vcf.gz -c calls.vcf.gz",
    `#selection: ${selection}`,
    `#total baseline variants: ${truth}`,
    `#total call variants: ${query}`,
    "#score field: QUAL",
  ];
  const counts = ["#score", "true_positives_baseline", "false_positives", "true_positives_call"];
  const header = metrics ? [...counts, "false_negatives", "precision", "sensitivity", "f_measure"] : counts;
  return { file, separator: "\t", above: `${above.join("\n")}\n`, header, rows };
}

/** A row of a curve, from weighted truth TP. */
export function rocRow(score: string, truthTp: number, queryFp: number, queryTp: number, truth = 10): string[] {
  const [recall, precision] = [truthTp / truth, queryTp / (queryTp + queryFp)];
  const rates = [precision, recall, (2 * precision * recall) / (precision + recall)];
  return [
    score,
    ...[truthTp, queryFp, queryTp, truth - truthTp].map((count) => count.toFixed(2)),
    ...rates.map((rate) => rate.toFixed(4)),
  ];
}

/** A row of aardvark's `summary.tsv`: rates in full, empty without records, NaN for F1 of two zeros. */
export function aardvarkRow(
  counts: Counts,
  key: { label?: string; comparison?: string; region?: string; type?: string } = {},
): Record<string, string> {
  const { truthTp, truthFn, queryTp, queryFp } = counts;
  const [truth, query] = [truthTp + truthFn, queryTp + queryFp];
  const [recall, precision] = [truthTp / truth, queryTp / query];
  const isGenotype = (key.comparison ?? "GT") === "GT";
  return {
    compare_label: key.label ?? "compare",
    comparison: key.comparison ?? "GT",
    region_label: key.region ?? "ALL",
    filter: "ALL",
    variant_type: key.type ?? "ALL",
    truth_total: String(truth),
    truth_tp: String(truthTp),
    truth_fn: String(truthFn),
    query_total: String(query),
    query_tp: String(queryTp),
    query_fp: String(queryFp),
    metric_recall: truth === 0 ? "" : String(recall),
    metric_precision: query === 0 ? "" : String(precision),
    metric_f1: truth === 0 || query === 0 ? "" : String((2 * recall * precision) / (recall + precision)),
    truth_fn_gt: isGenotype ? String(Math.floor(truthFn / 2)) : "",
    query_fp_gt: isGenotype ? String(Math.floor(queryFp / 2)) : "",
  };
}

export function aardvarkSummary(rows: readonly Record<string, string>[]): Table {
  return tableOf("summary.tsv", "\t", rows);
}

/** A row of som.py's `stats.csv`; the first column is the index of its data frame and has no name. */
export function sompyRow(counts: Counts, { type = "SNVs", ambi = 3, size = 2_000_000 } = {}): Record<string, string> {
  const { truthTp: tp, truthFn: fn, queryFp: fp, queryUnk: unk } = counts;
  const total = tp + fp + unk + ambi;
  const ratio = (numerator: number, denominator: number) =>
    denominator === 0 ? "" : String(Number((numerator / denominator).toPrecision(12)));
  return {
    "": "1",
    type,
    "total.truth": String(tp + fn),
    "total.query": String(total),
    tp: String(tp),
    fp: String(fp),
    fn: String(fn),
    unk: String(unk),
    ambi: String(ambi),
    recall: ratio(tp, tp + fn),
    recall2: ratio(tp, tp + fn),
    precision: ratio(tp, tp + fp),
    na: ratio(unk, total),
    ambiguous: ratio(ambi, total),
    "fp.region.size": String(size),
    "fp.rate": size === 0 ? "inf" : ratio(1e6 * fp, size),
    sompyversion: "som.py-v0.3.15",
    sompycmd: '"som.py truth.vcf.gz query.vcf.gz -l ""chr1,chr2"" -o out"',
  };
}

export function sompyStats(rows: readonly Record<string, string>[]): Table {
  return tableOf("P.stats.csv", ",", rows);
}

function tableOf(file: string, separator: string, rows: readonly Record<string, string>[]): Table {
  return {
    file,
    separator,
    above: "",
    header: Object.keys(rows[0] ?? {}),
    rows: rows.map((row) => Object.values(row)),
  };
}
