import { expect, test } from "vitest";
import { QualityError } from "../error.ts";
import { readTrendSeries } from "./trend-series.ts";

function thrownBy(action: () => unknown): QualityError {
  try {
    action();
  } catch (error) {
    if (error instanceof QualityError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

test("runs without times lie one apart", () => {
  const series = readTrendSeries("run,value,event\nr1,0.99,\nr2,,lot B\nr3,0.98,\n", "f1.csv");
  expect(series).toMatchObject({ unit: "run", positions: [0, 1, 2] });
  expect(series.points).toEqual([
    { line: 2, run: "r1", time: null, value: 0.99, event: null },
    { line: 3, run: "r2", time: null, value: null, event: "lot B" },
    { line: 4, run: "r3", time: null, value: 0.98, event: null },
  ]);
});

test("times lie in days since the first, and name a run that has no other name", () => {
  const text = "time,value\n2026-01-01,1\n2026-01-02T12:00:00Z,2\n2026-01-02T12:00:00Z,3\n2026-02-01,4\n";
  const series = readTrendSeries(text, "f1.csv");
  expect(series).toMatchObject({ unit: "day", positions: [0, 1.5, 1.5, 31] });
  expect(series.points[3]).toMatchObject({ run: "2026-02-01", time: "2026-02-01T00:00:00.000Z" });
});

test.each([
  ["no value column", "run,f1\nr1,1\n", { line: 1, field: "value" }],
  ["neither time nor run", "value\n1\n", { line: 1, field: "time" }],
  ["a value that is no number", "run,value\nr1,1\nr2,NaN\n", { line: 3, column: 2, field: "value" }],
  ["a day that does not exist", "time,value\n2026-02-30,1\n", { line: 2, column: 1, field: "time" }],
  ["times that go back", "time,value\n2026-02-02,1\n2026-02-01,1\n", { line: 3, column: 1, field: "time" }],
  [
    "a run that is there twice",
    "time,run,value\n2026-02-01,r1,1\n2026-02-02,r1,2\n",
    { line: 3, column: 2, field: "run" },
  ],
  ["a run without a name", "value,run\n1,\n", { line: 2, column: 2, field: "run" }],
])("refuses %s", (_, text, place) => {
  const error = thrownBy(() => readTrendSeries(text, "f1.csv"));
  expect(error.code).toBe("TS_MEASUREMENT_INVALID");
  expect(error.details).toEqual({ file: "f1.csv", ...place });
  expect(error.message).toContain(`f1.csv:${place.line}`);
});
