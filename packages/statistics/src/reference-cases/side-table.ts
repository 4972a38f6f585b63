import { StatisticsError } from "../error.ts";

/** A CSV file that lies beside the cases. */
export interface SideTable {
  readonly columns: readonly string[];
  /** Numbers where a field is one, null where it is empty or NA. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * Reads comma-separated text with a header; quotes around a field are taken off.
 *
 * @throws StatisticsError TS_STATISTICS_CASES_INVALID naming the line that has another number of fields than the header.
 */
export function readSideTable(text: string, file: string): SideTable {
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(",").map(unquoted);
  const rows = lines.map((line, index) => {
    const fields = line.split(",").map(unquoted);
    if (fields.length === columns.length) return fields.map(cell);
    throw new StatisticsError(
      "TS_STATISTICS_CASES_INVALID",
      `${file}, line ${index + 2}: ${fields.length} fields, not ${columns.length}`,
      { row: index + 1 },
    );
  });
  return { columns, rows };
}

function unquoted(field: string): string {
  return field.trim().replace(/^"(.*)"$/, "$1");
}

function cell(field: string): string | number | null {
  if (field === "" || field === "NA") return null;
  const value = Number(field);
  return Number.isFinite(value) ? value : field;
}
