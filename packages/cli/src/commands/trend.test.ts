import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-trend-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function seriesFile(rows: readonly string[], header = "run,value,event"): string {
  const path = join(folder, "f1.csv");
  writeFileSync(path, `${[header, ...rows].join("\n")}\n`);
  return path;
}

const falling = () =>
  seriesFile(Array.from({ length: 12 }, (_, index) => `r${index},${(0.99 - index / 1000).toFixed(3)},`));
const THRESHOLD = ["--threshold", "0.97", "--horizon", "20"];

test("a decline is printed, and exits 0 unless it is to fail", async () => {
  const environment = recordingEnvironment();
  expect(await run(["trend", falling(), ...THRESHOLD], environment)).toBe(0);
  expect(environment.out()).toContain("Decline: Sen's line crosses the threshold within the horizon.\n");
  expect(environment.err()).toBe("");
});

test("--fail-on decline exits 1 for a decline and 0 for none", async () => {
  const decline = await run(["trend", falling(), ...THRESHOLD, "--fail-on", "decline"], recordingEnvironment());
  expect(decline).toBe(1);
  const stable = seriesFile(Array.from({ length: 12 }, (_, index) => `r${index},${index % 2},`));
  expect(await run(["trend", stable, "--fail-on", "decline"], recordingEnvironment())).toBe(0);
});

test("--json prints the analysis", async () => {
  const environment = recordingEnvironment();
  expect(await run(["trend", falling(), ...THRESHOLD, "--look", "1", "--json"], environment)).toBe(0);
  expect(JSON.parse(environment.out())).toMatchObject({
    unit: "run",
    question: { threshold: { value: 0.97, badSide: "below" }, horizon: 20, alpha: 0.05, level: 0.95, look: 1 },
    segment: { start: 0, end: 12 },
    test: { n: 12, s: -66, method: "exact" },
    look: 1,
    levelOfLook: 0.025,
    verdict: { state: "decline" },
  });
});

test("the event column starts a new segment", async () => {
  const rows = Array.from(
    { length: 20 },
    (_, index) => `r${index},${index < 10 ? 9 - index : index % 2},${index === 10 ? "lot B" : ""}`,
  );
  const environment = recordingEnvironment();
  await run(["trend", seriesFile(rows), "--json"], environment);
  expect(JSON.parse(environment.out())).toMatchObject({ segment: { start: 10, end: 20 }, test: { n: 10 } });
});

test("--svg writes the chart and leaves nothing else behind", async () => {
  const svg = join(folder, "trend.svg");
  expect(await run(["trend", falling(), ...THRESHOLD, "--svg", svg], recordingEnvironment())).toBe(0);
  expect(readFileSync(svg, "utf8")).toContain("<svg");
  expect(readdirSync(folder).sort()).toEqual(["f1.csv", "trend.svg"]);
});

test.each([
  ["a value that is no number", ["r1,0.99,", "r2,abc,"], ":3, column 2 (value): 'abc' is no finite number"],
  ["a row that is too short", ["r1,0.99"], ":2, column 2: 2 fields where the header has 3"],
])("%s exits 65 and names file, line and column", async (_, rows, message) => {
  const environment = recordingEnvironment();
  const path = seriesFile(rows);
  expect(await run(["trend", path], environment)).toBe(65);
  expect(environment.err()).toContain(`TS_MEASUREMENT_INVALID: ${path}${message}`);
  expect(environment.out()).toBe("");
});

test("dates out of order exit 65", async () => {
  const environment = recordingEnvironment();
  const path = seriesFile(["2026-02-02,1", "2026-02-01,2"], "time,value");
  expect(await run(["trend", path], environment)).toBe(65);
  expect(environment.err()).toContain(`${path}:3, column 1 (time): lies before the time of line 2`);
});

test("a file that is not there exits 66", async () => {
  const environment = recordingEnvironment();
  expect(await run(["trend", join(folder, "none.csv")], environment)).toBe(66);
  expect(environment.err()).toContain("TS_FILE_NOT_FOUND");
  expect(await run(["trend", folder], recordingEnvironment())).toBe(66);
});

test.each([
  [["--threshold", "0.9"], "--threshold needs --horizon"],
  [["--horizon", "9"], "--horizon needs --threshold"],
  [["--threshold", "x", "--horizon", "9"], "It must be a number."],
  [["--threshold", "0.9", "--horizon", "0"], "It must be a number above 0."],
  [["--alpha", "1"], "It must be a number between 0 and 1."],
  [["--look", "0"], "It must be a whole number"],
  [["--fail-on", "rise"], "Allowed choices are decline"],
])("%j is a usage error", async (options, message) => {
  const environment = recordingEnvironment();
  expect(await run(["trend", falling(), ...options], environment)).toBe(2);
  expect(environment.err()).toContain(message);
});

test("the chart never overwrites the series", async () => {
  const path = falling();
  const before = readFileSync(path, "utf8");
  expect(await run(["trend", path, "--svg", path], recordingEnvironment())).toBe(2);
  expect(readFileSync(path, "utf8")).toBe(before);
});

test("a chart that cannot be written exits 73 with nothing on stdout", async () => {
  const environment = recordingEnvironment();
  const svg = join(falling(), "trend.svg");
  expect(await run(["trend", join(folder, "f1.csv"), "--svg", svg], environment)).toBe(73);
  expect(environment.out()).toBe("");
  expect(existsSync(svg)).toBe(false);
});
