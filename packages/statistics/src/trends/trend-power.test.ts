import { expect, test } from "vitest";
import { StatisticsError } from "../error.ts";
import { mannKendallPower } from "./trend-power.ts";

// Simulated table of the notes, one-sided .025 at .1 SD per run.
test.each([
  [10, 0.11],
  [15, 0.3],
  [20, 0.63],
  [30, 0.99],
])("pitfall 14: with %i runs a slope of .1 SD per run is found in about %d of series", (n, expected) => {
  const { power, standardError } = mannKendallPower(n, 0.1);
  expect(Math.abs(power - expected)).toBeLessThan(4 * standardError + 0.01);
});

test("without a trend the power is at most the level", () => {
  const { power, standardError } = mannKendallPower(12, 0);
  expect(power).toBeLessThan(0.025 + 3 * standardError);
});

test("too few runs for the level have no power at all", () => {
  expect(mannKendallPower(4, 100, { level: 0.025 }).power).toBe(0);
  expect(mannKendallPower(5, 100, { level: 0.025 }).power).toBe(1);
});

test("the sign of the slope does not matter, and the seed fixes the noise", () => {
  expect(mannKendallPower(10, -0.3)).toEqual(mannKendallPower(10, 0.3));
});

test("a slope that is no number is refused", () => {
  expect(() => mannKendallPower(10, Number.NaN)).toThrow(StatisticsError);
});
