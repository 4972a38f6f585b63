import { FormatError } from "../error.ts";
import type { FastaIndexEntry } from "./fasta-index.ts";

const fields = ["NAME", "LENGTH", "OFFSET", "LINEBASES", "LINEWIDTH"] as const;

/**
 * The entries of a .fai file, in its order.
 *
 * @param file the path named in errors.
 * @throws FormatError `TS_INDEX_INVALID` with line and column.
 */
export function parseFai(text: string, file: string): FastaIndexEntry[] {
  const entries: FastaIndexEntry[] = [];
  const names = new Set<string>();
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i].endsWith("\r") ? lines[i].slice(0, -1) : lines[i];
    if (line === "") continue;
    const entry = parseLine(line, file, i + 1);
    if (names.has(entry.name)) throw invalid(file, i + 1, 1, `sequence ${entry.name} is listed twice`);
    names.add(entry.name);
    entries.push(entry);
  }
  if (entries.length === 0) throw new FormatError("TS_INDEX_INVALID", `${file} lists no sequence`, { file });
  return entries;
}

/** The text of a .fai file. */
export function formatFai(entries: readonly FastaIndexEntry[]): string {
  return entries.map((e) => `${e.name}\t${e.length}\t${e.offset}\t${e.lineBases}\t${e.lineBytes}\n`).join("");
}

function parseLine(line: string, file: string, lineNumber: number): FastaIndexEntry {
  const columns = line.split("\t");
  // A sixth column is the offset of the qualities, written for FASTQ.
  if (columns.length < 5 || columns.length > 6) {
    throw invalid(file, lineNumber, columns.length, `5 tab-separated columns expected, ${columns.length} found`);
  }
  if (columns[0] === "") throw invalid(file, lineNumber, 1, "the name is empty");
  const number = (column: number): number => {
    const value = Number(columns[column]);
    if (/^\d+$/.test(columns[column]) && Number.isSafeInteger(value)) return value;
    throw invalid(
      file,
      lineNumber,
      column + 1,
      `${fields[column]} is ${JSON.stringify(columns[column])}, not a whole number`,
    );
  };
  const entry = { name: columns[0], length: number(1), offset: number(2), lineBases: number(3), lineBytes: number(4) };
  if (entry.length > 0 && entry.lineBases === 0)
    throw invalid(file, lineNumber, 4, "LINEBASES is 0 for a sequence that is not empty");
  if (entry.lineBytes < entry.lineBases) throw invalid(file, lineNumber, 5, "LINEWIDTH is less than LINEBASES");
  return entry;
}

function invalid(file: string, line: number, column: number, what: string): FormatError {
  return new FormatError("TS_INDEX_INVALID", `${file} line ${line}, column ${column}: ${what}`, {
    file,
    line,
    column,
    field: fields[column - 1] ?? "",
  });
}
