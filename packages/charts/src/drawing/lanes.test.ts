import fc from "fast-check";
import { expect, test } from "vitest";
import { assignLanes } from "./lanes.ts";

test("the first lane with room is taken, and none where all are full", () => {
  const spans = [
    { start: 0, end: 10 },
    { start: 5, end: 15 },
    { start: 12, end: 20 },
    { start: 6, end: 9 },
  ];
  expect(assignLanes(spans, 2, 1)).toEqual([0, 1, 0, null]);
});

test("spans of one lane keep their distance", () => {
  const span = fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 40 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span), fc.integer({ min: 1, max: 4 }), fc.nat(5), (spans, laneCount, gap) => {
      const lanes = assignLanes(spans, laneCount, gap);
      for (const [i, a] of spans.entries()) {
        for (const [j, b] of spans.entries()) {
          if (i >= j || lanes[i] === null || lanes[i] !== lanes[j]) continue;
          expect(Math.max(a.start, b.start) - Math.min(a.end, b.end)).toBeGreaterThanOrEqual(gap);
        }
      }
    }),
  );
});
