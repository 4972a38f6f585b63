import { StatisticsError } from "../error.ts";
import type { Numbers } from "../numbers.ts";

/** Square table of counts: [category of the first rater][category of the second], at least one category. */
export type AgreementTable = readonly Numbers[];

/**
 * @throws StatisticsError TS_STATISTICS_LENGTH when the table is empty or not square, TS_STATISTICS_NOT_FINITE or
 *   TS_STATISTICS_OUT_OF_RANGE for an entry that is no finite number or negative.
 */
export function requireTable(table: AgreementTable): void {
  if (table.length === 0) throw new StatisticsError("TS_STATISTICS_LENGTH", "table has no rows", { argument: "table" });
  table.forEach((cells, row) => {
    if (cells.length !== table.length) {
      throw new StatisticsError(
        "TS_STATISTICS_LENGTH",
        `row ${row} of table has ${cells.length} columns, not ${table.length}`,
        { argument: "table", row },
      );
    }
    for (let column = 0; column < cells.length; column++) requireEntry(cells[column], row, column);
  });
}

function requireEntry(value: number, row: number, column: number): void {
  const details = { argument: "table", row, column };
  const place = `table[${row}][${column}] is ${value}`;
  if (!Number.isFinite(value)) {
    throw new StatisticsError("TS_STATISTICS_NOT_FINITE", `${place}, no finite number`, details);
  }
  if (value < 0) throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `${place}, a negative count`, details);
}

/** Row sums, column sums and total of a table. */
export interface Margins {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

/** Sums of a table that {@link requireTable} accepts. */
export function tableMargins(table: AgreementTable): Margins {
  const rows = new Array<number>(table.length).fill(0);
  const columns = new Array<number>(table.length).fill(0);
  let total = 0;
  table.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column++) {
      rows[row] += cells[column];
      columns[column] += cells[column];
      total += cells[column];
    }
  });
  return { rows, columns, total };
}
