import type { Numbers } from "../numbers.ts";

/** A table of subjects by runs in which null is a missing value. */
export type IncompleteMatrix = readonly ArrayLike<number | null>[];

/**
 * The subjects without a missing value, for statistics of complete tables. What is missing is seldom missing by chance
 * (a variant is lost where it is hard to call), so the result flatters: report how many were omitted.
 */
export function completeSubjects(matrix: IncompleteMatrix): {
  readonly matrix: readonly Numbers[];
  readonly omitted: number;
} {
  const complete = matrix.filter(isComplete);
  return { matrix: complete, omitted: matrix.length - complete.length };
}

function isComplete(row: ArrayLike<number | null>): row is Numbers {
  for (let run = 0; run < row.length; run++) if (row[run] === null) return false;
  return true;
}
