import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "./cholesky.ts";

/** B B' + I of a random B is positive definite. */
const positiveDefinite = fc
  .integer({ min: 1, max: 6 })
  .chain((size) =>
    fc
      .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size })
      .map((b) => ({ size, matrix: product(b, transpose(b, size), size).map((x, i) => x + (i % (size + 1) ? 0 : 1)) })),
  );

function product(a: ArrayLike<number>, b: ArrayLike<number>, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      for (let k = 0; k < size; k++) result[i * size + j] += a[i * size + k] * b[k * size + j];
    }
  }
  return result;
}

function transpose(a: ArrayLike<number>, size: number): Float64Array {
  return Float64Array.from({ length: size * size }, (_, i) => a[(i % size) * size + Math.floor(i / size)]);
}

describe("cholesky", () => {
  test("the factor times its transpose is the matrix", () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const factor = cholesky(matrix, size)!;
        product(factor, transpose(factor, size), size).forEach((x, i) => {
          expect(x).toBeCloseTo(matrix[i], 9);
        });
      }),
    );
  });

  test("the inverse times the matrix is one, and solving is multiplying by the inverse", () => {
    fc.assert(
      fc.property(positiveDefinite, ({ size, matrix }) => {
        const factor = cholesky(matrix, size)!;
        const unit = product(choleskyInverse(factor, size), matrix, size);
        unit.forEach((x, i) => {
          expect(x).toBeCloseTo(i % (size + 1) ? 0 : 1, 8);
        });
        const x = choleskySolve(factor, size, matrix.subarray(0, size));
        x.forEach((value, i) => {
          expect(value).toBeCloseTo(i === 0 ? 1 : 0, 8);
        });
      }),
    );
  });

  test("a known determinant", () => {
    // | 4 2 ; 2 3 | = 8
    expect(logDeterminant(cholesky(Float64Array.of(4, 2, 2, 3), 2)!, 2)).toBeCloseTo(Math.log(8), 14);
  });

  test("is null for a singular or indefinite matrix", () => {
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
  });
});
