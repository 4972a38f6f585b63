import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectClose, referenceAvailable, referenceCases } from "../../test/reference.ts";
import { binomialCdf, binomialProbability, binomialUpperTail } from "../distributions/binomial.ts";
import type { Interval } from "../interval.ts";
import {
  clopperPearsonInterval,
  jeffreysInterval,
  type ProportionInterval,
  proportion,
  wilsonInterval,
} from "./proportion.ts";

const METHODS: Record<string, ProportionInterval> = {
  wilson: wilsonInterval,
  jeffreys: jeffreysInterval,
  clopper_pearson: clopperPearsonInterval,
};

const trialsAndSuccesses = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

function expectInterval(actual: Interval | null, expected: readonly (number | null)[], tolerance: number): void {
  for (const side of [0, 1]) expectClose(actual === null ? null : actual[side], expected[side], tolerance);
}

describe.skipIf(!referenceAvailable)("reference cases", () => {
  const cases = referenceCases("proportion-ci");

  test.each(cases.filter(({ input }) => input.x !== undefined))("$id", ({ input, expected, tolerance }) => {
    expectClose(proportion(input.x, input.n), expected.p, tolerance);
    for (const [name, interval] of Object.entries(METHODS)) {
      if (expected[name]) expectInterval(interval(input.x, input.n, input.level), expected[name], tolerance);
    }
  });

  test.each(cases.filter(({ input }) => input.tp !== undefined))("$id", ({ input, expected, tolerance }) => {
    const { tp, total_truth, total_query, level } = input;
    expectClose(proportion(tp, total_truth), expected.recall, tolerance);
    expectClose(proportion(tp, total_query), expected.precision, tolerance);
    expectInterval(jeffreysInterval(tp, total_truth, level), expected.recall_ci, tolerance);
    expectInterval(jeffreysInterval(tp, total_query, level), expected.precision_ci, tolerance);
  });
});

describe("published intervals", () => {
  test("Newcombe 1998, table I, methods 3 and 5 (exact)", () => {
    const rounded = (interval: Interval | null): unknown => interval?.map((bound) => Number(bound.toFixed(4)));
    expect(rounded(wilsonInterval(81, 263))).toEqual([0.2553, 0.3662]);
    expect(rounded(wilsonInterval(1, 29))).toEqual([0.0061, 0.1718]);
    expect(rounded(clopperPearsonInterval(81, 263))).toEqual([0.2527, 0.3676]);
    expect(rounded(clopperPearsonInterval(15, 148))).toEqual([0.0578, 0.1617]);
    expect(rounded(clopperPearsonInterval(0, 20))).toEqual([0, 0.1684]);
    expect(rounded(clopperPearsonInterval(1, 29))).toEqual([0.0009, 0.1776]);
  });
});

describe("every method", () => {
  test.each(Object.entries(METHODS))("%s is null without trials", (_, interval) => {
    expect(interval(0, 0)).toBeNull();
    expect(interval(0, 0, 0.99)).toBeNull();
  });

  test("a proportion without trials is null", () => {
    expect(proportion(0, 0)).toBeNull();
  });

  test.each(Object.entries(METHODS))(
    "%s contains the proportion, mirrors, and widens with the level",
    (_, interval) => {
      fc.assert(
        fc.property(trialsAndSuccesses, ([x, n]) => {
          const [low, high] = interval(x, n) as Interval;
          const [mirroredLow, mirroredHigh] = interval(n - x, n) as Interval;
          const [wideLow, wideHigh] = interval(x, n, 0.99) as Interval;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(x / n);
          expect(high).toBeGreaterThanOrEqual(x / n);
          expect(low).toBeCloseTo(1 - mirroredHigh, 10);
          expect(high).toBeCloseTo(1 - mirroredLow, 10);
          expect(wideLow).toBeLessThanOrEqual(low);
          expect(wideHigh).toBeGreaterThanOrEqual(high);
        }),
      );
    },
  );

  test.each(Object.entries(METHODS))("%s refuses what is no count or level", (_, interval) => {
    const outside = expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" });
    expect(() => interval(3, 2)).toThrow(outside);
    expect(() => interval(-1, 2)).toThrow(outside);
    expect(() => interval(0.5, 2)).toThrow(outside);
    expect(() => interval(Number.NaN, 2)).toThrow(outside);
    expect(() => interval(1, 2, 1)).toThrow(outside);
  });
});

test("a complete success is not proven: the lower bounds of 29/29 stay below 1", () => {
  for (const interval of Object.values(METHODS)) expect(interval(29, 29)?.[0]).toBeLessThan(0.92);
});

test("the bounds of Clopper & Pearson are where the exact tail is 2.5%", () => {
  fc.assert(
    fc.property(trialsAndSuccesses, ([x, n]) => {
      const [low, high] = clopperPearsonInterval(x, n) as Interval;
      if (x > 0) expectClose(binomialUpperTail(x, n, low), 0.025, 1e-8);
      if (x < n) expectClose(binomialCdf(x, n, high), 0.025, 1e-8);
    }),
  );
});

test("Clopper & Pearson always cover, Wilson and Jeffreys on average", () => {
  const n = 40;
  const coverage = (interval: ProportionInterval, p: number): number => {
    let covered = 0;
    for (let x = 0; x <= n; x++) {
      const [low, high] = interval(x, n) as Interval;
      if (low <= p && p <= high) covered += binomialProbability(x, n, p);
    }
    return covered;
  };
  const grid = Array.from({ length: 199 }, (_, index) => (index + 1) / 200);
  const average = (interval: ProportionInterval): number =>
    grid.reduce((sum, p) => sum + coverage(interval, p), 0) / grid.length;
  for (const p of grid) expect(coverage(clopperPearsonInterval, p)).toBeGreaterThanOrEqual(0.95);
  expect(average(wilsonInterval)).toBeCloseTo(0.95, 2);
  expect(average(jeffreysInterval)).toBeCloseTo(0.95, 2);
});
