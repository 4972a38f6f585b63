import { csvRecords, QualityError } from "@touchstone/quality";
import { isPairTable } from "../replicates/replicate-pairs.ts";
import { isVariantTable } from "../replicates/replicate-variants.ts";
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

/** Of a table of measurements whose run somebody has to say; its other columns are no history. */
const MEASUREMENTS_OF_ONE_RUN = ["material", "analyte", "value"];

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
  if (isVariantTable(text)) return "replicate variants";
  if (isPairTable(text)) return "replicate pairs";
  const header = headerCells(text);
  const names = header.map((name) => name.trim().toLowerCase());
  const known = SIGNATURES.find(([, columns]) => columns.every((column) => names.includes(column)))?.[0];
  if (known === "hap.py extended") return hasScores(rowsOf(text), names) ? "hap.py roc" : known;
  if (known === "nextflow trace") return separatorOf(text) === "\t" ? known : null;
  if (known !== undefined) return known;
  if (isHistory(header, rowsOf(text))) return "measurement history";
  return MEASUREMENTS_OF_ONE_RUN.every((column) => names.includes(column)) ? "measurements" : null;
}

/** Names of the columns of a table separated by commas, tabs or semicolons; none when the text is no table. */
export function headerCells(text: string): string[] {
  const [header = []] = cellsOf(firstLineOf(text), separatorOf(text));
  return header;
}

function rowsOf(text: string): string[][] {
  return cellsOf(text, separatorOf(text)).slice(1);
}

function separatorOf(text: string): string | null {
  const header = firstLineOf(text);
  return [",", "\t", ";"].find((character) => header.includes(character)) ?? null;
}

/** None of a table that is damaged: its reader says where. */
function cellsOf(text: string, separator: string | null): string[][] {
  if (separator === null) return [];
  try {
    return csvRecords(text, "", separator).map(({ fields }) => [...fields]);
  } catch (error) {
    if (error instanceof QualityError) return [];
    throw error;
  }
}

function hasScores(rows: readonly (readonly string[])[], names: readonly string[]): boolean {
  const column = names.indexOf("qq");
  return rows.some((row) => (row[column]?.trim() ?? "*") !== "*");
}

function isHistory(header: readonly string[], rows: readonly (readonly string[])[]): boolean {
  const words = header.map((name) => name.replaceAll(/[_.-]/g, " "));
  const hasNumbers = header.some((_, column) => {
    const cells = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => !isMissing(cell));
    return !TIME_WORDS.test(words[column] ?? "") && cells.length > 0 && cells.every((cell) => NUMBER_CELL.test(cell));
  });
  return words.some((name) => RUN_WORDS.test(name)) && words.some((name) => TIME_WORDS.test(name)) && hasNumbers;
}
