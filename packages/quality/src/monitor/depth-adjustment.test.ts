import { Random } from "@touchstone/test-support";
import { expect, test } from "vitest";
import { AFTER, baselineOf, measured } from "../../test/controls.ts";
import type { ChartScale } from "../baseline/scale.ts";
import { createRuleSet } from "../rule-set/rule-set.ts";
import { varianceAtDepth } from "./depth-adjustment.ts";
import { monitorRuns } from "./monitor.ts";

test("at the baseline's own depth nothing changes", () => {
  const scatter = { variance: 0.0004, countingVariance: 0.16, meanInverseDepth: 1 / 1000 };
  expect(varianceAtDepth(scatter, 1000)).toBeCloseTo(0.0004, 15);
});

test("at infinite depth only what is not counting is left, and never less than nothing", () => {
  const scatter = { variance: 0.0004, countingVariance: 0.16, meanInverseDepth: 1 / 1000 };
  expect(varianceAtDepth(scatter, 1e15)).toBeCloseTo(0.0004 - 0.00016, 15);
  expect(varianceAtDepth({ ...scatter, variance: 0.0001 }, 1e15)).toBeCloseTo(0, 15);
});

/** Fractions of 0.2 that scatter between runs with an SD of 0.01, counted on so many reads. */
function countedFraction(random: Random, depth: number): number {
  const angle = 2 * Math.PI * random.fraction();
  const p = 0.2 + 0.01 * Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(angle);
  let reads = 0;
  for (let read = 0; read < depth; read++) if (random.chance(p)) reads++;
  return reads / depth;
}

test.each<[ChartScale, number]>([
  ["raw", 100],
  ["raw", 1600],
  ["logit", 150],
  ["arcsine", 100],
  ["log", 150],
])("on the %s scale, scores at depth %i scatter by 1, as those at the baseline's 400 do", (scale, depth) => {
  const random = new Random(41);
  const points = Array.from({ length: 1500 }, (_, i) =>
    measured(i, countedFraction(random, 400), { kind: "vaf", depth: 400 }),
  );
  const baseline = baselineOf(points, { scaleOf: () => scale, establishedAt: "2036-01-01T00:00:00.000Z" });
  const n = 1500;
  const measurements = Array.from({ length: n }, (_, i) =>
    measured(1500 + AFTER + i, countedFraction(random, depth), { kind: "vaf", depth }),
  );
  const ruleSet = createRuleSet({ schema: "touchstone/rule-set/1", name: "x", version: 1, rules: ["1-3s"] });
  const scores = [...monitorRuns({ measurements, baselines: [baseline], ruleSet })].map(
    ({ points: [point] }) => point.score ?? 0,
  );
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (n - 1);
  // Four standard errors of both variances, and 6% for the delta method on curved scales.
  const tolerance = 4 * Math.sqrt(2 / n + 2 / n) + (scale === "raw" ? 0 : 0.06);
  expect(Math.abs(variance - 1)).toBeLessThan(tolerance);
});
