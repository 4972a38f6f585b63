import { csvRecords, QualityError } from "@touchstone/quality";
import { isMissing } from "../table/cell.ts";
import { firstLineOf } from "../table/result-table.ts";
import type { ResultFormat } from "./recognise-format.ts";

/** Columns that no other table has together. */
const SIGNATURES: readonly (readonly [ResultFormat, readonly string[]])[] = [
  ["hap.py extended", ["type", "subtype", "subset", "filter", "qq", "truth.total", "query.total"]],
  ["hap.py summary", ["type", "filter", "truth.total", "query.total", "metric.recall"]],
  ["aardvark summary", ["comparison", "region_label", "variant_type", "truth_tp", "query_fp"]],
  ["som.py stats", ["type", "total.truth", "total.query", "tp", "fp", "fn"]],
  ["nextflow trace", ["task_id", "hash", "name", "status"]],
  ["measurements", ["run", "time", "material", "analyte", "value"]],
];

const VCFEVAL_SUMMARY =
  /^Threshold\s+True-pos-baseline\s+True-pos-call|^0 total baseline variants, no summary statistics/i;
const VCFEVAL_ROC = /^# ?score\ttrue_positives_baseline\tfalse_positives/im;

/** Words of the columns that tell when, what and how much, in histories that people keep. */
const RUN_WORDS = /\b(run|batch|sample|flowcell|sequencing)\b/i;
const TIME_WORDS = /\b(date|time|day|measured|performed)\b/i;
const NUMBER_CELL = /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?\s*%?$/i;

/** What a table is, by its columns; null when it is nothing known. */
export function formatOfTable(text: string): ResultFormat | null {
  if (VCFEVAL_SUMMARY.test(text.trimStart())) return "vcfeval summary";
  if (VCFEVAL_ROC.test(text)) return "vcfeval roc";
  const rows = tableCells(text);
  const names = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const known = SIGNATURES.find(([, columns]) => columns.every((column) => names.includes(column)));
  if (known?.[0] === "hap.py extended") return hasScores(rows, names) ? "hap.py roc" : "hap.py extended";
  if (known?.[0] === "nextflow trace" && !firstLineOf(text).includes("\t")) return null;
  if (known !== undefined) return known[0];
  return isHistory(rows) ? "measurement history" : null;
}

/** Cells of a table separated by commas, tabs or semicolons; of one that is damaged, the header alone. */
export function tableCells(text: string): string[][] {
  const header = firstLineOf(text);
  const separator = [",", "\t", ";"].find((character) => header.includes(character));
  return separator === undefined ? [] : (cellsOf(text, separator) ?? cellsOf(header, separator) ?? []);
}

function cellsOf(text: string, separator: string): string[][] | null {
  try {
    return csvRecords(text, "", separator).map(({ fields }) => [...fields]);
  } catch (error) {
    if (error instanceof QualityError) return null;
    throw error;
  }
}

function hasScores(rows: readonly (readonly string[])[], names: readonly string[]): boolean {
  const column = names.indexOf("qq");
  return rows.slice(1).some((row) => (row[column]?.trim() ?? "*") !== "*");
}

function isHistory([header = [], ...rows]: readonly (readonly string[])[]): boolean {
  const words = header.map((name) => name.replaceAll(/[_.-]/g, " "));
  const hasNumbers = header.some((_, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => !isMissing(cell));
    return !TIME_WORDS.test(words[column] ?? "") && cells.length > 0 && cells.every((cell) => NUMBER_CELL.test(cell));
  });
  return words.some((name) => RUN_WORDS.test(name)) && words.some((name) => TIME_WORDS.test(name)) && hasNumbers;
}
