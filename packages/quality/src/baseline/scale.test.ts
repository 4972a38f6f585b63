import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartScales, countingVariance, fromScale, suitsKind, toScale } from "./scale.ts";

describe.each(chartScales)("%s", (scale) => {
  test("leads back to the value", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (value) => {
        expect(fromScale(scale, toScale(scale, value, null) ?? Number.NaN)).toBeCloseTo(value, 12);
      }),
    );
  });

  test("the variance of counting is that of the raw scale times the squared slope", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
        const step = 1e-6;
        const slope = ((toScale(scale, p + step, null) ?? 0) - (toScale(scale, p - step, null) ?? 0)) / (2 * step);
        expect((countingVariance(scale, p) ?? Number.NaN) / (p * (1 - p) * slope ** 2)).toBeCloseTo(1, 6);
      }),
    );
  });

  test("a fraction of 0 or 1 has no variance of counting", () => {
    expect([countingVariance(scale, 0), countingVariance(scale, 1)]).toEqual([null, null]);
  });
});

test("the empirical logit reaches 0 and 1, the plain one does not", () => {
  // 0 of 10 reads: ln(0.5 / 10.5); 10 of 10: its negative.
  expect(toScale("logit", 0, 10)).toBeCloseTo(Math.log(0.5 / 10.5), 14);
  expect(toScale("logit", 1, 10)).toBeCloseTo(Math.log(10.5 / 0.5), 14);
  expect([toScale("logit", 0, null), toScale("logit", 1, null), toScale("log", 0, null)]).toEqual([null, null, null]);
});

test("logit and arcsine are for fractions", () => {
  expect(chartScales.filter((scale) => suitsKind(scale, "quantity"))).toEqual(["raw", "log"]);
  expect(chartScales.filter((scale) => suitsKind(scale, "methylation level"))).toEqual(chartScales);
});
