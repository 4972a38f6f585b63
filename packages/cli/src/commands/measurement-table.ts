import type { TableOptions } from "@touchstone/replicates";
import { readText } from "../read-text.ts";

/**
 * Reads a table of measurements with the columns analyte, run, value and, if wanted, depth and stratum.
 *
 * @throws FormatError when the file cannot be read; QualityError TS_MEASUREMENT_INVALID for a missing column, an empty
 *   cell or a value that is no finite number, with line and column.
 */
export async function readMeasurements(
  path: string,
): Promise<Pick<TableOptions, "table" | "measurements" | "columns">> {
  const { CsvTable } = await import("@touchstone/quality");
  const table = new CsvTable(readText(path), path);
  table.require("analyte", "run", "value");
  const measurements = table.rows.map((row) => {
    const [analyte, run] = ["analyte", "run"].map((name) => {
      const text = table.text(row, name);
      if (text === "") throw table.error(row, name, "empty");
      return text;
    });
    const value = table.number(row, "value");
    if (value === null) throw table.error(row, "value", "empty; leave out the row of what was not measured");
    const stratum = table.text(row, "stratum");
    return { line: row.line, analyte, run, value, depth: table.number(row, "depth"), stratum: stratum || null };
  });
  return {
    table: path,
    measurements,
    columns: Object.fromEntries(table.header.map((name, column) => [name, column + 1])),
  };
}
