import { expect, test } from "vitest";
import type { ProcessUsages } from "./run-records.ts";
import { costText, memoryText, outcomesOf, timeText } from "./usage-text.ts";

const GB = 1_000_000_000;
const tasks = { total: 4, unfinished: 0, completed: 4, cached: 0, failed: 0, aborted: 0, retried: 0 };
const memory = { peak: 3 * GB, requested: 8 * GB, share: 0.375 };
const usage: ProcessUsages["total"] = {
  tasks,
  wallTime: { sum: 1000, longest: 500, tasks: 4 },
  cpuTime: { sum: 900, tasks: 4 },
  memory,
  cost: { amount: 0.0000819, tasks: 4, unknown: 0 },
};

test("tasks are counted with what else than completed became of them", () => {
  expect(outcomesOf(usage)).toEqual([]);
  const outcomes = outcomesOf({ ...usage, tasks: { ...tasks, failed: 1, retried: 1, cached: 2 } });
  expect(outcomes).toEqual(["2 cached", "1 failed", "1 retried"]);
});

test.each([
  [memory, { share: "38%", of: "3.00 GB of 8.00 GB" }],
  [
    { ...memory, peak: null, share: null },
    { share: "–", of: "not measured of 8.00 GB" },
  ],
  [
    { peak: 3 * GB, requested: null, share: null },
    { share: "–", of: "3.00 GB" },
  ],
  [
    { peak: null, requested: null, share: null },
    { share: "–", of: "" },
  ],
])("memory %j is %j", (of, text) => {
  expect(memoryText({ ...usage, memory: of })).toEqual(text);
});

test.each([
  [{ amount: 0.0000819, tasks: 4, unknown: 0 }, "0.000082 EUR"],
  [{ amount: 0.25, tasks: 4, unknown: 2 }, "at least 0.25 EUR"],
  [{ amount: 12.3456, tasks: 4, unknown: 0 }, "12.35 EUR"],
  [{ amount: 0.9951, tasks: 4, unknown: 0 }, "1.00 EUR"],
  [{ amount: 0, tasks: 4, unknown: 0 }, "0 EUR"],
  [{ amount: null, tasks: 0, unknown: 4 }, "– (not known)"],
  [{ amount: null, tasks: 0, unknown: 0 }, "0 EUR"],
])("a cost %j is %s", (cost, text) => {
  expect(costText({ ...usage, cost }, "EUR")).toBe(text);
});

test("a time that nobody knows is a dash, never 0", () => {
  expect([timeText(null), timeText(0)]).toEqual(["–", "0 ms"]);
});
