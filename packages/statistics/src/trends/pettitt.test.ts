import fc from "fast-check";
import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { pettitt } from "./pettitt.ts";

/** K by its definition: the largest sum of signs across a cut. */
function largestCut(values: readonly number[]): number {
  const cuts = values.map((_, cut) =>
    values
      .slice(0, cut)
      .reduce((sum, before) => sum + values.slice(cut).reduce((part, after) => part + Math.sign(after - before), 0), 0),
  );
  return Math.max(0, ...cuts.map(Math.abs));
}

function* ordersOf(values: readonly number[]): Generator<number[]> {
  if (values.length === 0) yield [];
  for (const [index, value] of values.entries()) {
    for (const rest of ordersOf(values.toSpliced(index, 1))) yield [value, ...rest];
  }
}

test("K is what its definition gives", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 30 }), (values) => {
      expect(pettitt(values).k).toBeCloseTo(largestCut(values), 9);
    }),
    { numRuns: 40 },
  );
});

test("p is the share of all orders that reach K, ties or not", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 }), (values) => {
      const { k, p } = pettitt(values);
      const orders = [...ordersOf(values)];
      expect(p).toBeCloseTo(orders.filter((order) => largestCut(order) >= k).length / orders.length, 12);
    }),
    { numRuns: 40 },
  );
});

test("reversal and any rising function keep K and p", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 12 }), (values) => {
      const { k, p } = pettitt(values);
      expect(pettitt(values.toReversed())).toMatchObject({ k, p });
      expect(pettitt(values.map((value) => value ** 3))).toEqual(pettitt(values));
    }),
    { numRuns: 40 },
  );
});

test("pitfall 17: a step is found where it is", () => {
  const step = [5.1, 5.0, 5.2, 5.15, 5.05, 5.12, 4.2, 4.3, 4.1, 4.25];
  const { changeAfter, p, method } = pettitt(step);
  expect(changeAfter).toBe(6);
  expect(p).toBeLessThan(0.05);
  expect(method).toBe("exact");
});

test("annual Nile discharge: a change after 1898", () => {
  // scipy 1.17.1: the largest |n1 n2 - 2 U| of mannwhitneyu over all cuts is 1617, after 28 years.
  const nile = [
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831,
    726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845,
    944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918,
    986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
  ];
  const { k, changeAfter, p, method } = pettitt(nile);
  expect(changeAfter).toBe(28);
  expect(k).toBe(1617);
  expect(p).toBeCloseTo(2 * Math.exp((-6 * 1617 ** 2) / (100 ** 3 + 100 ** 2)), 15);
  expect(method).toBe("approximate");
});

test("at the border the approximation is near the exact p", () => {
  const level = (n: number) => Array.from({ length: n }, (_, run) => Math.sin(run * 5) + (run < n / 2 ? 0 : 1.2));
  const exact = pettitt(level(18));
  const approximate = 2 * Math.exp((-6 * exact.k ** 2) / (18 ** 3 + 18 ** 2));
  expect(exact.method).toBe("exact");
  expect(Math.abs(approximate - exact.p)).toBeLessThan(0.05);
});

test.each([
  [[], "too few values"],
  [[1], "too few values"],
  [[2, 2, 2], "no variation"],
])("%j has no change", (values, reason) => {
  expect(pettitt(values)).toMatchObject({ k: 0, changeAfter: null, p: 1, reason });
});

test("NaN is refused", () => {
  expect(() => pettitt([1, Number.NaN])).toThrow(StatisticsError);
});
