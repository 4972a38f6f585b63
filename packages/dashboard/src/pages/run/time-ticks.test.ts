import fc from "fast-check";
import { expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

test.each([
  [13_600, ["0", "5 s", "10 s"]],
  [90_000, ["0", "15 s", "30 s", "45 s", "1 min", "1 min 15 s", "1 min 30 s"]],
  [7_200_000, ["0", "30 min", "1 h", "1 h 30 min", "2 h"]],
])("%i milliseconds have the ticks %j", (length, labels) => {
  expect(timeTicks(length).map(({ label }) => label)).toEqual(labels);
});

test("of any length there are at most seven, evenly apart, within the axis and each with a label of its own", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000_000 }), (length) => {
      const ticks = timeTicks(length);
      expect(ticks.length).toBeLessThanOrEqual(7);
      expect(new Set(ticks.map(({ label }) => label)).size).toBe(ticks.length);
      expect(ticks.every(({ place }) => place >= 0 && place <= 1)).toBe(true);
      const step = ticks[1]?.place ?? 0;
      for (const [index, { place }] of ticks.entries()) expect(place).toBeCloseTo(index * step, 9);
    }),
  );
});
