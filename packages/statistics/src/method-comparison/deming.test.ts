import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { demingRegression } from "./deming.ts";

const x = [7, 8.3, 10.5, 9, 5.1, 8.2, 10.2, 10.3, 7.1, 5.9];
const y = [7.9, 8.2, 9.6, 9, 6.5, 7.3, 10.2, 10.6, 6.3, 5.2];

// R 4.2.2: direction of the first principal component (prcomp) of x and y / sqrt(ratio), and of the ten samples that lack
// one pair. scipy.odr 1.10.1 gives the same lines to the 7 digits to which it iterates.
test.each([
  [1, 0.942288556710269, 0.390925377244208, 0.202802688277256, 1.84677461508504],
  [4, 0.890599505009272, 0.812708039124344, 0.205625004981476, 1.86216696985909],
  [0.25, 1.00119422781949, -0.0897448990070426, 0.187177052799396, 1.7219874128187],
])("variance ratio %d, against principal components", (varianceRatio, slope, intercept, slopeError, interceptError) => {
  const result = demingRegression(x, y, { varianceRatio });
  expect(result.slope).toBeCloseTo(slope, 12);
  expect(result.intercept).toBeCloseTo(intercept, 12);
  expect(result.slopeStandardError).toBeCloseTo(slopeError, 12);
  expect(result.interceptStandardError).toBeCloseTo(interceptError, 12);
  // Student's t with 8 degrees of freedom, published tables: 2.306.
  expect(((result.slopeInterval?.[1] ?? 0) - slope) / slopeError).toBeCloseTo(2.306, 3);
});

const rows = fc
  .array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
    minLength: 4,
    maxLength: 15,
  })
  .map((pairs) => ({ first: pairs.map(([one]) => one), second: pairs.map(([, other]) => other) }));

describe("invariants", () => {
  test("exchanging the methods, with the inverse ratio, inverts the slope", () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(0.25, 1, 4), ({ first, second }, varianceRatio) => {
        const forward = demingRegression(first, second, { varianceRatio });
        const backward = demingRegression(second, first, { varianceRatio: 1 / varianceRatio });
        fc.pre(forward.slope !== null && Math.abs(forward.slope) < 1e3 && Math.abs(forward.slope) > 1e-3);
        expect((forward.slope ?? 0) * (backward.slope ?? 0)).toBeCloseTo(1, 8);
      }),
    );
  });

  test("shifts move the intercept only; a unit of y scales slope and intercept, if the ratio follows", () => {
    fc.assert(
      fc.property(rows, ({ first, second }) => {
        const plain = demingRegression(first, second);
        fc.pre(plain.slope !== null && Math.abs(plain.slope) < 1e3);
        const moved = demingRegression(
          first.map((one) => one + 4096),
          second.map((one) => one + 4096),
        );
        expect(moved.slope).toBeCloseTo(plain.slope ?? Number.NaN, 6);
        const scaled = demingRegression(
          first,
          second.map((one) => 2 * one),
          { varianceRatio: 4 },
        );
        expect(scaled.slope).toBeCloseTo(2 * (plain.slope ?? Number.NaN), 6);
      }),
    );
  });

  test("leave-one-out by updated sums is leave-one-out by fitting again", () => {
    fc.assert(
      fc.property(rows, ({ first, second }) => {
        const n = first.length;
        const slopes = first.map((_, left) => {
          const keep = (_one: number, index: number) => index !== left;
          return demingRegression(first.filter(keep), second.filter(keep)).slope;
        });
        fc.pre(slopes.every((slope) => slope !== null && Math.abs(slope) < 100));
        const values = slopes as number[];
        const centre = values.reduce((sum, one) => sum + one, 0) / n;
        const direct = Math.sqrt(((n - 1) / n) * values.reduce((sum, one) => sum + (one - centre) ** 2, 0));
        expect(demingRegression(first, second).slopeStandardError).toBeCloseTo(direct, 6);
      }),
    );
  });
});

test("unequal precision does not bias the slope when the ratio is right", () => {
  const random = new Random(11);
  const normal = () => normalQuantile((random.uint32() + 0.5) / 2 ** 32);
  const truth = Array.from({ length: 20_000 }, normal);
  const precise = truth.map((one) => one + 0.2 * normal());
  const imprecise = truth.map((one) => one + 0.6 * normal());
  const { slope, slopeStandardError } = demingRegression(precise, imprecise, { varianceRatio: 9 });
  expect(Math.abs((slope ?? 0) - 1)).toBeLessThan(4 * (slopeStandardError ?? 0));
  expect(slopeStandardError).toBeLessThan(0.01);
});

test("undefined without a line", () => {
  expect(demingRegression([], [])).toMatchObject({ slope: null, reason: "no data" });
  expect(demingRegression([1], [1])).toMatchObject({ slope: null, reason: "too few values" });
  expect(demingRegression([1, 1, 1], [1, 2, 3])).toMatchObject({
    slope: null,
    reason: "no variation between subjects",
  });
  const two = demingRegression([1, 2], [2, 4]);
  expect(two).toMatchObject({ slopeInterval: null, reason: "too few values" });
  expect(two.slope).toBeCloseTo(2, 14);
  // Without the last point no slope is left.
  expect(demingRegression([1, 1, 2], [1, 2, 3])).toMatchObject({ slopeInterval: null });
});

test("bad arguments throw", () => {
  expect(() => demingRegression([1, Number.NaN], [1, 2])).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE" }),
  );
  expect(() => demingRegression([1], [1, 2])).toThrow(expect.objectContaining({ code: "TS_STATISTICS_LENGTH" }));
  expect(() => demingRegression(x, y, { varianceRatio: 0 })).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
  );
});
