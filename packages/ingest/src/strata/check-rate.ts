import type { ResultRow } from "../table/result-table.ts";

/**
 * Holds a printed rate to the counts beside it. A rate that is not printed is no contradiction; nor is 0 where there is
 * nothing to divide by, which several programs print.
 *
 * @param computed from the counts; null where there is nothing to divide by.
 * @param tolerance the largest difference that rounding explains.
 * @throws IngestError TS_RESULT_INVALID at the printed rate.
 */
export function checkRate(row: ResultRow, column: string, computed: number | null, tolerance: number): void {
  const printed = row.number(column);
  if (printed === null) return;
  if (computed === null && printed === 0) return;
  if (computed === null) throw row.error(column, `${printed} is printed where the counts leave nothing to divide by`);
  if (Math.abs(printed - computed) > tolerance) {
    throw row.error(column, `${printed} is printed where the counts give ${Number(computed.toPrecision(8))}`);
  }
}
