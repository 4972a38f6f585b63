import { expect, test } from "vitest";
import type { ScoreChart } from "../src/pages/concordance/records.ts";
import { scoreTrendData, trendSentence } from "../src/pages/concordance/score-chart-data.ts";

type Point = ScoreChart["points"][number];
type Score = ScoreChart["scores"][number];

const NONE = { value: null, low: null, high: null, n: null, state: null, reason: null, sentence: null, minimum: null };

function point(run: string, day: number, version: string, recall: number): Point {
  const time = `2026-01-0${day}T00:00:00.000Z`;
  return {
    ...{ comparisonId: run, run: { id: run, name: run }, time, isImported: false, sample: null, instrument: null },
    pipelineVersion: { id: version, pipeline: "p", version },
    ...{ recall: { ...NONE, value: recall, low: recall - 0.1, high: 1 }, precision: NONE, f1: NONE },
  };
}

const CHART: ScoreChart = {
  points: [point("A", 1, "1", 0.9), point("B", 3, "2", 0.8), point("C", 5, "3", 0.7)],
  ...{ next: null, scores: [], series: null, moreEvents: false },
  events: [
    {
      ...{ id: "e", kind: "pipeline version", time: "2026-01-04T00:00:00.000Z", description: "third" },
      ...{ assayId: null, instrumentId: null },
    },
  ],
};

const TREND: NonNullable<Score["trend"]> = {
  ...{ from: "A", to: "C", since: null, n: 9, mannKendall: { s: -3, p: 0.01, levelOfLook: 0.05, reason: null } },
  sen: { slopePerDay: -0.05, low: -0.06, high: -0.04, level: 0.95, intercept: 0.9 },
  crossing: { state: "ahead", days: 8, earliestDays: 6, latestDays: null, at: "2026-01-09T00:00:00.000Z" },
  verdict: { state: "decline", reason: "why" },
};
const RECALL: Score = {
  score: "recall",
  threshold: { id: "t", minimum: 0.5, version: 1, trendHorizonDays: 90 },
  trend: TREND,
};
const withVerdict = (state: "no decline" | "not evaluable"): Score => {
  return { ...RECALL, trend: { ...TREND, verdict: { state, reason: "why" } } };
};

test("a change of version is marked once: where it was recorded, otherwise at the first run", () => {
  expect(scoreTrendData(CHART, RECALL, "SNP").events).toEqual([
    { time: "2026-01-04T00:00:00.000Z", label: "pipeline version: third", kind: "version" },
    { run: "B", label: "p 2", kind: "version" },
  ]);
});

test("a decline is projected to its threshold; what is none is not, and what is not evaluable has no line", () => {
  const of = (score: Score) => scoreTrendData(CHART, score, "SNP");
  expect(of(RECALL)).toMatchObject({
    crossing: { x: 8, interval: [6, null] },
    segments: [{ from: "A", to: "C", p: 0.01, sen: { slope: -0.05, slopeInterval: [-0.06, -0.04], intercept: 0.9 } }],
    threshold: { value: 0.5 },
  });
  expect(of(withVerdict("no decline"))).toMatchObject({ crossing: null, segments: [{ n: 9 }] });
  expect(of(withVerdict("not evaluable"))).toMatchObject({ crossing: null, segments: [] });
});

test("values and intervals are the server's; what has none stays null", () => {
  const { points } = scoreTrendData(CHART, RECALL, "SNP");
  expect(points[0]).toMatchObject({ run: "A", value: 0.9, interval: [0.8, 1] });
  expect(scoreTrendData(CHART, { ...RECALL, score: "f1" }, "SNP").points[0]).toMatchObject({
    value: null,
    interval: null,
  });
});

test("the sentence tells the verdict, and the crossing only of a decline", () => {
  expect(trendSentence(RECALL)).toBe("Trend: decline (9 runs since A): why. It meets the threshold on 2026-01-09.");
  expect(trendSentence(withVerdict("not evaluable"))).toBe("Trend not evaluable (9 runs since A): why.");
  expect(trendSentence({ ...RECALL, threshold: null })).toContain("No alert watches it.");
  expect(trendSentence({ ...RECALL, trend: null })).toBe("No run has a value to test for a trend.");
});
