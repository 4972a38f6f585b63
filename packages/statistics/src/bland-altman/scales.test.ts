import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backTransformedDifference, fractionLimits, transformedFraction } from "./fraction-scale.ts";
import { ratioLimits } from "./log-ratio.ts";

const reads = fc.integer({ min: 0, max: 500 });

describe("ratio limits", () => {
  test("a constant ratio is found without variation", () => {
    const result = ratioLimits([2, 4, 8], [1, 2, 4]);
    expect(result.ratio).toBeCloseTo(2, 14);
    expect(result.limits?.[0]).toBeCloseTo(2, 13);
    expect(result.limits?.[1]).toBeCloseTo(2, 13);
  });

  test("swapping inverts ratio and limits; a change of unit changes nothing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
          minLength: 3,
          maxLength: 9,
        }),
        (rows) => {
          const x = rows.map(([one]) => one);
          const y = rows.map(([, other]) => other);
          const forward = ratioLimits(x, y, { interval: "1999" });
          const backward = ratioLimits(y, x, { interval: "1999" });
          const scaled = ratioLimits(
            x.map((one) => 10 * one),
            y.map((one) => 10 * one),
            { interval: "1999" },
          );
          expect((forward.limits?.[0] ?? 0) * (backward.limits?.[1] ?? 0)).toBeCloseTo(1, 9);
          expect(scaled.ratio).toBeCloseTo(forward.ratio ?? Number.NaN, 9);
        },
      ),
    );
  });

  test("a value without logarithm makes it undefined instead of dropping the pair", () => {
    expect(ratioLimits([1, 0, 2], [1, 1, 1])).toMatchObject({
      ratio: null,
      limits: null,
      reason: "value not positive",
    });
    expect(ratioLimits([], [])).toMatchObject({ ratio: null, reason: "no data" });
  });
});

describe("fractions on a transformed scale", () => {
  test("closed forms", () => {
    expect(transformedFraction(5, 5, "logit")).toBe(0);
    expect(transformedFraction(0, 30, "logit")).toBeCloseTo(Math.log(0.5 / 30.5), 14);
    expect(transformedFraction(7, 7, "arcsine")).toBeCloseTo(Math.PI / 4, 14);
    expect(transformedFraction(0, 0, "logit")).toBeNull();
    expect(transformedFraction(0, 0, "arcsine")).toBeNull();
  });

  test("exchanging the alleles mirrors both scales", () => {
    fc.assert(
      fc.property(reads, reads, (a, r) => {
        fc.pre(a + r > 0);
        expect(transformedFraction(r, a, "logit")).toBeCloseTo(-(transformedFraction(a, r, "logit") ?? Number.NaN), 12);
        expect(transformedFraction(r, a, "arcsine")).toBeCloseTo(
          Math.PI / 2 - (transformedFraction(a, r, "arcsine") ?? Number.NaN),
          12,
        );
      }),
    );
  });

  test("sites without reads are left out and counted; hom-ref and hom-alt sites have limits", () => {
    const x = { alternate: [0, 0, 30, 15], other: [0, 30, 0, 14] };
    const y = { alternate: [3, 1, 29, 12], other: [3, 31, 0, 16] };
    for (const scale of ["logit", "arcsine"] as const) {
      const result = fractionLimits(x, y, scale);
      expect(result.excluded).toBe(1);
      expect(result.transformed.n).toBe(3);
      expect(result.transformed.limits?.every(Number.isFinite)).toBe(true);
    }
    expect(fractionLimits(x, y, "arcsine").oddsRatioLimits).toBeNull();
    const { transformed, oddsRatioLimits } = fractionLimits(x, y, "logit");
    expect(Math.log(oddsRatioLimits?.[1] ?? 0)).toBeCloseTo(transformed.limits?.[1] ?? Number.NaN, 12);
  });

  test("a difference goes back to the fractions that it came from", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (p, q) => {
          const logit = (fraction: number) => Math.log(fraction / (1 - fraction));
          const middle = 1 / (1 + Math.exp(-(logit(p) + logit(q)) / 2));
          expect(backTransformedDifference(logit(p) - logit(q), "logit", middle)).toBeCloseTo(p - q, 9);
          const angle = (fraction: number) => Math.asin(Math.sqrt(fraction));
          const between = Math.sin((angle(p) + angle(q)) / 2) ** 2;
          expect(backTransformedDifference(angle(p) - angle(q), "arcsine", between)).toBeCloseTo(p - q, 9);
        },
      ),
    );
  });

  test("no fraction lies outside of 0 to 1", () => {
    expect(backTransformedDifference(0.5, "arcsine", 0.01)).toBeNull();
    expect(Math.abs(backTransformedDifference(50, "logit", 0.5) ?? Number.NaN)).toBeLessThanOrEqual(1);
    expect(() => backTransformedDifference(0.1, "logit", 1)).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
  });

  test("negative counts and unequal lengths throw", () => {
    expect(() => transformedFraction(-1, 3, "logit")).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
    expect(() => transformedFraction(Number.NaN, 3, "logit")).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
    );
    expect(() => fractionLimits({ alternate: [1], other: [1] }, { alternate: [1, 2], other: [1, 2] }, "logit")).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }),
    );
  });
});
