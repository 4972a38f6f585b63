import fc from "fast-check";
import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { mannKendall, trendDirection } from "./mann-kendall.ts";

/** S by its definition. */
function scoreByPairs(values: readonly number[]): number {
  return values.reduce(
    (sum, later, j) => sum + values.slice(0, j).reduce((part, earlier) => part + Math.sign(later - earlier), 0),
    0,
  );
}

/** Every order of the values; orders that equal values make alike are there several times. */
function* ordersOf(values: readonly number[]): Generator<number[]> {
  if (values.length === 0) yield [];
  for (const [index, value] of values.entries()) {
    for (const rest of ordersOf(values.toSpliced(index, 1))) yield [value, ...rest];
  }
}

function shareOfOrders(values: readonly number[], counts: (score: number) => boolean): number {
  let total = 0;
  let counted = 0;
  for (const order of ordersOf(values)) {
    total++;
    if (counts(scoreByPairs(order))) counted++;
  }
  return counted / total;
}

const series = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 80 });

test("S is what its definition counts, ties or not", () => {
  fc.assert(fc.property(series, (values) => mannKendall(values).s === scoreByPairs(values)));
});

test("the exact p-values are the shares of all orders, ties or not", () => {
  const few = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(few, (values) => {
      const { s, exact } = mannKendall(values);
      expect(exact?.increasing).toBeCloseTo(
        shareOfOrders(values, (score) => score >= s),
        12,
      );
      expect(exact?.decreasing).toBeCloseTo(
        shareOfOrders(values, (score) => score <= s),
        12,
      );
      expect(exact?.twoSided).toBeCloseTo(
        shareOfOrders(values, (score) => Math.abs(score) >= Math.abs(s)),
        12,
      );
    }),
    { numRuns: 60 },
  );
});

test("the variance is that of S over all orders", () => {
  const few = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(few, (values) => {
      const scores = [...ordersOf(values)].map(scoreByPairs);
      const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
      expect(mannKendall(values).varianceOfS).toBeCloseTo(variance, 9);
    }),
    { numRuns: 60 },
  );
});

test("reversal negates S and exchanges the alternatives", () => {
  fc.assert(
    fc.property(series, (values) => {
      const forward = mannKendall(values);
      const backward = mannKendall(values.toReversed());
      expect(backward.s + forward.s).toBe(0);
      expect(backward.z + forward.z).toBe(0);
      expect(backward.p.twoSided).toBe(forward.p.twoSided);
      expect(backward.p.increasing).toBe(forward.p.decreasing);
    }),
  );
});

test("only the order of the values counts: any rising function leaves the test as it is", () => {
  fc.assert(
    fc.property(series, (values) => {
      expect(mannKendall(values.map((value) => Math.exp(value / 10)))).toEqual(mannKendall(values));
    }),
  );
});

test("missing values are left out, wherever they are", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 })), { maxLength: 60 }), (values) => {
      expect(mannKendall(values)).toEqual(mannKendall(values.filter((value) => value !== null)));
    }),
  );
});

test("every p lies in 0 to 1, and none is below the smallest", () => {
  fc.assert(
    fc.property(series, (values) => {
      const { p, smallestP } = mannKendall(values);
      for (const probability of Object.values(p)) expect(probability >= 0 && probability <= 1).toBe(true);
      expect(p.twoSided).toBeGreaterThanOrEqual(smallestP.twoSided);
      expect(Math.min(p.increasing, p.decreasing)).toBeGreaterThanOrEqual(smallestP.oneSided);
    }),
  );
});

test.each([
  [3, 1 / 3, 1 / 6],
  [4, 1 / 12, 1 / 24],
  [5, 1 / 60, 1 / 120],
])("pitfall 13: a perfect fall of %i values has two-sided p %d", (n, twoSided, oneSided) => {
  const fall = Array.from({ length: n }, (_, run) => -run);
  const { p, smallestP } = mannKendall(fall);
  expect(p.twoSided).toBeCloseTo(twoSided, 14);
  expect(p.decreasing).toBeCloseTo(oneSided, 14);
  expect(smallestP.twoSided).toBeCloseTo(twoSided, 14);
  expect(smallestP.twoSided < 0.05).toBe(n >= 5);
});

test("ties raise the smallest p: of 0, 0, 0, 0, 1 there are only five orders", () => {
  const { smallestP } = mannKendall([0, 0, 0, 0, 1]);
  expect(smallestP.oneSided).toBeCloseTo(1 / 5, 14);
  expect(smallestP.twoSided).toBeCloseTo(2 / 5, 14);
});

test("p of 50 values in order is exactly 2 / 50!", () => {
  const factorial = Array.from({ length: 50 }, (_, i) => BigInt(i + 1)).reduce((a, b) => a * b, 1n);
  const { p, method } = mannKendall(Array.from({ length: 50 }, (_, run) => run));
  expect(method).toBe("exact");
  expect((p.twoSided * Number(factorial)) / 2).toBeCloseTo(1, 12);
});

test("above 50 values p is normal, and near the exact one at the border", () => {
  const wave = (n: number) => Array.from({ length: n }, (_, run) => Math.sin(run * 7) + run / 100);
  expect(mannKendall(wave(51))).toMatchObject({ method: "normal", exact: null });
  const { exact, normal } = mannKendall(wave(50));
  expect(normal.twoSided / (exact?.twoSided ?? 0)).toBeCloseTo(1, 1);
});

test("all values equal: S 0, z 0, p 1, no tau-b", () => {
  expect(mannKendall([3, 3, 3, 3, 3])).toMatchObject({
    s: 0,
    varianceOfS: 0,
    z: 0,
    tauA: 0,
    tauB: null,
    p: { twoSided: 1, increasing: 1, decreasing: 1 },
    normal: { twoSided: 1, increasing: 1, decreasing: 1 },
    smallestP: { twoSided: 1, oneSided: 1 },
    reason: "no variation",
  });
});

test.each([[[]], [[7]], [[null, 7, null]]])("%j is too little for a trend", (values) => {
  expect(mannKendall(values)).toMatchObject({ s: 0, tauA: null, tauB: null, reason: "too few values" });
  expect(mannKendall(values).p.twoSided).toBe(1);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined])("%s among the values is refused", (value) => {
  const run = () => mannKendall([1, value as number]);
  expect(run).toThrow(StatisticsError);
  expect(run).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "values", index: 1 } }),
  );
});

test("a trend has a direction only below the level", () => {
  const fall = mannKendall([5, 4, 3, 2, 1]);
  expect(trendDirection(fall)).toBe("decreasing");
  expect(trendDirection(fall, 0.01)).toBe("no trend");
  expect(trendDirection(mannKendall([1, 2, 3, 4, 5]))).toBe("increasing");
  expect(trendDirection(mannKendall([1, 2, 3, 4]))).toBe("no trend");
});
