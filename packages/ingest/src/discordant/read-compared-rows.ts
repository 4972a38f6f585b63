import { IngestError } from "../error.ts";
import type { ResultText } from "../result-file.ts";
import { type ComparedRow, readComparedRow } from "./compared-row.ts";

/** A VCF in which a comparison wrote its decisions, as GA4GH describes it. */
export interface ComparedRows {
  /** Names in the order of the header. */
  readonly contigs: readonly string[];
  /** By contig and ascending position; read as they are asked for. @throws IngestError TS_RESULT_INVALID. */
  readonly rows: Iterable<ComparedRow>;
}

const LAST_COLUMNS = "\tFORMAT\tTRUTH\tQUERY";

/** Whether a text is a VCF with the columns TRUTH and QUERY. */
export function isComparedVcf(text: string): boolean {
  if (!text.startsWith("##fileformat=VCF")) return false;
  const columns = text.indexOf("\n#CHROM\t") + 1;
  return columns > 0 && lineAt(text, columns).endsWith(LAST_COLUMNS);
}

/** Reads such a VCF; the text is known to be one. */
export function readComparedRows({ file, text }: ResultText): ComparedRows {
  const contigs: string[] = [];
  let line = 1;
  let from = 0;
  for (; text[from] === "#"; from = endOf(text, from) + 1, line++) {
    const name = /^##contig=<(?:.*,)?ID=([^,>]+)/.exec(lineAt(text, from))?.[1];
    if (name !== undefined) contigs.push(name);
  }
  return { contigs, rows: { [Symbol.iterator]: () => rowsFrom(text, from, line, file) } };
}

function* rowsFrom(text: string, from: number, firstLine: number, file: string): Generator<ComparedRow> {
  const seen = new Set<string>();
  let before: ComparedRow | null = null;
  let line = firstLine;
  for (let start = from; start < text.length; start = endOf(text, start) + 1, line++) {
    const content = lineAt(text, start);
    if (content === "") continue;
    const row = readComparedRow(content, file, line);
    const isNext = before?.contig === row.contig ? before.position <= row.position : !seen.has(row.contig);
    if (!isNext) {
      const message = `${file} line ${line}, POS: ${row.contig}:${row.position} is out of order`;
      throw new IngestError("TS_RESULT_INVALID", message, { file, line, column: 2, field: "POS" });
    }
    seen.add(row.contig);
    before = row;
    yield row;
  }
}

function endOf(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function lineAt(text: string, from: number): string {
  const end = endOf(text, from);
  return text.slice(from, text[end - 1] === "\r" ? end - 1 : end);
}
