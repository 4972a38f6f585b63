import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SCORE_COUNTERS, ScoreHistogram } from "./score-histogram.ts";
import { floorScore, PRECISIONS } from "./score-precision.ts";

const score = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("floorScore", () => {
  test.each([
    [0.3, 0, 0.3],
    [-0, 3, 0],
    [Number.POSITIVE_INFINITY, 5, Number.POSITIVE_INFINITY],
    [1.9, 11, 1],
    [3.99, 11, 2],
    [-1.9, 11, -2],
    [-2, 11, -2],
  ])("%d at step %d is %d", (value, step, expected) => {
    expect(floorScore(value, step)).toBe(expected);
  });

  test("never rounds up, keeps the order, and is nested", () => {
    const step = fc.nat(PRECISIONS.length - 1);
    fc.assert(
      fc.property(score, score, step, step, (a, b, one, two) => {
        const [fine, coarse] = [Math.min(one, two), Math.max(one, two)];
        expect(floorScore(a, fine)).toBeLessThanOrEqual(a);
        if (a <= b) expect(floorScore(a, coarse)).toBeLessThanOrEqual(floorScore(b, coarse));
        expect(floorScore(floorScore(a, fine), coarse)).toBe(floorScore(a, coarse));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe("ScoreHistogram", () => {
  test("keeps scores exactly while they fit, in ascending order", () => {
    const histogram = new ScoreHistogram();
    for (const value of [30.5, -1, 30.5, 0, -0]) histogram.add(value, 1);
    const { scores, counts, precision } = histogram.toTransferable();
    expect(precision).toBe(0);
    expect(Array.from(scores)).toEqual([-1, 0, 30.5]);
    expect([0, 1, 2].map((i) => counts[i * SCORE_COUNTERS + 1])).toEqual([1, 2, 2]);
  });

  test("gives up precision, not counts, and independently of how scores are divided", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 64),
            fc.nat(2),
            fc.nat(SCORE_COUNTERS - 1),
          ),
          {
            minLength: 900,
            maxLength: 1500,
          },
        ),
        (records) => {
          const whole = new ScoreHistogram(512);
          const parts = [new ScoreHistogram(512), new ScoreHistogram(512), new ScoreHistogram(512)];
          for (const [value, worker, counter] of records) {
            whole.add(value, counter);
            parts[worker].add(value, counter);
          }
          const merged = new ScoreHistogram(512);
          for (const part of parts) merged.merge(part.toTransferable());
          expect(merged.toTransferable()).toEqual(whole.toTransferable());
          expect(whole.size).toBeLessThanOrEqual(512);
          expect(whole.toTransferable().counts.reduce((sum, n) => sum + n, 0)).toBe(records.length);
        },
      ),
      { seed: 11, numRuns: 15 },
    );
  });
});
