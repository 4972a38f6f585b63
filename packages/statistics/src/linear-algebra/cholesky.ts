/**
 * Cholesky factor L of a symmetric positive definite matrix A = L L' of `size` rows, row by row; only the lower triangle
 * is read and written (Golub & Van Loan 2013, Matrix Computations, algorithm 4.2.1). Null where A is not positive
 * definite to rounding.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let i = 0; i < column; i++) sum -= factor[row * size + i] * factor[column * size + i];
      if (column < row) {
        factor[row * size + column] = sum / factor[column * size + column];
      } else {
        if (!(sum > Number.EPSILON * matrix[row * size + row])) return null;
        factor[row * size + row] = Math.sqrt(sum);
      }
    }
  }
  return factor;
}

/** log |A| from the Cholesky factor of A. */
export function logDeterminant(factor: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++) sum += Math.log(factor[row * size + row]);
  return 2 * sum;
}

/** x with A x = right, from the Cholesky factor of A. */
export function choleskySolve(factor: Float64Array, size: number, right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    for (let i = 0; i < row; i++) x[row] -= factor[row * size + i] * x[i];
    x[row] /= factor[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let i = row + 1; i < size; i++) x[row] -= factor[i * size + row] * x[i];
    x[row] /= factor[row * size + row];
  }
  return x;
}

/** The whole symmetric inverse of A, row by row, from the Cholesky factor of A. */
export function choleskyInverse(factor: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    inverse.set(choleskySolve(factor, size, unit), column * size);
  }
  return inverse;
}
