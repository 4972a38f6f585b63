import { expect, test } from "vitest";
import { falseDeclineProbability } from "./false-decline.ts";

/** Every order of 1 to n. */
function* orders(n: number): Generator<readonly number[]> {
  if (n === 0) {
    yield [];
    return;
  }
  for (const order of orders(n - 1)) {
    for (let place = 0; place < n; place++) yield [...order.slice(0, place), n, ...order.slice(place)];
  }
}

function score(values: readonly number[]): number {
  let s = 0;
  for (const [i, earlier] of values.entries()) for (const later of values.slice(i + 1)) s += Math.sign(later - earlier);
  return s;
}

/** Two-sided p of a score among all orders of its length. */
function exactP(scores: readonly number[], s: number): number {
  return Math.min(
    1,
    (2 * scores.filter((other) => Math.abs(other) >= Math.abs(s) && other * s > 0).length) / scores.length,
  );
}

test("agrees with all orders of 7 values, looked at from the fourth on", () => {
  const scoresOf = new Map([4, 5, 6, 7].map((n) => [n, [...orders(n)].map(score)]));
  let found = 0;
  let all = 0;
  for (const order of orders(7)) {
    all++;
    const falls = [4, 5, 6, 7].some((n, k) => {
      const s = score(order.slice(0, n));
      return s < 0 && exactP(scoresOf.get(n) ?? [], s) < 0.4 / ((k + 1) * (k + 2));
    });
    if (falls) found++;
  }
  expect(found).toBeGreaterThan(0);
  expect(falseDeclineProbability(7, 0.4, 4)).toBeCloseTo(found / all, 12);
});

test("a single look has half of its two-sided level at most, and what the steps of S leave of it", () => {
  // n = 8: P(S <= -20) = 0.0071 and P(S <= -18) = 0.0156 (Kendall 1975, table of S), and the first look
  // has the two-sided level 0.025.
  expect(falseDeclineProbability(8, 0.05, 8)).toBeCloseTo(0.0071, 4);
});

test("never exceeds half of alpha, however long the series, and grows with every look", () => {
  const probabilities = [8, 20, 52, 120].map((values) => falseDeclineProbability(values, 0.05, 8));
  expect(probabilities).toEqual(probabilities.toSorted((a, b) => a - b));
  expect(probabilities.at(-1)).toBeLessThan(0.025);
});

test("without a look there is no alert", () => {
  expect(falseDeclineProbability(7, 0.05, 8)).toBe(0);
  expect(falseDeclineProbability(0, 0.05, 8)).toBe(0);
});

test.each([
  [1.5, 0.05, 8],
  [20, 0, 8],
  [20, 0.05, 1],
])("%d values, alpha %d, first look %d are refused", (values, alpha, firstLook) => {
  expect(() => falseDeclineProbability(values, alpha, firstLook)).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
  );
});
