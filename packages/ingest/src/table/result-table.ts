import { type CsvRecord, csvRecords, QualityError } from "@touchstone/quality";
import { IngestError } from "../error.ts";
import type { ResultText } from "../result-file.ts";
import { isMissing, parseFinite } from "./cell.ts";

/** One row of a result table; columns are found by name, whatever their case. */
export interface ResultRow {
  /** 1-based. */
  readonly line: number;
  /** The cell without surrounding blanks; null where the program has no value or the column is absent. */
  text(column: string): string | null;
  /** A text that has to be there. */
  label(column: string): string;
  /** A finite number; null where the program has no value or the column is absent. */
  number(column: string): number | null;
  /** A whole number of 0 or more, also spelled `12.0`; null as above. */
  count(column: string): number | null;
  /** TS_RESULT_INVALID at the cell. */
  error(column: string, what: string): IngestError;
}

/** A table of text with a header. */
export class ResultTable {
  readonly file: string;
  readonly rows: readonly ResultRow[];
  readonly #header: readonly string[];
  readonly #headerLine: number;
  readonly #columns = new Map<string, number>();
  readonly #twice = new Set<string>();

  /**
   * @param header its cells; names may be empty or there twice as long as nobody asks for them.
   * @throws IngestError TS_RESULT_INVALID when a row has another number of cells than the header.
   */
  constructor(file: string, header: CsvRecord, records: readonly CsvRecord[]) {
    this.file = file;
    this.#header = header.fields.map((name) => name.trim());
    this.#headerLine = header.line;
    for (const [index, name] of this.#header.entries()) {
      const key = name.toLowerCase();
      if (this.#columns.has(key)) this.#twice.add(key);
      else this.#columns.set(key, index);
    }
    this.rows = records.map((record) => this.#row(record));
  }

  /** Whether the header has the column. */
  has(column: string): boolean {
    return this.#columns.has(column.toLowerCase());
  }

  /** @throws IngestError TS_RESULT_INVALID that names every absent column, and one that is there twice. */
  require(...columns: readonly string[]): void {
    const details = { file: this.file, line: this.#headerLine };
    const absent = columns.filter((column) => !this.has(column));
    if (absent.length > 0) {
      const message = `${this.file}:${this.#headerLine}: no column ${absent.join(", ")}`;
      throw new IngestError("TS_RESULT_INVALID", message, { ...details, field: absent[0] ?? "" });
    }
    const twice = columns.find((column) => this.#twice.has(column.toLowerCase()));
    if (twice !== undefined) {
      const message = `${this.file}:${this.#headerLine}: the header has ${twice} twice`;
      throw new IngestError("TS_RESULT_INVALID", message, { ...details, field: twice });
    }
  }

  /** What those of the columns that are there hold: numbers, texts and nulls, to be kept. */
  cells(columns: readonly string[]): Record<string, string | number | null>[] {
    const present = columns.filter((column) => this.has(column));
    return this.rows.map((row) => Object.fromEntries(present.map((column) => [column, keptCell(row.text(column))])));
  }

  #row(record: CsvRecord): ResultRow {
    const { line, fields } = record;
    if (fields.length !== this.#header.length) {
      const what = `${fields.length} cells where the header has ${this.#header.length}; was the file cut off?`;
      const column = Math.min(fields.length, this.#header.length + 1);
      throw new IngestError("TS_RESULT_INVALID", `${this.file}:${line}, column ${column}: ${what}`, {
        file: this.file,
        line,
        column,
      });
    }
    const error = (column: string, what: string) => this.#errorAt(line, column, what);
    const text = (column: string): string | null => {
      const cell = fields[this.#columns.get(column.toLowerCase()) ?? -1]?.trim() ?? "";
      return isMissing(cell) ? null : cell;
    };
    const number = (column: string): number | null => {
      const cell = text(column);
      const value = cell === null ? null : parseFinite(cell);
      if (cell !== null && value === null) throw error(column, `'${cell}' is no finite number`);
      return value;
    };
    return {
      line,
      text,
      label(column) {
        const cell = text(column);
        if (cell === null) throw error(column, "the cell is empty");
        return cell;
      },
      number,
      count(column) {
        const value = number(column);
        if (value === null) return null;
        if (value < 0) throw error(column, `${value} is below 0, no count is`);
        if (!Number.isSafeInteger(value)) throw error(column, `${value} is no whole number`);
        return value;
      },
      error,
    };
  }

  #errorAt(line: number, name: string, what: string): IngestError {
    const column = (this.#columns.get(name.toLowerCase()) ?? 0) + 1;
    const message = `${this.file}:${line}, column ${column} (${name}): ${what}`;
    return new IngestError("TS_RESULT_INVALID", message, { file: this.file, line, column, field: name });
  }
}

/** A name such as `007` is no number. */
function keptCell(text: string | null): string | number | null {
  return text === null || /^[-+]?0\d/.test(text) ? text : (parseFinite(text) ?? text);
}

/**
 * Reads a table separated by commas, or by tabs where the header has no comma.
 *
 * @param leastRows below the header; 0 for tables that are written also of nothing
 * @throws IngestError TS_RESULT_INVALID when there are fewer rows, quotes do not match, the last line has no end (the
 *   programs end each line, so the file was cut off), or a row has another number of cells than the header.
 */
export function readResultTable({ file, text }: ResultText, leastRows = 1): ResultTable {
  const separator = firstLineOf(text).includes(",") ? "," : "\t";
  return tableOf(file, endedRecords({ file, text }, separator), leastRows);
}

/** The records of a text of which the last line is ended. */
export function endedRecords({ file, text }: ResultText, separator: string): CsvRecord[] {
  requireEnd({ file, text });
  try {
    return csvRecords(text, file, separator);
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    throw new IngestError("TS_RESULT_INVALID", error.message, error.details, error);
  }
}

/** @throws IngestError TS_RESULT_INVALID when the text does not end with a line break. */
export function requireEnd({ file, text }: ResultText): void {
  if (/[\r\n]/.test(text.slice(text.trimEnd().length))) return;
  const line = text.split("\n").length;
  const message = `${file}:${line}: the last line has no end, so the file was cut off; if it was edited, add a line break`;
  throw new IngestError("TS_RESULT_INVALID", message, { file, line });
}

/** A table whose first record is the header. */
export function tableOf(file: string, records: readonly CsvRecord[], leastRows = 1): ResultTable {
  const [header, ...rows] = records;
  if (header === undefined || rows.length < leastRows) {
    throw new IngestError("TS_RESULT_INVALID", `${file} holds no row`, { file });
  }
  return new ResultTable(file, header, rows);
}

/** The text up to the first line break, without the byte order mark that some editors write. */
export function firstLineOf(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? "";
}
