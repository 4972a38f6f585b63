import { StatisticsError } from "../error.ts";
import type { Numbers } from "../numbers.ts";
import { type MeanSquares, MeanSquaresAccumulator } from "./mean-squares-accumulator.ts";

/**
 * Mean squares of a complete table `matrix[subject][run]`, unharmed by a large common offset: only deviations are
 * squared.
 *
 * @throws StatisticsError TS_STATISTICS_TOO_FEW with fewer than two subjects or runs, TS_STATISTICS_LENGTH for rows of
 *   unequal length, TS_STATISTICS_NOT_FINITE for a value that is no finite number.
 */
export function meanSquares(matrix: readonly Numbers[]): MeanSquares {
  const result = meanSquaresOrNull(matrix);
  if (result !== null) return result;
  throw new StatisticsError("TS_STATISTICS_TOO_FEW", `matrix has ${matrix.length} subjects; mean squares need two`, {
    argument: "matrix",
  });
}

/** As {@link meanSquares}, but null with fewer than two subjects: an empty stratum is no mistake of the caller. */
export function meanSquaresOrNull(matrix: readonly Numbers[]): MeanSquares | null {
  if (matrix.length === 0) return null;
  const accumulator = new MeanSquaresAccumulator(matrix[0].length);
  for (const row of matrix) accumulator.add(row);
  return accumulator.meanSquares();
}
