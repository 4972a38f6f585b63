import { QualityError } from "../error.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";

/** What people's spreadsheets put between fields, by preference. */
const SEPARATORS = [",", "\t", ";"] as const;

/** One row of a table: its cells in the order of the header. */
export type CsvRow = CsvRecord;

/** A CSV text with a header: cells by the name of their column, and errors that say where the cell is. */
export class CsvTable {
  readonly file: string;
  /** Names of the columns, without surrounding blanks. */
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly #columns: ReadonlyMap<string, number>;

  /**
   * Reads a text whose fields are separated by commas; by tabs or semicolons where the header has no comma.
   *
   * @param file the name that errors give the text.
   * @throws QualityError TS_MEASUREMENT_INVALID when there is no header, a name is there twice or missing, quotes do not
   *   match, or a row has another number of fields than the header.
   */
  constructor(text: string, file: string) {
    const firstLine = text.slice(0, text.indexOf("\n") < 0 ? text.length : text.indexOf("\n"));
    const separator = SEPARATORS.find((character) => firstLine.includes(character)) ?? SEPARATORS[0];
    const [header, ...rows] = csvRecords(text, file, separator);
    if (header === undefined) throw new QualityError("TS_MEASUREMENT_INVALID", `${file} has no header`, { file });
    this.file = file;
    this.header = header.fields.map((name) => name.trim());
    this.rows = rows;
    this.#columns = new Map(this.header.map((name, column) => [name, column]));
    this.#checkHeader(header.line);
    for (const row of rows) {
      if (row.fields.length !== this.header.length) {
        const what = `${row.fields.length} fields where the header has ${this.header.length}`;
        throw this.#errorAt(row.line, Math.min(row.fields.length, this.header.length + 1), undefined, what);
      }
    }
  }

  /** Whether the header has the column. */
  has(name: string): boolean {
    return this.#columns.has(name);
  }

  /** @throws QualityError TS_MEASUREMENT_INVALID that names every absent column, and those that are there. */
  require(...names: readonly string[]): void {
    const absent = names.filter((name) => !this.has(name));
    if (absent.length > 0) {
      const message = `${this.file}:1: no column ${absent.join(", ")}; the header has ${this.header.join(", ")}`;
      throw new QualityError("TS_MEASUREMENT_INVALID", message, { file: this.file, line: 1, field: absent[0] ?? "" });
    }
  }

  /** The cell without surrounding blanks; "" where the cell is empty or the column absent. */
  text(row: CsvRow, name: string): string {
    return row.fields[this.#columns.get(name) ?? -1]?.trim() ?? "";
  }

  /**
   * The cell as a finite number; null when it is empty.
   *
   * @throws QualityError TS_MEASUREMENT_INVALID for other text, NaN and infinity among it.
   */
  number(row: CsvRow, name: string): number | null {
    const text = this.text(row, name);
    if (text === "") return null;
    const value = Number(text);
    if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) || !Number.isFinite(value)) {
      throw this.error(row, name, `'${text}' is no finite number`);
    }
    return value;
  }

  /** An error at a cell, for rules that the table does not know. */
  error(row: CsvRow, name: string, what: string): QualityError {
    return this.#errorAt(row.line, (this.#columns.get(name) ?? 0) + 1, name, what);
  }

  #checkHeader(line: number): void {
    for (const [column, name] of this.header.entries()) {
      if (name === "") throw this.#errorAt(line, column + 1, undefined, "the header has no name here");
      if (this.header.indexOf(name) !== column) {
        throw this.#errorAt(line, column + 1, name, "the header has this name twice");
      }
    }
  }

  #errorAt(line: number, column: number, field: string | undefined, what: string): QualityError {
    const place = `${this.file}:${line}, column ${column}${field === undefined ? "" : ` (${field})`}`;
    const details = { file: this.file, line, column, ...(field === undefined ? {} : { field }) };
    return new QualityError("TS_MEASUREMENT_INVALID", `${place}: ${what}`, details);
  }
}
