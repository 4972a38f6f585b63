import { expect, test } from "vitest";
import { assessmentWarnings } from "./assessment-warnings.ts";
import type { ComparisonMetrics, SideRecords } from "./metrics.ts";

function warnings(truth: Partial<SideRecords>, query: Partial<SideRecords>): string[] {
  const side = { total: 0, assessed: 0, notAssessed: {}, bounded: 0 };
  const records = { truth: { ...side, ...truth }, query: { ...side, ...query } };
  return assessmentWarnings({ records } as unknown as ComparisonMetrics);
}

test("a side without an assessed record is named, with the reasons", () => {
  const outside = { total: 12, assessed: 0, notAssessed: { "outside-regions": 10, filtered: 2 } };
  expect(warnings(outside, { total: 5, assessed: 5 })).toEqual([
    "none of the 12 records of the truth was assessed: 10 outside-regions, 2 filtered",
  ]);
});

test("one assessed record, or a call set without records, is no reason to warn", () => {
  expect(warnings({ total: 12, assessed: 1, notAssessed: { filtered: 11 } }, { total: 0, assessed: 0 })).toEqual([]);
});
