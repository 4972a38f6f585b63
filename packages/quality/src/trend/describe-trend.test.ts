import { expect, test } from "vitest";
import { analyseTrend } from "./analyse-trend.ts";
import { describeTrend } from "./describe-trend.ts";
import type { TrendQuestion } from "./trend-evidence.ts";
import { readTrendSeries } from "./trend-series.ts";

function describeText(text: string, question: TrendQuestion): string {
  const series = readTrendSeries(text, "f1.csv");
  const changes = series.points.flatMap(({ event }, place) => (event === null ? [] : [place]));
  const values = series.points.map(({ value }) => value);
  return describeTrend(series, analyseTrend(values, series.positions, changes, question), question);
}

test("a decline by dates", () => {
  const days = Array.from({ length: 10 }, (_, day) => `2026-01-${String(2 * day + 1).padStart(2, "0")},${20 - day},`);
  const text = `time,value,event\n2025-12-30,99,\n${days.join("\n").replace("20,", "20,lot B")}\n`;
  const lines = describeText(text, { threshold: { value: 8, badSide: "below" }, horizon: 14 }).split("\n");
  expect(lines[0]).toBe("Trend of f1.csv");
  expect(lines[1]).toBe("Segment          n = 10, 2026-01-01 to 2026-01-19, since lot B (line 3)");
  // 10 values in perfect order: S = -45, p = 2 / 10! = 5.511e-7.
  expect(lines[2]).toBe(
    "Mann-Kendall     S = -45, tau-b = -1, p = 5.511e-7 two-sided, 2.756e-7 for a fall, 1 for a rise (exact)",
  );
  expect(lines[4]).toContain("variance as for independent runs");
  expect(lines[5]).toBe("Repeated looks   look 3: p must be below 0.004167; p for all looks = 0.000006614");
  expect(lines[6]).toBe("Sen slope        -0.5 per day, 95% interval -0.5 to -0.5");
  // The line 20 - day / 2 is 8 on the 24th day after 1 January, six days after the last run.
  expect(lines.at(-2)).toBe(
    "Threshold        8: crossed in 6 days (2026-01-25), earliest in 6 days (2026-01-25), " +
      "latest in 6 days (2026-01-25); horizon 14 days",
  );
  expect(lines.at(-1)).toBe("Decline: Sen's line crosses the threshold within the horizon.");
});

test("too few runs: no alert is possible, and the text says so", () => {
  const text = describeText("run,value\na,3\nb,2\nc,1\n", { threshold: null, horizon: null });
  expect(text).toContain("0.3333 two-sided, if all 3 values were in order: an alert is impossible at this n");
  expect(text).toContain("no interval at this n");
  expect(text).toContain("Not evaluable: 3 values are fewer than 8.");
});

test("a step that is no recorded event is pointed at", () => {
  const rows = [9, 8, 9, 8, 9, 2, 1, 2, 1, 2].map((value, run) => `r${run},${value}`);
  const text = describeText(`run,value\n${rows.join("\n")}\n`, { threshold: null, horizon: null });
  expect(text).toMatch(/Change point +before r5: Pettitt p = .*record the event/);
});

test("no values", () => {
  const text = describeText("run,value\n", { threshold: { value: 1, badSide: "below" }, horizon: 5 });
  expect(text).toContain("no runs");
  expect(text).toContain("undefined (too few values)");
  expect(text).toContain("1: no line to project");
});

test("a level is written without what binary fractions add: 100 times 0.57 is 56.99999999999999", () => {
  const text = `run,value\n${Array.from({ length: 10 }, (_, run) => `r${run},${20 - run}`).join("\n")}\n`;
  expect(describeText(text, { threshold: null, horizon: null, level: 0.57 })).toContain(", 57% interval -1 to -1");
});
