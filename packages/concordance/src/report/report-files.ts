import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { CountTable } from "../count/count-table.ts";
import { extendedLines } from "./extended-csv.ts";
import type { ReportInput } from "./report-input.ts";
import { rocTables } from "./roc-csv.ts";
import { summaryLines } from "./summary-csv.ts";

const compress = promisify(gzip);

/** A file to be written beside the output prefix. */
export interface ReportFile {
  /** What follows the prefix, e.g. `.summary.csv`. */
  readonly suffix: string;
  readonly content: Uint8Array;
}

/** The tables in hap.py's format: `summary.csv`, `extended.csv` and the gzip-compressed roc tables. */
export async function reportFiles(input: ReportInput): Promise<ReportFile[]> {
  const table = new CountTable(input.tally);
  const extended = extendedLines(input, table);
  const roc = Array.from(rocTables(input, table, extended), async ([name, lines]) => ({
    suffix: `.${name}.csv.gz`,
    content: await compress(fileText(lines)),
  }));
  return [
    { suffix: ".summary.csv", content: fileText(summaryLines(input, table)) },
    { suffix: ".extended.csv", content: fileText(extended) },
    ...(await Promise.all(roc)),
  ];
}

function fileText(lines: readonly string[]): Uint8Array {
  return Buffer.from(`${lines.join("\n")}\n`);
}
