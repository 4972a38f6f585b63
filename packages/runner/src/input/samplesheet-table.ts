import { readFileSync } from "node:fs";
import { type CsvRecord, csvRecords, QualityError } from "@touchstone/quality";
import { RunnerError } from "../error.ts";
import type { Problem } from "./problem.ts";

/** Columns that a sheet has to have, and those that it may have. */
export interface SheetColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional: readonly Column[];
}

/** A row of a sheet. */
export interface SheetRow<Column extends string> {
  /** 1-based. */
  readonly line: number;
  /** The cell without blanks around it; empty where the column is not there. */
  cell(column: Column): string;
  problem(column: Column, what: string): Problem;
}

/** A sheet as a table, and what is wrong with its form. */
export interface SheetTable<Column extends string> {
  readonly rows: readonly SheetRow<Column>[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a sheet: CSV with a header, in UTF-8 with or without a byte order mark, lines ending in LF or CRLF.
 *
 * @throws RunnerError TS_PIPELINE_INPUT_INVALID when it cannot be read as a table at all.
 */
export function readSheetTable<Column extends string>(file: string, columns: SheetColumns<Column>): SheetTable<Column> {
  const [header, ...records] = recordsOf(file);
  if (header === undefined) {
    const message = `${file}: is empty; its first line names the columns: ${columns.required.join(",")}`;
    throw new RunnerError("TS_PIPELINE_INPUT_INVALID", message, { file });
  }
  const names = header.fields.map((name) => name.trim());
  const problems = problemsOfHeader(file, header.line, names, columns);
  // Without knowing which column is which, nothing about the rows can be said.
  if (problems.length > 0) return { rows: [], problems };
  const rows: SheetRow<Column>[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== names.length) {
      const what = `has ${fields.length} cells where the header has ${names.length}: put a cell that holds a comma into quotes, and leave empty cells in their place`;
      problems.push({ file, line, column: Math.min(fields.length, names.length + 1), field: null, what });
    } else rows.push(rowOf(file, line, names, fields));
  }
  if (records.length === 0) {
    problems.push({ file, line: header.line, column: null, field: null, what: "no samples follow the header" });
  }
  return { rows, problems };
}

function recordsOf(file: string): CsvRecord[] {
  const text = textOf(file);
  try {
    return csvRecords(text, file, ",");
  } catch (error) {
    if (!(error instanceof QualityError)) throw error;
    const { line = 1, column = 1 } = error.details;
    const details = { file, line, column };
    throw new RunnerError("TS_PIPELINE_INPUT_INVALID", `${error.message}: close or remove the quote`, details, error);
  }
}

function textOf(file: string): string {
  const invalid = (what: string, cause?: unknown) =>
    new RunnerError("TS_PIPELINE_INPUT_INVALID", `${file}: ${what}`, { file }, cause);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw invalid(`the samplesheet cannot be read: ${cause instanceof Error ? cause.message : cause}`, cause);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalid("is no text in UTF-8: save it as CSV UTF-8", cause);
  }
}

function problemsOfHeader(
  file: string,
  line: number,
  names: readonly string[],
  { required, optional }: SheetColumns<string>,
): Problem[] {
  const known = [...required, ...optional];
  const problem = (column: number | null, field: string | null, what: string): Problem => {
    return { file, line, column, field, what };
  };
  const [only = ""] = names;
  if (names.length === 1 && /[;\t]/.test(only)) {
    const separator = only.includes(";") ? "semicolons" : "tabs";
    return [problem(1, null, `cells are separated by ${separator}: save it with commas`)];
  }
  const missing = required.filter((name) => !names.includes(name));
  const problems = names.flatMap((name, index) => {
    if (!known.includes(name)) {
      return [
        problem(index + 1, name, `is no column of a samplesheet: remove or rename it; there are ${known.join(", ")}`),
      ];
    }
    return names.indexOf(name) < index ? [problem(index + 1, name, "is there twice: remove one")] : [];
  });
  return missing.length === 0
    ? problems
    : [problem(null, null, `no column ${missing.join(", ")}: add it`), ...problems];
}

function rowOf<Column extends string>(
  file: string,
  line: number,
  names: readonly string[],
  fields: readonly string[],
): SheetRow<Column> {
  const indexOf = (column: string) => names.indexOf(column);
  return {
    line,
    cell: (column) => fields[indexOf(column)]?.trim() ?? "",
    problem: (column, what) => {
      const index = indexOf(column);
      return { file, line, column: index < 0 ? null : index + 1, field: column, what };
    },
  };
}
