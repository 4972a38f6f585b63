import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { controlLimits, predictionMultiplier } from "./control-limits.ts";
import { individualsLimits, movingRanges } from "./individuals-chart.ts";

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 40 });

describe("control limits", () => {
  test("interval of the SD at n = 20 is 0.76 to 1.46 of it (pitfall 2)", () => {
    const { sd, sdInterval } = controlLimits(Array.from({ length: 20 }, (_, index) => index));
    const [low, high] = sdInterval ?? [0, 0];
    expect(low / (sd ?? 0)).toBeCloseTo(0.7605, 4);
    expect(high / (sd ?? 0)).toBeCloseTo(1.4606, 4);
  });

  test("mean, SD and the t interval of a textbook sample", () => {
    // 1 to 5: mean 3, SD sqrt(2.5), t(.975, 4) = 2.776445.
    const { mean, sd, meanInterval } = controlLimits([1, 2, 3, 4, 5]);
    expect([mean, sd]).toEqual([3, Math.sqrt(2.5)]);
    expect(meanInterval?.[1]).toBeCloseTo(3 + 2.776445105 * Math.sqrt(0.5), 8);
    expect(meanInterval?.[0]).toBeCloseTo(3 - 2.776445105 * Math.sqrt(0.5), 8);
  });

  test("equal values make no limits, even where rounding would leave an SD (pitfall 11)", () => {
    for (const value of [0, 0.1, 1e9 + 0.1]) {
      const limits = controlLimits([value, value, value]);
      expect(limits).toMatchObject({ n: 3, sd: null, sdInterval: null, meanInterval: null, reason: "no variation" });
      expect(limits.mean).toBeCloseTo(value, 6);
    }
  });

  test("no value and one value", () => {
    expect(controlLimits([])).toMatchObject({ mean: null, sd: null, reason: "no data" });
    expect(controlLimits([4])).toMatchObject({ mean: 4, sd: null, reason: "too few values" });
  });

  test("shifting moves the mean, scaling scales everything", () => {
    fc.assert(
      fc.property(values, (sample) => {
        const plain = controlLimits(sample);
        const moved = controlLimits(sample.map((value) => 4 * value + 1024));
        fc.pre(plain.sd !== null);
        expect(moved.mean).toBeCloseTo(4 * (plain.mean ?? 0) + 1024, 9);
        expect(moved.sd).toBeCloseTo(4 * (plain.sd ?? 0), 9);
        expect(moved.sdInterval?.[1]).toBeCloseTo(4 * (plain.sdInterval?.[1] ?? 0), 8);
      }),
    );
  });

  test("refuses NaN, infinite values and levels that are no probability", () => {
    expect(() => controlLimits([1, Number.NaN])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }));
    expect(() => controlLimits([1, 2], 1)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }));
  });
});

describe("prediction multiplier", () => {
  test("3.53 instead of 3 from 20 measurements, 4.29 from 10 (pitfall 2)", () => {
    expect(predictionMultiplier(3, 20)).toBeCloseTo(3.53, 2);
    expect(predictionMultiplier(3, 10)).toBeCloseTo(4.29, 2);
  });

  test("comes down to the multiplier with more measurements", () => {
    const multipliers = [2, 5, 10, 20, 100, 10_000].map((n) => predictionMultiplier(3, n));
    expect(multipliers).toEqual([...multipliers].sort((a, b) => b - a));
    expect(predictionMultiplier(3, 1_000_000)).toBeCloseTo(3, 4);
  });

  test("one measurement predicts nothing", () => {
    expect(() => predictionMultiplier(3, 1)).toThrow(expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }));
  });
});

describe("individuals and moving range", () => {
  test("limits by hand", () => {
    // Moving ranges 2, 1, 3: mean 2. Table constants 2.66 = 3 / 1.128 and D4 = 3.267.
    const limits = individualsLimits([10, 12, 11, 14]);
    expect(limits).toMatchObject({ n: 4, mean: 11.75, meanMovingRange: 2, reason: null });
    expect(limits.sd).toBeCloseTo(2 / 1.128, 2);
    expect(limits.limits?.[0]).toBeCloseTo(11.75 - 2.66 * 2, 2);
    expect(limits.limits?.[1]).toBeCloseTo(11.75 + 2.66 * 2, 2);
    expect(limits.movingRangeLimits?.[0]).toBe(0);
    expect(limits.movingRangeLimits?.[1]).toBeCloseTo(3.267 * 2, 2);
  });

  test("a step raises the sample SD, not the SD of moving ranges", () => {
    const step = Array.from({ length: 40 }, (_, index) => (index % 2) + (index < 20 ? 0 : 10));
    expect(individualsLimits(step).sd).toBeLessThan(1.2);
    expect(controlLimits(step).sd).toBeGreaterThan(5);
  });

  test("reversing the order changes nothing", () => {
    fc.assert(
      fc.property(values, (sample) => {
        expect(movingRanges([...sample].reverse())).toEqual(movingRanges(sample).reverse());
      }),
    );
  });

  test("undefined for no, one or equal values", () => {
    expect(individualsLimits([])).toMatchObject({ mean: null, sd: null, reason: "no data" });
    expect(individualsLimits([3])).toMatchObject({ mean: 3, limits: null, reason: "too few values" });
    expect(individualsLimits([3, 3])).toMatchObject({ meanMovingRange: 0, limits: null, reason: "no variation" });
    expect(() => individualsLimits([3, Number.NaN])).toThrow("no finite number");
  });
});
