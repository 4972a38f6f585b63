import { Random } from "@touchstone/test-support/generate";
import { expect, test } from "vitest";
import { logistic, logit } from "./logistic.ts";
import { measureControls } from "./measure-controls.ts";
import { controlScatter, panelControls } from "./parameters.ts";

const RUNS = 2000;

test("healthy controls scatter by counting, day and handling, as the model says", () => {
  const random = new Random(11);
  const runs = Array.from({ length: RUNS }, () =>
    measureControls(random, panelControls, { lotShift: 0, ownShift: null }),
  );
  for (const [place, { fraction, depth }] of panelControls.entries()) {
    const logits = runs.map((run) => logit(run[place].value));
    const mean = logits.reduce((sum, value) => sum + value, 0) / RUNS;
    const variance = logits.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (RUNS - 1);
    // Counting on the logit scale by the delta method; depths vary, so that the mean of 1/depth is a little more.
    const counting = Math.exp(controlScatter.depth ** 2) / (depth * fraction * (1 - fraction));
    const expected = counting + controlScatter.day ** 2 + controlScatter.within ** 2;
    expect(Math.abs(mean - logit(fraction))).toBeLessThan(4 * Math.sqrt(expected / RUNS));
    // Of 2,000 normal values the SD of the variance is 3.2% of it.
    expect(variance / expected).toBeGreaterThan(0.87);
    expect(variance / expected).toBeLessThan(1.13);
  }
});

test("a lot shifts every control, a slip of the pipette one", () => {
  const random = new Random(12);
  const meanOf = (faults: Parameters<typeof measureControls>[2], place: number) => {
    const values = Array.from({ length: 500 }, () => measureControls(random, panelControls, faults)[place].value);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const [{ fraction, material, analyte }, second] = panelControls;
  expect(meanOf({ lotShift: -0.22, ownShift: null }, 0)).toBeCloseTo(logistic(logit(fraction) - 0.22), 2);
  const slip = { lotShift: 0, ownShift: { material, analyte, logit: 0.3 } };
  expect(meanOf(slip, 0)).toBeCloseTo(logistic(logit(fraction) + 0.3), 2);
  expect(meanOf(slip, 1)).toBeCloseTo(second.fraction, 2);
});
