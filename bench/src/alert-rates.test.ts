import { Random } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { benchmarkCounts, declineAlerts, thresholdAlerts } from "./alert-rates/benchmark-year.ts";
import { controlYear } from "./alert-rates/control-year.ts";
import { benchmarkPlan, controlPlans, replicatePlan } from "./alert-rates/plans.ts";
import {
  boundOfDeclines,
  intervalOfMean,
  type PredictedRate,
  predictedDeclines,
  predictedFailures,
  predictedRejections,
  predictedStudyAlerts,
} from "./alert-rates/predicted-rates.ts";
import { replicateStudyAlerts } from "./alert-rates/replicate-study.ts";

/** Holds the mean of so many units to the 99% interval of what is predicted, on both sides. */
function expectAsPredicted(predicted: PredictedRate, units: number, alertsOf: () => number): void {
  let alerts = 0;
  for (let unit = 0; unit < units; unit++) alerts += alertsOf();
  const [low, high] = intervalOfMean(predicted, units);
  // An interval that holds 0 could not tell that alerts are missing.
  expect(low).toBeGreaterThan(0);
  expect(alerts / units).toBeGreaterThanOrEqual(low);
  expect(alerts / units).toBeLessThanOrEqual(high);
}

describe("years in which nothing happens raise as many alerts as docs/methods/monitoring.md predicts:", () => {
  const [daily, , weekly, two] = controlPlans;

  test.each([
    [weekly, 100, 0],
    [daily, 25, 0],
    [two, 25, 1500],
  ] as const)("rejections of $analyte", (plan, years, plainYears) => {
    const random = new Random(11);
    expectAsPredicted(predictedRejections(plan, plainYears), years, () => controlYear(plan, random).length);
  });

  test("failed thresholds", () => {
    const random = new Random(12);
    const alertsOf = () => thresholdAlerts(benchmarkCounts(benchmarkPlan, random), benchmarkPlan);
    expectAsPredicted(predictedFailures(benchmarkPlan), 100, alertsOf);
  });

  test("declines, at an alpha that makes them frequent enough to count", () => {
    const random = new Random(13);
    const plan = { ...benchmarkPlan, runs: 26, alpha: 0.5 };
    const predicted = predictedDeclines(plan, 10_000);
    expectAsPredicted(predicted, 150, () => declineAlerts(benchmarkCounts(plan, random), plan).length);
    expect(predicted.mean - 3 * predicted.standardError).toBeLessThan(boundOfDeclines(plan));
  });

  test("replicate studies", () => {
    const random = new Random(14);
    const alertsOf = () => (replicateStudyAlerts(replicatePlan, random) ? 1 : 0);
    expectAsPredicted(predictedStudyAlerts(replicatePlan), 400, alertsOf);
  });
});

test("every alert of a year is resolved with who, when and why, and names the one before", () => {
  const alerts = controlYear(controlPlans[0], new Random(15));
  expect(alerts.length).toBeGreaterThan(1);
  for (const [place, { state, follows, history }] of alerts.entries()) {
    expect(state).toBe("resolved");
    expect(follows).toBe(alerts[place - 1]?.id ?? null);
    expect(history.at(-1)).toMatchObject({ by: "Technologist", reason: expect.stringContaining("nothing found") });
  }
});

test("the same seed gives the same year", () => {
  const year = () => controlYear(controlPlans[2], new Random(16)).map(({ id }) => id);
  expect(year()).toEqual(year());
});
