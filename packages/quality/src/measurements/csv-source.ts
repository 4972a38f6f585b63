import { CsvTable } from "../table/csv-table.ts";
import { nameFinder, type SourceTable } from "./source-row.ts";

/**
 * Rows of a CSV text; columns are found whatever their case, and with or without underscores.
 *
 * @throws QualityError TS_MEASUREMENT_INVALID when the text is no table or lacks one of the needed columns.
 */
export function csvSource(text: string, file: string, needed: readonly string[]): SourceTable {
  const table = new CsvTable(text, file);
  const nameOf = nameFinder(table.header);
  table.require(...needed.map(nameOf));
  const rows = table.rows.map((row) => ({
    text: (field: string) => table.text(row, nameOf(field)),
    number: (field: string) => table.number(row, nameOf(field)),
    error: (field: string, what: string) => table.error(row, nameOf(field), what),
  }));
  return { rows, columns: table.header };
}
