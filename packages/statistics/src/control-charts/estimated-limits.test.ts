import { expect, test } from "vitest";
import { studentTUpperTail } from "../distributions/student-t.ts";
import { falseRejectionOfEstimatedLimits, falseRejectionsOfEstimatedLimits } from "./estimated-limits.ts";
import { normalDeviates } from "./normal-deviates.ts";
import { ruleSetRunLength } from "./rule-performance.ts";
import { classicMultirule } from "./rule-set.ts";

test.each([5, 20, 100])("1-3s from %d measurements: as often as a t test of each next one", (n) => {
  const p = 2 * studentTUpperTail(3 / Math.sqrt(1 + 1 / n), n - 1);
  const { mean, variance } = falseRejectionsOfEstimatedLimits(["1-3s"], n, 200);
  expect(mean).toBeCloseTo(200 * p, 6);
  expect(variance).toBeGreaterThan(200 * p * (1 - p));
});

test("limits that are known give the binomial distribution of 1-3s", () => {
  const { mean, variance } = falseRejectionsOfEstimatedLimits(["1-3s"], 10_000_000, 200);
  const p = 0.0026997960632601866;
  expect(mean).toBeCloseTo(200 * p, 5);
  expect(variance).toBeCloseTo(200 * p * (1 - p), 4);
});

test("one run: rejections and rejection are the same", () => {
  const { mean, variance } = falseRejectionsOfEstimatedLimits(classicMultirule, 20, 1);
  const p = falseRejectionOfEstimatedLimits(classicMultirule, 20, 1);
  expect(mean).toBeCloseTo(p, 13);
  expect(variance).toBeCloseTo(p * (1 - p), 13);
});

test("500 further runs by known limits add 500 / ARL rejections (renewal theorem)", () => {
  const known = 1e9;
  const [sooner, later] = [500, 1000].map((runs) => falseRejectionsOfEstimatedLimits(classicMultirule, known, runs));
  const { value: averageRunLength } = ruleSetRunLength(classicMultirule, { controls: 1 });
  expect(later.mean - sooner.mean).toBeCloseTo(500 / averageRunLength, 5);
});

test("2-2s from 20 measurements, windows starting anew: mean and variance of 20,000 simulated series", () => {
  const deviate = normalDeviates(11);
  const [n, runs, series] = [20, 50, 20_000];
  let [sum, squares, fourths] = [0, 0, 0];
  const counts = Array.from({ length: series }, () => {
    const baseline = Array.from({ length: n }, deviate);
    const mean = baseline.reduce((total, value) => total + value, 0) / n;
    const sd = Math.sqrt(baseline.reduce((total, value) => total + (value - mean) ** 2, 0) / (n - 1));
    let [streak, rejections] = [0, 0];
    for (let run = 0; run < runs; run++) {
      const z = (deviate() - mean) / sd;
      streak = Math.abs(z) <= 2 ? 0 : streak * z > 0 ? streak + Math.sign(z) : Math.sign(z);
      if (Math.abs(streak) < 2) continue;
      rejections++;
      streak = 0;
    }
    return rejections;
  });
  for (const count of counts) sum += count / series;
  for (const count of counts) {
    squares += (count - sum) ** 2 / series;
    fourths += (count - sum) ** 4 / series;
  }
  const predicted = falseRejectionsOfEstimatedLimits(["2-2s"], n, runs);
  expect(Math.abs(sum - predicted.mean)).toBeLessThan(4 * Math.sqrt(predicted.variance / series));
  expect(Math.abs(squares - predicted.variance)).toBeLessThan(4 * Math.sqrt((fourths - squares ** 2) / series));
});

test.each([
  [["1-3s"], 1, 10],
  [["1-3s"], 20, 0],
] as const)("%j from %d measurements over %d runs is refused", (rules, n, runs) => {
  expect(() => falseRejectionsOfEstimatedLimits(rules, n, runs)).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_OUT_OF_RANGE" }),
  );
});

test("a rule set that rejects nothing is refused", () => {
  expect(() => falseRejectionsOfEstimatedLimits(["1-2s"], 20, 10)).toThrow(
    expect.objectContaining({ code: "TS_STATISTICS_TOO_FEW" }),
  );
});
