import fc from "fast-check";
import { expect, test } from "vitest";
import { baselineOf, baselinePoints, day } from "../../test/controls.ts";
import { thrownBy } from "../../test/thrown.ts";
import { contentHash } from "../content-hash.ts";
import type { Baseline } from "./baseline.ts";
import { readBaseline } from "./read-baseline.ts";

const BASELINE = baselineOf(baselinePoints(0.05, 0.004, { kind: "vaf", depth: 1000 }), {
  exclusions: [{ run: "R2", by: "M. Lind", at: day(40), reason: "wrong tube" }],
});

function changed(change: (baseline: Baseline) => void): string {
  const copy = structuredClone(BASELINE);
  change(copy);
  return JSON.stringify(copy);
}

test("what was written reads back the same, whatever its layout", () => {
  expect(readBaseline(JSON.stringify(BASELINE), "b.json")).toEqual(BASELINE);
  expect(readBaseline(JSON.stringify(BASELINE, null, 2), "b.json")).toEqual(BASELINE);
});

test("no point, reason or date can be changed unnoticed", () => {
  const edits: ((baseline: Baseline) => void)[] = [
    ({ content }) => (content.series[0].points[0].value += 0.001),
    ({ content }) => (content.series[0].points[0].excluded = { by: "X", at: day(1), reason: "late idea" }),
    ({ content }) => (content.series[0].points[2].excluded = null),
    ({ content }) => content.series[0].points.pop(),
    ({ content }) => (content.series[0].limits.sd = 0.1),
    ({ content }) => (content.effectiveFrom = day(30)),
    ({ content }) => (content.pipelineVersion = "9"),
    ({ content }) => (content.version = 2),
    ({ approvals }) => (approvals[0].name = "Somebody Else"),
    ({ approvals }) => (approvals[0].meaning = "anything"),
    ({ approvals }) => (approvals[0].at = day(70)),
    ({ approvals }) => approvals.pop(),
    (baseline) => (baseline.status = "draft"),
  ];
  for (const edit of edits) {
    expect(thrownBy(() => readBaseline(changed(edit), "b.json")).code).toBe("TS_BASELINE_INVALID");
  }
});

test("any other value of any point is noticed", () => {
  fc.assert(
    fc.property(fc.nat(19), fc.double({ min: 0, max: 1, noNaN: true }), (index, value) => {
      fc.pre(value !== BASELINE.content.series[0].points[index].value);
      const text = changed(({ content }) => {
        content.series[0].points[index].value = value;
      });
      expect(thrownBy(() => readBaseline(text, "b.json")).message).toContain("it was altered");
    }),
  );
});

test("limits that are not those of the points are noticed even under a fresh hash", () => {
  const text = changed((baseline) => {
    baseline.content.series[0].limits.sd = 0.5;
    baseline.contentSha256 = contentHash(baseline.content);
    baseline.approvals = [];
    baseline.status = "draft";
  });
  const error = thrownBy(() => readBaseline(text, "b.json"));
  expect(error.message).toContain("are not those of its points");
  expect(error.details).toEqual({ file: "b.json", field: "content.series.0.limits" });
});

test("a signature does not move to another content", () => {
  const text = changed((baseline) => {
    baseline.content.pipelineVersion = "9";
    baseline.contentSha256 = contentHash(baseline.content);
  });
  expect(thrownBy(() => readBaseline(text, "b.json")).message).toContain("is for another content");
});

test.each([
  ["no JSON", "{", "this is no JSON"],
  ["another document", "{}", "this is no baseline"],
  ["a list", "[]", "this is no baseline"],
])("%s is refused, naming the file", (_, text, message) => {
  const error = thrownBy(() => readBaseline(text, "b.json"));
  expect(error.code).toBe("TS_BASELINE_INVALID");
  expect(error.message).toContain(`b.json: ${message}`);
});
