import fc from "fast-check";
import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { cusumChangePoint } from "./cusum-change-point.ts";

const step = [5.1, 5.0, 5.2, 5.15, 5.05, 5.12, 4.2, 4.3, 4.1, 4.25];

test("a step is found, with the means of both sides", () => {
  const { changeAfter, meanBefore, meanAfter, p } = cusumChangePoint(step);
  expect(changeAfter).toBe(6);
  expect(meanBefore).toBeCloseTo(5.103333, 5);
  expect(meanAfter).toBeCloseTo(4.2125, 10);
  expect(p).toBeLessThan(0.02);
});

test("the permutation p is near the share of all orders", () => {
  const values = [0, 0, 1, 0, 3, 2, 4];
  const largest = (order: readonly number[]) => {
    const average = 10 / 7;
    const sums = order.map((_, end) => order.slice(0, end).reduce((sum, value) => sum + value - average, 0));
    return Math.max(...sums.map(Math.abs));
  };
  function* ordersOf(rest: readonly number[]): Generator<number[]> {
    if (rest.length === 0) yield [];
    for (const [index, value] of rest.entries()) {
      for (const order of ordersOf(rest.toSpliced(index, 1))) yield [value, ...order];
    }
  }
  const orders = [...ordersOf(values)];
  const share = orders.filter((order) => largest(order) >= largest(values) - 1e-9).length / orders.length;
  const { p, permutations } = cusumChangePoint(values);
  // Four standard errors of the simulation.
  expect(Math.abs(p - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / permutations));
});

test("the same seed gives the same p, another seed another", () => {
  const noisy = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9];
  expect(cusumChangePoint(noisy, { seed: 5 })).toEqual(cusumChangePoint(noisy, { seed: 5 }));
  expect(cusumChangePoint(noisy, { seed: 6 }).p).not.toBe(cusumChangePoint(noisy, { seed: 5 }).p);
});

test("shift and scale leave place and p, and scale the statistic", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 20 }), (values) => {
      const before = cusumChangePoint(values, { permutations: 99 });
      const after = cusumChangePoint(
        values.map((value) => 4 * value + 1024),
        { permutations: 99 },
      );
      expect(after.statistic).toBeCloseTo(4 * before.statistic, 8);
      expect(after.p).toBe(before.p);
    }),
  );
});

test.each([
  [[], "too few values"],
  [[1], "too few values"],
  [[0.1, 0.1, 0.1], "no variation"],
])("%j has no change", (values, reason) => {
  expect(cusumChangePoint(values)).toMatchObject({ statistic: 0, changeAfter: null, meanBefore: null, p: 1, reason });
});

test("bad arguments are refused", () => {
  expect(() => cusumChangePoint([1, Number.POSITIVE_INFINITY])).toThrow(StatisticsError);
  expect(() => cusumChangePoint([1, 2], { permutations: 0 })).toThrow(StatisticsError);
});
