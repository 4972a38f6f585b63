import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalNoise } from "../../test/normal-noise.ts";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { nestedAnova } from "./nested-anova.ts";
import { oneWayAnova } from "./one-way-anova.ts";

/** NIST StRD SmLs01: 9 groups of 21 values; SmLs04 and SmLs07 add 1e6 and 1e12. */
function simonLesage(offset: number): { values: number[]; labels: number[] } {
  const centres = [1.4, 1.3, 1.5, 1.3, 1.5, 1.3, 1.5, 1.3, 1.5];
  const tenths = (x: number) => Math.round(10 * x) / 10;
  const groups = centres.map((c) => [c, ...Array.from({ length: 20 }, (_, i) => tenths(i % 2 ? c + 0.1 : c - 0.1))]);
  return {
    values: groups.flat().map((x) => x + offset),
    labels: groups.flatMap((group, i) => group.map(() => i)),
  };
}

describe("oneWayAnova", () => {
  test.skipIf(!referenceAvailable)("nist-anova-smls01 and smls07", () => {
    const [small, large] = referenceCases("anova");
    const { values, labels } = simonLesage(0);
    const anova = oneWayAnova(values, labels);
    const { MSB, MSW, F, df, R2, icc11 } = small.expected;
    expectClose(anova.msBetween, MSB, small.tolerance);
    expectClose(anova.msWithin, MSW, small.tolerance);
    expectClose(anova.f, F, small.tolerance);
    expect(anova.df).toEqual(df);
    expectClose(anova.rSquared, R2, small.tolerance);
    expectClose(anova.icc, icc11, small.tolerance);
    const shifted = simonLesage(1e12);
    expectClose(oneWayAnova(shifted.values, shifted.labels).f, large.expected.F, large.tolerance);
  });

  test("the certified F of SmLs04 (data + 1e6) to nine digits", () => {
    const { values, labels } = simonLesage(1e6);
    expectClose(oneWayAnova(values, labels).f, 21, 1e-9);
  });

  test("groups of unequal size: Sokal & Rohlf's mean size, and a negative variance is shown", () => {
    const anova = oneWayAnova([1, 5, 2, 4, 3, 3.5], ["a", "a", "a", "b", "b", "c"]);
    // (6 - (9 + 4 + 1) / 6) / 2
    expect(anova.groupSize).toBeCloseTo(11 / 6, 14);
    expect(anova.varianceBetween).toBeLessThan(0);
    expect(anova.icc).toBeLessThan(0);
  });

  test("is undefined rather than infinite without variation within groups", () => {
    expect(oneWayAnova([1, 1, 2, 2], [0, 0, 1, 1])).toMatchObject({ f: null, p: 0, icc: 1, rSquared: 1 });
    expect(oneWayAnova([1, 1, 1, 1], [0, 0, 1, 1])).toMatchObject({ f: null, p: null, icc: null, rSquared: null });
  });

  test("refuses a single group, groups without repeats, and unequal lengths", () => {
    for (const labels of [
      [0, 0, 0],
      [0, 1, 2],
    ]) {
      expect(() => oneWayAnova([1, 2, 3], labels)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
    }
    expect(() => oneWayAnova([1, 2], [0])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
    expect(() => oneWayAnova([1, Number.NaN], [0, 1])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
    );
  });
});

test("values whose squares exceed all numbers are refused", () => {
  const refused = expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "values" } });
  const values = [1e200, 2e200, -1e200];
  expect(() => oneWayAnova(values, [1, 1, 2])).toThrow(refused);
  expect(() => nestedAnova(values, [{ name: "day", labels: [1, 1, 2] }])).toThrow(refused);
});

describe("nestedAnova", () => {
  test.skipIf(!referenceAvailable)("vca-ep05-1: 20 days of 2 runs of 2 replicates, as the R package VCA", () => {
    const { input, expected, tolerance } = referenceCases("variance-components").find(({ id }) => id === "vca-ep05-1")!;
    const day = { name: "day", labels: input.day };
    const anova = nestedAnova(input.y, [day, { name: "run", labels: input.run }]);
    const lines = [anova.total, ...anova.components];
    expect(lines.map(({ name }) => name)).toEqual(["total", "day", "day:run", "residual"]);
    lines.forEach(({ variance, sd, cv }, i) => {
      expectClose(variance, expected.VC[i], tolerance);
      expectClose(sd, expected.SD[i], tolerance);
      expectClose(100 * (cv ?? 0), expected.CV_percent[i], tolerance);
    });
    expectClose(anova.total.degreesOfFreedom, expected.DF[0], tolerance);
    expect(anova.table.map(({ degreesOfFreedom }) => degreesOfFreedom)).toEqual(expected.DF.slice(1));
  });

  /** Days of 1 to 3 runs of 1 to 3 replicates. */
  const design = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), {
    minLength: 3,
    maxLength: 6,
  });

  function layOut(sizes: readonly (readonly number[])[]) {
    const cells = sizes.flatMap((runs, day) =>
      runs.flatMap((n, run) => Array.from({ length: n }, () => ({ day, run }))),
    );
    return {
      day: { name: "day", labels: cells.map((cell) => cell.day) },
      run: { name: "run", labels: cells.map((cell) => cell.run) },
      n: cells.length,
    };
  }

  /** Whether every line has degrees of freedom. */
  function isNested(sizes: readonly (readonly number[])[]): boolean {
    return sizes.some((runs) => runs.length > 1) && sizes.flat().some((n) => n > 1);
  }

  test("the sums of squares add up to the total, in any unbalanced design", () => {
    fc.assert(
      fc.property(design, fc.integer({ min: 1, max: 1000 }), (sizes, seed) => {
        fc.pre(isNested(sizes));
        const { day, run, n } = layOut(sizes);
        const noise = normalNoise(seed);
        const values = Array.from({ length: n }, noise);
        const mean = values.reduce((sum, x) => sum + x, 0) / n;
        const total = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
        const { table } = nestedAnova(values, [day, run]);
        expect(table.reduce((sum, line) => sum + line.sumOfSquares, 0)).toBeCloseTo(total, 10);
        expect(table.reduce((sum, line) => sum + line.degreesOfFreedom, 0)).toBe(n - 1);
      }),
    );
  });

  test("unbalanced: the estimates are right on average", () => {
    const { day, run, n } = layOut([[2, 1], [3, 2, 1], [1], [2, 2], [3, 1], [2], [1, 1, 2]]); // biome-ignore format: a design
    const noise = normalNoise(77);
    const studies = 4000;
    const sums = [0, 0, 0];
    for (let study = 0; study < studies; study++) {
      const days = Array.from({ length: 7 }, () => 2 * noise());
      const runs = Array.from({ length: 21 }, () => 1.5 * noise());
      const values = Array.from(
        { length: n },
        (_, i) => days[day.labels[i]] + runs[3 * day.labels[i] + run.labels[i]] + noise(),
      );
      nestedAnova(values, [day, run]).table.forEach(({ momentEstimate }, i) => {
        sums[i] += momentEstimate / studies;
      });
    }
    // Standard deviations of one study's estimates are about 3.5, 1.7 and 0.4: three standard errors of the mean.
    expect(Math.abs(sums[0] - 4)).toBeLessThan(0.17);
    expect(Math.abs(sums[1] - 2.25)).toBeLessThan(0.09);
    expect(Math.abs(sums[2] - 1)).toBeLessThan(0.03);
  });

  test("a negative estimate is 0 in the components and kept in the table", () => {
    const values = [1, 5, 2, 6, 1.5, 5.5];
    const anova = nestedAnova(values, [{ name: "day", labels: [0, 0, 1, 1, 2, 2] }]);
    const [day] = anova.components;
    expect(anova.table[0].momentEstimate).toBeLessThan(0);
    expect(day).toMatchObject({ variance: 0, sd: 0, degreesOfFreedom: null, interval: null, reason: "no variation" });
    expect(anova.total.variance).toBe(anova.table[1].meanSquare);
    expect(anova.total.degreesOfFreedom).toBeCloseTo(3, 10);
  });

  test("a design in which runs are never repeated is refused by name", () => {
    const day = { name: "day", labels: [0, 0, 1, 1] };
    expect(() => nestedAnova([1, 2, 3, 4], [day, { name: "run", labels: [0, 1, 0, 1] }])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW", details: { argument: "residual" } }),
    );
    expect(() => nestedAnova([1, 2, 3, 4], [day, { name: "run", labels: [0, 0, 1, 1] }])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW", details: { argument: "day:run" } }),
    );
    expect(() => nestedAnova([1, 2], [])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
  });
});
