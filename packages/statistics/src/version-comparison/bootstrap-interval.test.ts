import { describe, expect, test } from "vitest";
import { normalQuantile } from "../distributions/normal.ts";
import { bcaInterval, percentileInterval } from "./bootstrap-interval.ts";

/** Leave-one-out means of 1, 2, 2, 3, 5, 9, 14, whose mean is 36/7. */
const LEFT_OUT = [1, 2, 2, 3, 5, 9, 14].map((value) => (36 - value) / 6);

/** 9999 replicates: a normal grid about 36/7 + 0.1. */
const REPLICATES = Array.from(
  { length: 9999 },
  (_, index) => 36 / 7 + 0.1 + 1.7 * normalQuantile((index + 0.5) / 9999),
);

describe("bcaInterval", () => {
  test("agrees with scipy 1.10.1 on the same replicates", () => {
    // scipy.stats._resampling._bca_interval, then numpy percentiles, of the mean of the seven values.
    const [low, high] = bcaInterval(REPLICATES, 36 / 7, LEFT_OUT, 0.95) as readonly [number, number];
    expect(low).toBeCloseTo(2.10921, 2);
    expect(high).toBeCloseTo(8.82726, 2);
  });

  test("without bias and skewness it is the percentile interval", () => {
    const symmetric = Array.from({ length: 999 }, (_, index) => index - 499);
    expect(bcaInterval(symmetric, 0, [-1, 0, 1], 0.9)).toEqual(
      percentileInterval(symmetric, 0.9).map((bound) => expect.closeTo(bound, 8)),
    );
  });

  test("is null where all replicates lie on one side", () => {
    expect(bcaInterval([1, 2, 3], 0, [1, 2], 0.95)).toBeNull();
    expect(bcaInterval([1, 2, 3], 4, [1, 2], 0.95)).toBeNull();
  });

  test("equal replicates have an interval without width", () => {
    expect(bcaInterval([2, 2, 2], 2, [2, 2], 0.95)).toEqual([2, 2]);
  });
});

test("bounds of the percentile interval are replicates when one more than these divides evenly", () => {
  const replicates = Array.from({ length: 999 }, (_, index) => index + 1).reverse();
  expect(percentileInterval(replicates, 0.95)).toEqual([expect.closeTo(25, 9), expect.closeTo(975, 9)]);
});
