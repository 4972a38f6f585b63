import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const MEASUREMENTS = resolve(import.meta.dirname, "../../../../docs/guides/monitor/baseline-runs.csv");
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-baseline-"));
  file = join(folder, "egfr.json");
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function touchstone(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(["baseline", ...argv], environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

function establish(...more: string[]) {
  return touchstone("establish", "--measurements", MEASUREMENTS, "--out", file, ...more);
}

test("establish writes a draft and says what it holds", async () => {
  const { exitCode, out } = await establish("--exclude", "B11=half the input DNA pipetted", "--by", "M. Lind");
  expect(exitCode).toBe(0);
  const { status, content } = JSON.parse(readFileSync(file, "utf8"));
  expect(status).toBe("draft");
  expect(content).toMatchObject({
    name: "egfr",
    version: 1,
    pipelineVersion: "2.3.0",
    source: { file: "baseline-runs.csv" },
  });
  expect(content.series.map(({ limits }: { limits: { n: number } }) => limits.n)).toEqual([23, 23]);
  expect(out).toContain("Baseline egfr v1: draft");
  expect(out.replace(/\s+/g, " ")).toContain(
    "run B11, EGFR L858R in HD200 (level low), 0.01614: half the input DNA pipetted (M. Lind,",
  );
  expect(out).toContain("no run can be judged before somebody approves");
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(readdirSync(folder)).toEqual(["egfr.json"]);
});

test("few points are shown as provisional, with what is missing", async () => {
  const few = join(folder, "few.csv");
  writeFileSync(few, readFileSync(MEASUREMENTS, "utf8").split("\n").slice(0, 11).join("\n"));
  const { out } = await touchstone("establish", "--measurements", few, "--out", file);
  expect(out).toContain("PROVISIONAL: limits need 20 points of 20 runs on 20 days.");
  expect(out).toContain("5 of 20 points, 5 of 20 runs, 5 of 20 days");
});

test("an exclusion for lying far out gets a warning", async () => {
  const { exitCode, err } = await establish("--exclude", "B11=outlier", "--by", "M. Lind");
  expect(exitCode).toBe(0);
  expect(err).toContain("run B11: 'outlier' names no cause");
});

test("exclusions come from a file too, with who and when", async () => {
  const exclusions = join(folder, "exclusions.csv");
  writeFileSync(exclusions, "run,level,by,time,reason\nB11,low,M. Lind,2026-01-20,half the input DNA pipetted\n");
  await establish("--exclusions", exclusions);
  const { content } = JSON.parse(readFileSync(file, "utf8"));
  const excluded = content.series.map(({ points }: { points: { excluded: unknown }[] }) => points[10].excluded);
  expect(excluded).toEqual([
    null,
    { by: "M. Lind", at: "2026-01-20T00:00:00.000Z", reason: "half the input DNA pipetted" },
  ]);
});

test("kind and scale can be given", async () => {
  await establish(
    "--kind",
    "methylation level",
    "--scale",
    "arcsine",
    "--scale",
    "EGFR L858R=logit",
    "--name",
    "panel",
  );
  const { content } = JSON.parse(readFileSync(file, "utf8"));
  expect(content.name).toBe("panel");
  expect(content.series[0]).toMatchObject({ kind: "methylation level", scale: "logit" });
});

test("approve adds a signature, show checks it, retire ends it", async () => {
  await establish();
  const before = JSON.parse(readFileSync(file, "utf8"));
  expect((await touchstone("approve", file, "--by", "A. Director", "--meaning", "limits for routine")).exitCode).toBe(
    0,
  );
  const after = JSON.parse(readFileSync(file, "utf8"));
  expect(after).toMatchObject({ status: "approved", content: before.content, contentSha256: before.contentSha256 });
  const shown = await touchstone("show", file);
  expect(shown.out).toContain("Baseline egfr v1: approved");
  expect(shown.out).toMatch(/approved {3}A\. Director, \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ: limits for routine/);
  expect(JSON.parse((await touchstone("show", file, "--json")).out)).toEqual(after);
  const retired = await touchstone("retire", file, "--by", "A. Director", "--meaning", "control lot used up");
  expect(retired.out).toContain("Baseline egfr v1: retired");
});

test("the next version names the one before", async () => {
  await establish();
  const next = join(folder, "egfr-2.json");
  const { exitCode } = await touchstone(
    "establish",
    "--measurements",
    MEASUREMENTS,
    "--out",
    next,
    "--name",
    "egfr",
    "--supersedes",
    file,
  );
  expect(exitCode).toBe(0);
  const [first, second] = [file, next].map((path) => JSON.parse(readFileSync(path, "utf8")));
  expect(second.content).toMatchObject({ version: 2, supersedes: first.contentSha256 });
});

test("what somebody approved is not replaced; a draft is", async () => {
  await establish();
  expect((await establish()).exitCode).toBe(0);
  await touchstone("approve", file, "--by", "A. Director", "--meaning", "limits for routine");
  const before = readFileSync(file, "utf8");
  const { exitCode, err } = await establish();
  expect(exitCode).toBe(2);
  expect(err).toContain("holds a baseline that was approved");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("an approval that cannot be written leaves the file as it was", async () => {
  await establish();
  const before = readFileSync(file, "utf8");
  // A folder that has the name of the temporary file is in the way.
  mkdirSync(`${file}.tmp-${process.pid}`);
  const { exitCode, err } = await touchstone("approve", file, "--by", "A. Director", "--meaning", "limits for routine");
  expect(exitCode).toBe(73);
  expect(err).toContain("TS_OUTPUT_UNWRITABLE");
  expect(readFileSync(file, "utf8")).toBe(before);
});

test("an altered file is neither shown nor approved", async () => {
  await establish();
  writeFileSync(file, readFileSync(file, "utf8").replace('"value": 0.04538', '"value": 0.05538'));
  for (const argv of [
    ["show", file],
    ["approve", file, "--by", "A", "--meaning", "B"],
  ]) {
    const { exitCode, err } = await touchstone(...argv);
    expect(exitCode).toBe(65);
    expect(err).toContain("TS_BASELINE_INVALID");
    expect(err).toContain("it was altered");
  }
});

test.each([
  ["no measurements", ["establish", "--out", "x.json"], 2, "--measurements missing"],
  [
    "an exclusion without a name",
    ["establish", "--measurements", MEASUREMENTS, "--out", "x.json", "--exclude", "B1=x"],
    2,
    "--exclude without --by",
  ],
  ["an exclusion without a reason", ["establish", "--exclude", "B11"], 2, "Give RUN=REASON"],
  ["an unknown scale", ["establish", "--scale", "probit"], 2, "Allowed scales are raw"],
  [
    "a scale for what was not measured",
    ["establish", "--measurements", MEASUREMENTS, "--out", "x.json", "--scale", "EGFR=logit"],
    2,
    "--scale names EGFR, which was not measured",
  ],
  ["an unknown kind", ["establish", "--kind", "score"], 2, "Allowed choices are vaf"],
  ["no date", ["establish", "--effective-from", "tomorrow"], 2, "Give a date or time"],
  ["an approval without meaning", ["approve", "x.json", "--by", "A"], 2, "--meaning missing"],
  ["no file", ["show", "/nowhere/x.json"], 66, "TS_FILE_NOT_FOUND"],
  ["no such command", ["estblish"], 2, "Did you mean establish?"],
])("%s", async (_, argv, expected, message) => {
  const { exitCode, err } = await touchstone(...argv);
  expect(exitCode).toBe(expected);
  expect(err).toContain(message);
});
