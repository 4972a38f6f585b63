import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tables } from "../../test/arbitrary-tables.ts";
import { expectClose } from "../../test/reference.ts";
import { StatisticsError } from "../error.ts";
import { meanSquares } from "./mean-squares.ts";
import { MeanSquaresAccumulator } from "./mean-squares-accumulator.ts";

/** Shrout & Fleiss (1979), Table 2. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

/** The definition: deviations from row, column and grand means, squared and summed. */
function bruteForce(table: readonly (readonly number[])[]) {
  const [n, k] = [table.length, table[0].length];
  const average = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const rows = table.map(average);
  const columns = table[0].map((_, j) => average(table.map((row) => row[j])));
  const grand = average(rows);
  const sum = (f: (i: number, j: number) => number) =>
    table.reduce((total, row, i) => total + row.reduce((part, _, j) => part + f(i, j) ** 2, 0), 0);
  return {
    msSubjects: sum((i) => rows[i] - grand) / (n - 1),
    msRuns: sum((_, j) => columns[j] - grand) / (k - 1),
    msError: sum((i, j) => table[i][j] - rows[i] - columns[j] + grand) / ((n - 1) * (k - 1)),
    msWithin: sum((i, j) => table[i][j] - rows[i]) / (n * (k - 1)),
  };
}

describe("meanSquares", () => {
  test("reproduces Shrout & Fleiss (1979), Table 3", () => {
    const ms = meanSquares(shroutFleiss);
    expect(ms).toMatchObject({ subjects: 6, runs: 4 });
    expect(ms.msSubjects).toBeCloseTo(11.24, 2);
    expect(ms.msRuns).toBeCloseTo(97.458333 / 3, 5);
    expect(ms.msError).toBeCloseTo(1.02, 2);
    expect(ms.msWithin).toBeCloseTo(6.26, 2);
  });

  test("is the sum of squared deviations over its degrees of freedom", () => {
    fc.assert(
      fc.property(tables(), (table) => {
        const expected = bruteForce(table);
        const actual = meanSquares(table);
        for (const name of ["msSubjects", "msRuns", "msError", "msWithin"] as const) {
          expect(Math.abs(actual[name] - expected[name])).toBeLessThan(1e-9 * (1 + expected[name]));
        }
      }),
    );
  });

  test("an offset of a million million costs no more digits than the data lost to it", () => {
    const shifted = meanSquares(shroutFleiss.map((row) => row.map((x) => x + 1e12)));
    const { msSubjects, msRuns, msError } = meanSquares(shroutFleiss);
    expectClose(shifted.msSubjects, msSubjects, 1e-3);
    expectClose(shifted.msRuns, msRuns, 1e-3);
    expectClose(shifted.msError, msError, 1e-3);
  });

  test("identical runs have exactly no error, identical subjects exactly no variance", () => {
    expect(meanSquares([[0.1, 0.1, 0.1], [0.7, 0.7, 0.7]])).toMatchObject({ msRuns: 0, msError: 0, msWithin: 0 }); // biome-ignore format: a table
    expect(meanSquares([[0.1, 0.2, 0.7], [0.1, 0.2, 0.7], [0.1, 0.2, 0.7]])).toMatchObject({ msSubjects: 0, msError: 0 }); // biome-ignore format: a table
  });

  test("names the row and column of what is no number", () => {
    const bad = [[1, 2], [3, Number.NaN]]; // biome-ignore format: a table
    expect(() => meanSquares(bad)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "matrix", row: 1, column: 1 } }),
    );
    expect(() => meanSquares([[1, 2], [3]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
    expect(() => meanSquares([[1, 2]])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    expect(() => meanSquares([[1], [2]])).toThrow(StatisticsError);
  });
});

describe("MeanSquaresAccumulator", () => {
  function accumulate(rows: readonly (readonly number[])[], runs: number): MeanSquaresAccumulator {
    const accumulator = new MeanSquaresAccumulator(runs);
    for (const row of rows) accumulator.add(row);
    return accumulator;
  }

  function expectSame(actual: MeanSquaresAccumulator, table: readonly (readonly number[])[]): void {
    const expected = bruteForce(table);
    const ms = actual.meanSquares();
    expect(ms?.subjects).toBe(table.length);
    for (const name of ["msSubjects", "msRuns", "msError", "msWithin"] as const) {
      expect(Math.abs((ms?.[name] ?? Number.NaN) - expected[name])).toBeLessThan(1e-9 * (1 + expected[name]));
    }
  }

  test("merging parts, in any grouping, gives the mean squares of the whole", () => {
    fc.assert(
      fc.property(tables(), fc.nat(), fc.nat(), (table, first, second) => {
        const [from, to] = [first % (table.length + 1), second % (table.length + 1)].toSorted((a, b) => a - b);
        const runs = table[0].length;
        const parts = () =>
          [table.slice(0, from), table.slice(from, to), table.slice(to)].map((rows) => accumulate(rows, runs));
        const [a, b, c] = parts();
        a.merge(b);
        a.merge(c);
        expectSame(a, table);
        const [d, e, f] = parts();
        e.merge(f);
        d.merge(e);
        expectSame(d, table);
      }),
    );
  });

  test("has no mean squares before the second subject", () => {
    const accumulator = new MeanSquaresAccumulator(2);
    accumulator.add([1, 2]);
    expect(accumulator.meanSquares()).toBeNull();
    accumulator.add([2, 3]);
    expect(accumulator.meanSquares()).not.toBeNull();
  });

  test("values whose squares exceed all numbers are refused", () => {
    expect(() =>
      accumulate(
        [
          [1e200, 2e200],
          [3e200, -1e200],
        ],
        2,
      ).meanSquares(),
    ).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "matrix" } }));
  });

  test("a refused row changes nothing", () => {
    const accumulator = accumulate([[1, 2], [2, 4]], 2); // biome-ignore format: a table
    const before = accumulator.meanSquares();
    expect(() => accumulator.add([1, Number.POSITIVE_INFINITY])).toThrow(StatisticsError);
    expect(() => accumulator.merge(new MeanSquaresAccumulator(3))).toThrow(StatisticsError);
    expect(accumulator.meanSquares()).toEqual(before);
  });
});
