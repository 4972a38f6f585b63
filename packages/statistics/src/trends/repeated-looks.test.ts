import { expect, test } from "vitest";
import { normalNoise } from "../../test/normal-noise.ts";
import { StatisticsError } from "../error.ts";
import { mannKendall } from "./mann-kendall.ts";
import { levelOfLook, pAfterLooks } from "./repeated-looks.ts";

const ALPHA = 0.05;
const LOOKS = 50;

/** Share of stable series in which any of 50 looks shows a decline; `first` is where the window of a look begins. */
function falseDeclines(
  repeats: number,
  runsAtFirstLook: number,
  first: (runs: number) => number,
  level: (look: number) => number,
): number {
  const noise = normalNoise(11);
  let alerts = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const values = Array.from({ length: runsAtFirstLook + LOOKS - 1 }, noise);
    for (let look = 1; look <= LOOKS; look++) {
      const runs = runsAtFirstLook + look - 1;
      const { s, p } = mannKendall(values.slice(first(runs), runs));
      if (s < 0 && p.twoSided < level(look)) {
        alerts++;
        break;
      }
    }
  }
  return alerts / repeats;
}

test("the levels of any number of looks stay below alpha, and approach it", () => {
  let spent = 0;
  for (let look = 1; look <= 10_000; look++) spent += levelOfLook(ALPHA, look);
  // 1 - 1 / 10,001 of alpha.
  expect(spent).toBeCloseTo(ALPHA * (1 - 1 / 10_001), 12);
});

test("pitfall 16: without spending, 50 looks at a stable series alert far too often", () => {
  // The notes' simulations: 57% for a rolling window of ten runs, 20% for a window that grows; standard error 2%.
  const unspent = () => ALPHA;
  const rolling = falseDeclines(600, 10, (runs) => runs - 10, unspent);
  const growing = falseDeclines(600, 10, () => 0, unspent);
  expect(Math.abs(rolling - 0.57)).toBeLessThan(0.08);
  expect(Math.abs(growing - 0.2)).toBeLessThan(0.07);
});

test("pitfall 16: with spending, 50 looks at a stable series alert in less than half of alpha", () => {
  // A decline is one side of a two-sided test; four standard errors above .025 would be .045.
  const spent = (look: number) => levelOfLook(ALPHA, look);
  expect(falseDeclines(1000, 8, () => 0, spent)).toBeLessThan(ALPHA / 2);
  expect(falseDeclines(1000, 10, (runs) => runs - 10, spent)).toBeLessThan(ALPHA / 2);
});

test("a fall of .1 SD per run is found after about 29 runs, the price of the rule over 17 without it", () => {
  const noise = normalNoise(21);
  const runsUntilAlert = (level: (look: number) => number) =>
    Array.from({ length: 301 }, () => {
      const values: number[] = [];
      for (;;) {
        values.push(noise() - 0.1 * values.length);
        const { n, s, p } = mannKendall(values);
        if (n >= 8 && s < 0 && p.twoSided < level(n - 7)) return n;
      }
    }).sort((a, b) => a - b)[150];
  expect(Math.abs(runsUntilAlert((look) => levelOfLook(ALPHA, look)) - 29)).toBeLessThanOrEqual(2);
  expect(Math.abs(runsUntilAlert(() => ALPHA) - 17)).toBeLessThanOrEqual(2);
});

test("the corrected p is at most alpha exactly when p is within its look's level", () => {
  for (const look of [1, 2, 7, 50]) {
    const level = levelOfLook(ALPHA, look);
    expect(pAfterLooks(level * 0.999, look)).toBeLessThan(ALPHA);
    expect(pAfterLooks(level * 1.001, look)).toBeGreaterThan(ALPHA);
  }
  expect(pAfterLooks(0.9, 3)).toBe(1);
});

test.each([
  ["alpha 0", () => levelOfLook(0, 1)],
  ["alpha NaN", () => levelOfLook(Number.NaN, 1)],
  ["look 0", () => levelOfLook(0.05, 0)],
  ["look 1.5", () => levelOfLook(0.05, 1.5)],
  ["p above 1", () => pAfterLooks(1.1, 1)],
])("%s is refused", (_, run) => {
  expect(run).toThrow(StatisticsError);
});
