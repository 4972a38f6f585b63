import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { proportionalBias } from "./proportional-bias.ts";

describe("proportional bias", () => {
  test("unequal precision without any bias is significant far too often, hence the name of its meaning", () => {
    const random = new Random(7);
    const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
    const trials = 2000;
    let significant = 0;
    for (let trial = 0; trial < trials; trial++) {
      const truth = Array.from({ length: 50 }, normal);
      const result = proportionalBias(
        truth.map((one) => one + 0.2 * normal()),
        truth.map((one) => one + 0.6 * normal()),
      );
      expect(result.meaning).toBe("slope or unequal precision");
      if ((result.p ?? 1) < 0.05) significant++;
    }
    // Far above the 5% that a test of bias would give.
    expect(significant / trials).toBeGreaterThan(0.3);
  });

  test("p is that of the correlation of difference and sum, whichever comes first", () => {
    const x = [1, 2, 4, 8, 9, 13];
    const y = [1.5, 2, 3, 9, 7, 11];
    const forward = proportionalBias(x, y);
    const backward = proportionalBias(y, x);
    expect(backward.p).toBeCloseTo(forward.p ?? Number.NaN, 13);
    expect(backward.r).toBeCloseTo(-(forward.r ?? Number.NaN), 13);
  });

  test("a constant added to both and a change of unit leave r and p", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 })), {
          minLength: 3,
          maxLength: 20,
        }),
        (rows) => {
          const plain = proportionalBias(
            rows.map(([x]) => x),
            rows.map(([, y]) => y),
          );
          const moved = proportionalBias(
            rows.map(([x]) => 2 * x + 512),
            rows.map(([, y]) => 2 * y + 512),
          );
          expect(moved.reason).toBe(plain.reason);
          expect(moved.slope ?? 0).toBeCloseTo(plain.slope ?? 0, 9);
          expect(moved.p ?? -1).toBeCloseTo(plain.p ?? -1, 6);
        },
      ),
    );
  });

  test("undefined cases", () => {
    expect(proportionalBias([], [])).toMatchObject({ slope: null, p: null, reason: "no data" });
    expect(proportionalBias([1], [2])).toMatchObject({ slope: null, reason: "too few values" });
    expect(proportionalBias([1, 2], [2, 4])).toMatchObject({ p: null, reason: "too few values" });
    expect(proportionalBias([1, 2, 3], [3, 2, 1])).toMatchObject({
      slope: null,
      reason: "no variation between subjects",
    });
    expect(proportionalBias([1, 2, 3], [1, 2, 3])).toMatchObject({
      slope: 0,
      intercept: 0,
      p: null,
      reason: "no variation",
    });
  });

  test("squares that overflow throw instead of giving NaN", () => {
    expect(() => proportionalBias([1e200, 2e200, 3], [1, 2, 3])).toThrow(
      expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
    );
  });
});
