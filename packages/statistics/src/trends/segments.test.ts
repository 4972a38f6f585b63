import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { mannKendall } from "./mann-kendall.ts";
import { segmentsBetween } from "./segments.ts";

test("segments lie between changes, in order and without gaps", () => {
  expect(segmentsBetween(10, [7, 3, 3])).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 7 },
    { start: 7, end: 10 },
  ]);
  expect(segmentsBetween(4, [])).toEqual([{ start: 0, end: 4 }]);
  expect(segmentsBetween(4, [0])).toEqual([{ start: 0, end: 4 }]);
  expect(segmentsBetween(0, [])).toEqual([]);
});

test("pitfall 17: a step between two lots is a trend over both and none within either", () => {
  const values = [0.99, 0.97, 0.98, 0.98, 0.97, 0.99, 0.94, 0.92, 0.93, 0.93, 0.92, 0.94];
  expect(mannKendall(values).p.twoSided).toBeLessThan(0.05);
  for (const { start, end } of segmentsBetween(values.length, [6])) {
    expect(mannKendall(values.slice(start, end)).p.twoSided).toBeGreaterThan(0.5);
  }
});

test.each([[-1], [4], [1.5]])("a change at %d of four values is refused", (place) => {
  expect(() => segmentsBetween(4, [place])).toThrow(StatisticsError);
});
