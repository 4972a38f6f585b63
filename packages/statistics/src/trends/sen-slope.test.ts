import fc from "fast-check";
import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { senSlope } from "./sen-slope.ts";

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 40 });

/** Median of all slopes by sorting them. */
function slopeBySorting(values: readonly number[], times: readonly number[]): number {
  const slopes = values
    .flatMap((later, j) => values.slice(0, j).map((earlier, i) => (later - earlier) / (times[j] - times[i])))
    .sort((a, b) => a - b);
  const half = slopes.length / 2;
  return (slopes[Math.ceil(half) - 1] + slopes[Math.floor(half)]) / 2;
}

test("the slope is the median of all pairs' slopes, at irregular times too", () => {
  const steps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(series, steps, (values, gaps) => {
      const times = values.map((_, index) => gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0));
      expect(senSlope(values, { times }).slope).toBeCloseTo(slopeBySorting(values, times), 12);
    }),
  );
});

test("the slope and its interval follow a change of unit, and a trend that is added", () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -8, max: 8 }), fc.integer({ min: 1, max: 8 }), (values, added, unit) => {
      const before = senSlope(values);
      const after = senSlope(values.map((value, index) => unit * value + 16 * added * index + 5));
      expect(after.slope).toBeCloseTo(unit * (before.slope ?? 0) + 16 * added, 9);
      const ends = senSlope(values.map((value) => unit * value)).interval;
      expect(ends === null).toBe(before.interval === null);
      for (const [end, value] of (ends ?? []).entries()) {
        expect(value).toBeCloseTo(unit * (before.interval?.[end] ?? 0), 9);
      }
    }),
  );
});

test("slower time, steeper slope", () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];
  const slow = senSlope(values, { times: values.map((_, index) => 7 * index + 100) });
  expect((slow.slope ?? 0) * 7).toBeCloseTo(senSlope(values).slope ?? 0, 12);
});

test("reversal negates the slope and mirrors the interval", () => {
  fc.assert(
    fc.property(series, (values) => {
      const forward = senSlope(values);
      const backward = senSlope(values.toReversed());
      expect((backward.slope ?? 0) + (forward.slope ?? 0)).toBe(0);
      if (forward.interval !== null) {
        expect((backward.interval?.[0] ?? 0) + forward.interval[1]).toBe(0);
      }
    }),
  );
});

test("the interval holds the slope and widens with the level", () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 12, maxLength: 40 }), (values) => {
      const [low, high] = senSlope(values, { level: 0.8 }).interval ?? [Number.NaN, Number.NaN];
      const wide = senSlope(values, { level: 0.99 });
      expect(low <= (wide.slope ?? 0) && (wide.slope ?? 0) <= high).toBe(true);
      expect((wide.interval?.[0] ?? 0) <= low && high <= (wide.interval?.[1] ?? 0)).toBe(true);
    }),
  );
});

test("a missing value leaves a gap: the others keep their positions", () => {
  expect(senSlope([0, null, null, 6]).slope).toBe(2);
  expect(senSlope([0, null, null, 6], { times: [0, 1, 2, 12] }).slope).toBe(0.5);
});

test("two values at one time make no slope", () => {
  expect(senSlope([1, 5, 2], { times: [0, 0, 1] })).toMatchObject({ slopes: 2, slope: -1 });
  expect(senSlope([1, 5], { times: [3, 3] })).toMatchObject({ slopes: 0, slope: null, reason: "too few values" });
});

test("slope, intercepts and interval of scipy", () => {
  // scipy 1.17.1: theilslopes of these values and times at .9, and of the second series with both methods.
  const uneven = senSlope([3.1, 2, 4.5, 1.2, 8, 5.5, 5.5], {
    times: [0, 1, 1.5, 4, 4, 9, 11.25],
    level: 0.9,
    beyondSlopes: "clamped",
  });
  expect(uneven.slope).toBeCloseTo(0.24, 12);
  expect(uneven.intercept).toBeCloseTo(3.54, 12);
  expect(uneven.interval?.[0]).toBeCloseTo(-0.3448275862068966, 12);
  expect(uneven.interval?.[1]).toBeCloseTo(0.9333333333333332, 12);
  expect(senSlope([0, 10, 1, 30, 2])).toMatchObject({
    slope: 0.5,
    intercept: 1,
    jointIntercept: 0,
    interval: [-28, 29],
    centre: { time: 2, value: 2 },
  });
});

test("four values allow no 95% interval: null, unless clamping to the extreme slopes is asked for", () => {
  expect(senSlope([4, 3, 1, 0]).interval).toBeNull();
  expect(senSlope([4, 3, 1, 0], { beyondSlopes: "clamped" }).interval).toEqual([-2, -1]);
});

test("all values equal: slope 0, interval 0 to 0", () => {
  expect(senSlope([7, 7, 7, 7, 7, 7])).toMatchObject({ slope: 0, interval: [0, 0], intercept: 7 });
});

test("the interval covers the true slope in about 95 of 100 series", () => {
  // Noise by a fixed linear congruential generator; 1,000 series of 20 values; binomial standard error 0.7%.
  let state = 7;
  const uniform = () => {
    state = (1103515245 * state + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
  let covered = 0;
  for (let repeat = 0; repeat < 1000; repeat++) {
    const values = Array.from({ length: 20 }, (_, run) => 0.3 * run + uniform() + uniform() + uniform());
    const [low, high] = senSlope(values).interval ?? [1, 0];
    if (low <= 0.3 && 0.3 <= high) covered++;
  }
  expect(covered).toBeGreaterThan(930);
  expect(covered).toBeLessThan(975);
});

test.each([[[]], [[5]], [[null, 5]]])("%j has no slope", (values) => {
  expect(senSlope(values)).toMatchObject({ slope: null, interval: null, intercept: null, reason: "too few values" });
});

test.each([
  ["times that go back", { times: [0, 2, 1] }, "TS_STATISTICS_OUT_OF_RANGE"],
  ["a missing time", { times: [0, 1] }, "TS_STATISTICS_LENGTH"],
  ["a time that is no number", { times: [0, Number.NaN, 1] }, "TS_STATISTICS_NOT_FINITE"],
  ["a level of 1", { level: 1 }, "TS_STATISTICS_OUT_OF_RANGE"],
  ["a level of NaN", { level: Number.NaN }, "TS_STATISTICS_OUT_OF_RANGE"],
])("refuses %s", (_, options, code) => {
  const run = () => senSlope([1, 2, 3], options);
  expect(run).toThrow(StatisticsError);
  expect(run).toThrow(expect.objectContaining({ code }));
});

test("values whose slopes exceed all numbers are refused", () => {
  expect(() => senSlope([1e308, -1e308])).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_NOT_FINITE", details: { argument: "values" } }),
  );
});

test("more values than their pairs have room for are refused, not run out of memory", () => {
  expect(() => senSlope(new Float64Array(20_001))).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE", details: { argument: "values" } }),
  );
});
