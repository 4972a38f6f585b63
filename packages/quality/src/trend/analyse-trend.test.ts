import { expect, test } from "vitest";
import { analyseTrend } from "./analyse-trend.ts";
import type { TrendQuestion } from "./trend-evidence.ts";

const BELOW: TrendQuestion = { threshold: { value: 0.97, badSide: "below" }, horizon: 20 };
const ALONE: TrendQuestion = { threshold: null, horizon: null };

const runs = (count: number, value: (run: number) => number) => Array.from({ length: count }, (_, run) => value(run));
const positions = (values: readonly unknown[]) => values.map((_, run) => run);
const verdictOf = (values: (number | null)[], question: TrendQuestion, changes: number[] = []) =>
  analyseTrend(values, positions(values), changes, question).verdict;

test("a fall that crosses the threshold within the horizon is a decline", () => {
  const fall = runs(12, (run) => 0.99 - 0.001 * run);
  const analysis = analyseTrend(fall, positions(fall), [], BELOW);
  expect(analysis.verdict).toEqual({
    state: "decline",
    reason: "Sen's line crosses the threshold within the horizon",
  });
  // .99 - .001 x is .97 at x = 20, nine runs after the last.
  expect(analysis.crossing?.time).toBeCloseTo(20, 9);
  expect(analysis.now).toBe(11);
});

test("the same fall is none when the threshold lies beyond the horizon", () => {
  const fall = runs(12, (run) => 0.99 - 0.001 * run);
  expect(verdictOf(fall, { ...BELOW, horizon: 8 }).state).toBe("no decline");
  expect(verdictOf(fall, { ...BELOW, horizon: 9.5 }).state).toBe("decline");
});

test("a line beyond the threshold is a decline whatever the horizon", () => {
  const fall = runs(12, (run) => 0.975 - 0.001 * run);
  expect(verdictOf(fall, { ...BELOW, horizon: 1 })).toEqual({
    state: "decline",
    reason: "Sen's line is beyond the threshold",
  });
});

test("without a threshold a significant fall is a decline, a rise is not", () => {
  expect(
    verdictOf(
      runs(10, (run) => -run),
      ALONE,
    ).state,
  ).toBe("decline");
  expect(
    verdictOf(
      runs(10, (run) => run),
      ALONE,
    ).state,
  ).toBe("no decline");
});

test("where high values are bad a rise declines", () => {
  const rise: TrendQuestion = { threshold: { value: 20, badSide: "above" }, horizon: 20 };
  expect(
    verdictOf(
      runs(10, (run) => run),
      rise,
    ).state,
  ).toBe("decline");
  expect(
    verdictOf(
      runs(10, (run) => -run),
      rise,
    ).state,
  ).toBe("no decline");
});

test("pitfall 14: fewer than eight values are not evaluable, missing ones not counted", () => {
  const seven = runs(7, (run) => -run);
  expect(verdictOf(seven, ALONE)).toEqual({ state: "not evaluable", reason: "7 values are fewer than 8" });
  expect(verdictOf([...seven.slice(0, 3), null, null, ...seven.slice(3)], ALONE).state).toBe("not evaluable");
  expect(verdictOf([], ALONE).state).toBe("not evaluable");
});

test("pitfall 16: each look has its own level, and p is corrected for all of them", () => {
  const fall = runs(12, (run) => -run);
  const fifth = analyseTrend(fall, positions(fall), [], ALONE);
  expect(fifth.look).toBe(5);
  expect(fifth.levelOfLook).toBeCloseTo(0.05 / 30, 15);
  expect(fifth.pAfterLooks).toBeCloseTo((fifth.test.p?.twoSided ?? 0) * 30, 15);
  // S = -22 of 8 values: p = .0055, below .05 / 2 at a first look and above .05 / 1,640 at a fortieth.
  const weak = [8, 6, 7, 5, 3, 4, 1, 2].map((value) => value / 10);
  expect(verdictOf(weak, { ...ALONE, look: 1 }).state).toBe("decline");
  expect(verdictOf(weak, { ...ALONE, look: 40 }).state).toBe("no decline");
});

test("pitfall 17: only the segment since the last change is tested", () => {
  const noise = [0, 2, 1, 3, 0, 3, 1, 2, 1, 2];
  const step = [...noise.map((value) => 10 + value), ...noise];
  expect(verdictOf(step, { ...ALONE, look: 1 }).state).toBe("decline");
  const analysis = analyseTrend(step, positions(step), [10], { ...ALONE, look: 1 });
  expect(analysis.segment).toEqual({ start: 10, end: 20 });
  expect(analysis.verdict.state).toBe("no decline");
});

test("pitfall 17: a step that nobody recorded is named, at its place among missing values", () => {
  const step = [null, 10, 11, 10, null, 12, 11, 3, 2, null, 3, 1, 2];
  const { changePoint, firstAfterChange } = analyseTrend(step, positions(step), [], ALONE);
  expect(changePoint.pettitt.changeAfter).toBe(5);
  expect(firstAfterChange).toBe(7);
});

test("pitfall 15: the variance is corrected for autocorrelation, never made smaller", () => {
  const drifting = runs(40, (run) => Math.sin(run / 6));
  expect(analyseTrend(drifting, positions(drifting), [], ALONE).test.varianceFactor).toBeGreaterThan(1);
  const alternating = runs(40, (run) => (run % 2) - run / 100);
  expect(analyseTrend(alternating, positions(alternating), [], ALONE).test.varianceFactor).toBe(1);
});

test("no number of an analysis is NaN, however little there is", () => {
  for (const values of [[], [null], [1], [1, 1], [null, 2, 2, 2, 2, 2, 2, 2, 2, 2]]) {
    const text = JSON.stringify(analyseTrend(values, positions(values), [], BELOW), (_, value) =>
      typeof value === "number" && !Number.isFinite(value) ? "no number" : value,
    );
    expect(text).not.toContain("no number");
  }
});
