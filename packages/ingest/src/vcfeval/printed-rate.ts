import type { ResultRow } from "../table/result-table.ts";

/** Half of the last of the 4 digits that vcfeval prints. */
export const RATE_ROUNDING: number = 0.5e-4 + 1e-9;

/**
 * The rate that counts give, where it rounds to the printed one; what is printed, where rounded counts explain the
 * difference. Nothing printed is no contradiction.
 *
 * @param slack the largest difference that comes from counts which are rounded themselves; 0 for whole ones.
 * @throws IngestError TS_RESULT_INVALID at the cell when the two disagree.
 */
export function agreedRate(row: ResultRow, column: string, computed: number | null, slack: number): number | null {
  const printed = row.number(column);
  if (printed === null || (computed === null && printed === 0)) return computed;
  if (computed === null) throw row.error(column, `${printed} is printed where the counts leave nothing to divide by`);
  const difference = Math.abs(printed - computed);
  if (difference > RATE_ROUNDING + slack) {
    throw row.error(column, `${printed} is printed where the counts give ${Number(computed.toPrecision(8))}`);
  }
  return difference <= RATE_ROUNDING ? computed : printed;
}
