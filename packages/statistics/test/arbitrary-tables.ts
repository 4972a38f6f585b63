import fc from "fast-check";

/** Tables of 2 to 8 subjects by 2 to 4 runs, values of two decimals. */
export function tables(): fc.Arbitrary<number[][]> {
  const value = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 100);
  return fc
    .integer({ min: 2, max: 4 })
    .chain((runs) => fc.array(fc.array(value, { minLength: runs, maxLength: runs }), { minLength: 2, maxLength: 8 }));
}
