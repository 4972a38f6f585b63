/**
 * Solves A x = b by Gaussian elimination with partial pivoting, in place.
 *
 * @param matrix rows of A; overwritten.
 * @param right b; overwritten with x and returned.
 * @returns null when A is singular.
 */
export function solveLinearSystem(matrix: readonly Float64Array[], right: Float64Array): Float64Array | null {
  const rows = [...matrix];
  const n = right.length;
  for (let column = 0; column < n; column++) {
    const pivot = largestBelow(rows, column);
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    [right[column], right[pivot]] = [right[pivot], right[column]];
    const pivotRow = rows[column];
    if (pivotRow[column] === 0) return null;
    for (let row = column + 1; row < n; row++) {
      const factor = rows[row][column] / pivotRow[column];
      if (factor === 0) continue;
      for (let place = column; place < n; place++) rows[row][place] -= factor * pivotRow[place];
      right[row] -= factor * right[column];
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let place = row + 1; place < n; place++) right[row] -= rows[row][place] * right[place];
    right[row] /= rows[row][row];
  }
  return right;
}

function largestBelow(rows: readonly Float64Array[], column: number): number {
  let largest = column;
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row][column]) > Math.abs(rows[largest][column])) largest = row;
  }
  return largest;
}
