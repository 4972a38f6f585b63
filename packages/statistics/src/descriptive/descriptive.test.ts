import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { lagOneAutocorrelation, mean, standardDeviation, variance } from "./moments.ts";
import { median, type QuantileType, quantile } from "./quantile.ts";

/** The generator of NIST's NumAcc4 as the case describes it. */
const NUMACC4 = [10000000.2, ...Array.from({ length: 500 }, () => [10000000.1, 10000000.3]).flat()];

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const TYPES: readonly QuantileType[] = [2, 6, 7, 8];

describe.skipIf(!referenceAvailable)("reference cases", () => {
  test.each(referenceCases("moments"))("$id", ({ input, expected, tolerance }) => {
    const values: number[] = input.values ?? NUMACC4;
    expectClose(mean(values), expected.mean, tolerance);
    expectClose(standardDeviation(values), expected.sd, tolerance);
    if (expected.lag1_autocorrelation !== undefined) {
      expectClose(lagOneAutocorrelation(values), expected.lag1_autocorrelation, tolerance);
    }
  });

  test.each(referenceCases("cv").filter(({ input }) => input.cvs))("$id", ({ input, expected, tolerance }) => {
    expectClose(median(input.cvs), expected.median, tolerance);
    for (const type of TYPES) {
      const percentile = expected[`p90_type${type}`];
      if (percentile !== undefined) expectClose(quantile(input.cvs, 0.9, type), percentile, tolerance);
    }
  });
});

describe("moments", () => {
  test("too few values are null", () => {
    expect(mean([])).toBeNull();
    expect(variance([1])).toBeNull();
    expect(standardDeviation([])).toBeNull();
    expect(lagOneAutocorrelation([1])).toBeNull();
    expect(lagOneAutocorrelation([3, 3, 3])).toBeNull();
  });

  test("equal values have no variance, whatever their rounding", () => {
    for (const value of [0.1, 1e-300, 1e12 + 0.1]) {
      expect(variance(Array.from({ length: 7 }, () => value))).toBe(0);
    }
  });

  test("the mean of huge values does not overflow", () => {
    expect(mean([1.7e308, 1.7e308])).toBe(1.7e308);
  });

  test("values whose squares exceed all numbers have a mean and no variance", () => {
    const refused = expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "values" } });
    for (const values of [
      [1e200, -1e200],
      [1.7e308, -1.7e308],
    ]) {
      expect(mean(values)).toBe(0);
      expect(() => standardDeviation(values)).toThrow(refused);
      expect(() => lagOneAutocorrelation(values)).toThrow(refused);
    }
    expect(mean([1.7e308, ...Array.from({ length: 9 }, () => -1.7e308)])).toBeCloseTo(-1.36e308, -295);
  });

  test("NaN and infinite values are refused", () => {
    expect(() => mean([1, Number.NaN])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
    expect(() => variance([1, Number.NEGATIVE_INFINITY])).toThrow(
      expect.objectContaining({ details: { argument: "values", index: 1 } }),
    );
    expect(() => quantile([Number.NaN], 0.5)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
  });

  test("a shift moves the mean and leaves the variance", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 40 }), (values) => {
        const shifted = values.map((value) => value + 2 ** 40);
        expect(mean(shifted)).toBeCloseTo((mean(values) ?? 0) + 2 ** 40, 3);
        expectClose(variance(shifted), variance(values), 1e-7);
      }),
    );
  });
});

describe("quantile", () => {
  test("is null without values", () => {
    expect(quantile([], 0.9)).toBeNull();
    expect(median([])).toBeNull();
  });

  test("a probability outside of 0..1 is refused", () => {
    expect(() => quantile([1], 1.5)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  });

  test("the four types agree on the median of an odd number of values", () => {
    for (const type of TYPES) expect(quantile([9, 1, 5], 0.5, type)).toBe(5);
  });

  test("follows the table of Hyndman & Fan by hand, for 1, 2, 4, 8", () => {
    expect([0.1, 0.25, 0.5, 0.8].map((p) => quantile([8, 1, 4, 2], p, 7))).toEqual([1.3, 1.75, 3, 5.6].map(near));
    expect([0.1, 0.25, 0.5, 0.8].map((p) => quantile([8, 1, 4, 2], p, 6))).toEqual([1, 1.25, 3, 8].map(near));
    expect([0.1, 0.25, 0.5, 0.8].map((p) => quantile([8, 1, 4, 2], p, 2))).toEqual([1, 1.5, 3, 8].map(near));
    expect([0.1, 0.25, 0.5, 0.8].map((p) => quantile([8, 1, 4, 2], p, 8))).toEqual(
      [1, 17 / 12, 3, 4 + 4 * 0.8].map(near),
    );
  });

  test("lies between the extremes, grows with p and ignores the order of the values", () => {
    fc.assert(
      fc.property(
        fc.array(finite, { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...TYPES),
        (values, p1, p2, type) => {
          const low = quantile(values, Math.min(p1, p2), type) ?? Number.NaN;
          const high = quantile(values, Math.max(p1, p2), type) ?? Number.NaN;
          const slack = 1e-9 * Math.max(...values.map(Math.abs));
          expect(low).toBeGreaterThanOrEqual(Math.min(...values));
          expect(high).toBeLessThanOrEqual(Math.max(...values));
          expect(low).toBeLessThanOrEqual(high + slack);
          expect(quantile([...values].reverse(), p1, type)).toBe(quantile(values, p1, type));
        },
      ),
    );
  });
});

function near(value: number): unknown {
  return expect.closeTo(value, 12);
}
