import fc from "fast-check";
import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { projectedCrossing } from "./projected-crossing.ts";
import { senSlope } from "./sen-slope.ts";

const fall = senSlope([10, 9, 8, 7, 6, 5]);

test("a straight fall crosses where it must", () => {
  expect(projectedCrossing(fall, { value: 2, badSide: "below" }, 5)).toEqual({
    state: "ahead",
    fitted: 5,
    time: 8,
    earliest: 8,
    latest: 8,
  });
});

test("a line that moves away from the threshold never crosses it", () => {
  expect(projectedCrossing(fall, { value: 12, badSide: "above" }, 5)).toMatchObject({ state: "never", time: null });
  expect(projectedCrossing(senSlope([5, 5, 5, 5]), { value: 2, badSide: "below" }, 3).state).toBe("never");
});

test("a line beyond the threshold has crossed it already", () => {
  expect(projectedCrossing(fall, { value: 5, badSide: "below" }, 5)).toMatchObject({ state: "crossed", time: null });
  expect(projectedCrossing(fall, { value: 4, badSide: "above" }, 5)).toMatchObject({ state: "crossed", time: null });
});

test("without a slope nothing is projected", () => {
  expect(projectedCrossing(senSlope([5]), { value: 2, badSide: "below" }, 0)).toEqual({
    state: "undefined",
    fitted: null,
    time: null,
    earliest: null,
    latest: null,
  });
});

test("an interval that holds slope 0 promises no latest crossing", () => {
  const noisy = senSlope([10, 8, 11, 7, 10, 9, 8, 10, 7]);
  expect(noisy.interval?.[1]).toBeGreaterThan(0);
  const { earliest, time, latest } = projectedCrossing(noisy, { value: 5, badSide: "below" }, 8);
  expect(latest).toBeNull();
  expect(earliest).toBeLessThan(time ?? 0);
});

test("the line has the threshold's value at the crossing; earliest, time and latest are in order; sides mirror", () => {
  const series = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 6, maxLength: 30 });
  fc.assert(
    fc.property(series, fc.integer({ min: -100, max: 200 }), (values, value) => {
      const trend = senSlope(values);
      const from = values.length - 1;
      const crossing = projectedCrossing(trend, { value, badSide: "below" }, from);
      const { time, earliest, latest } = crossing;
      if (time !== null) {
        const there = (trend.intercept ?? 0) + (trend.slope ?? 0) * time;
        expect(there).toBeCloseTo(value, 6);
        expect(time).toBeGreaterThan(from);
        if (earliest !== null) expect(earliest).toBeLessThanOrEqual(time);
        if (latest !== null) expect(latest).toBeGreaterThanOrEqual(time);
      }
      const mirrored = senSlope(values.map((x) => -x));
      const above = projectedCrossing(mirrored, { value: -value, badSide: "above" }, from);
      expect({ ...above, fitted: 0 }).toEqual({ ...crossing, fitted: 0 });
    }),
  );
});

test("a threshold that is no number is refused", () => {
  expect(() => projectedCrossing(fall, { value: Number.NaN, badSide: "below" }, 5)).toThrow(StatisticsError);
});
