import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Value } from "@sinclair/typebox/value";
import { MonitorResultSchema } from "@touchstone/model";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordingEnvironment } from "../../test/recording-environment.ts";
import { run } from "../run.ts";

const GUIDE = resolve(import.meta.dirname, "../../../../docs/guides/monitor");
const ROUTINE = join(GUIDE, "routine-runs.csv");
const EVENTS = join(GUIDE, "events.csv");
let folder: string;
let draft: string;
let approved: string;

async function touchstone(...argv: string[]) {
  const environment = recordingEnvironment();
  const exitCode = await run(argv, environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

function monitor(...more: string[]) {
  return touchstone("monitor", "--measurements", ROUTINE, "--baseline", approved, ...more);
}

/** A copy of the routine runs, changed. */
function changed(name: string, change: (text: string) => string): string {
  const path = join(folder, name);
  writeFileSync(path, change(readFileSync(ROUTINE, "utf8")));
  return path;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-monitor-"));
  [draft, approved] = ["draft.json", "egfr.json"].map((name) => join(folder, name));
  const exclusion = ["--exclude", "B11=half the input DNA pipetted", "--by", "M. Lind"];
  for (const out of [draft, approved]) {
    await touchstone(
      "baseline",
      "establish",
      "--measurements",
      join(GUIDE, "baseline-runs.csv"),
      "--out",
      out,
      ...exclusion,
    );
  }
  await touchstone("baseline", "approve", approved, "--by", "A. Director", "--meaning", "limits for routine");
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("a table of points, the runs' dispositions, and sentences for what is not in control", async () => {
  const { exitCode, out } = await monitor("--events", EVENTS);
  expect(exitCode).toBe(0);
  const flat = out.replace(/\s+/g, " ");
  expect(flat).toContain("R01 2026-02-09 EGFR L858R HD200 L17 low 0.0541 0.71 in control");
  expect(flat).toContain("R07 out of control held");
  expect(flat).toContain("Rule 1-3s within run (rejection): the value lies more than 3 SD above the mean.");
  expect(flat).toContain("R16 2026-03-02 EGFR L858R HD200 L17 low 0.05348 - not evaluable pipeline version");
  expect(flat).toContain("16 runs judged: ");
  expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
});

test("--json holds verdicts with baseline, rule set and input; twice the same", async () => {
  const { out } = await monitor("--json");
  const document = JSON.parse(out);
  expect(document).toMatchObject({
    schema: "touchstone/monitor/1",
    ruleSet: { name: "westgard-multirule", version: 1, contentSha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    baselines: [{ name: "egfr", version: 1, contentSha256: JSON.parse(readFileSync(approved, "utf8")).contentSha256 }],
    inputs: { measurements: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } },
  });
  expect([...Value.Errors(MonitorResultSchema, document)]).toEqual([]);
  expect(document.runs).toHaveLength(16);
  expect((await monitor("--json")).out).toBe(out);
});

test.each([
  ["warning", ["R05"], 1],
  ["rejection", ["R05"], 0],
  ["rejection", ["R07"], 1],
  ["rejection", ["R16"], 1],
  ["warning", ["R01"], 0],
])("--fail-on %s over run %s exits %i", async (state, runs, expected) => {
  const header = 1;
  const file = changed(`only-${runs.join("-")}.csv`, (text) =>
    text
      .split("\n")
      .filter((line, index) => index < header || runs.some((name) => line.startsWith(name)))
      .join("\n"),
  );
  const { exitCode } = await touchstone("monitor", "--measurements", file, "--baseline", approved, "--fail-on", state);
  expect(exitCode).toBe(expected);
});

test("--svg draws a chart of each control, with events and flagged points", async () => {
  const charts = join(folder, "charts");
  const { out } = await monitor("--events", EVENTS, "--svg", join(charts, "lj"));
  expect(readdirSync(charts).sort()).toEqual(["lj.EGFR-L858R.HD200.high.svg", "lj.EGFR-L858R.HD200.low.svg"]);
  const svg = readFileSync(join(charts, "lj.EGFR-L858R.HD200.low.svg"), "utf8");
  for (const text of [
    "EGFR L858R in HD200, lot L17",
    "Baseline egfr v1",
    "reagent lot",
    "1-3s",
    "half the input DNA pipetted",
  ]) {
    expect(svg).toContain(text);
  }
  expect(out).toContain(`Chart: ${join(charts, "lj.EGFR-L858R.HD200.low.svg")}`);
});

test("rules and policies come from a file", async () => {
  const rules = join(folder, "rules.yaml");
  writeFileSync(
    rules,
    "schema: touchstone/rule-set/1\nname: one rule\nversion: 7\nrules: [1-3s]\npolicies: {dispositions: {outOfControl: repeat}}\n",
  );
  const { out } = await monitor("--rules", rules);
  expect(out).toContain("Rule set one rule v7");
  expect(out).toMatch(/R07 +out of control +repeat/);
  expect(out).toMatch(/R05 +in control +released/);
});

test("the baseline's own runs are not judged", async () => {
  const measurements = join(GUIDE, "baseline-runs.csv");
  const { exitCode, out } = await touchstone(
    "monitor",
    "--measurements",
    measurements,
    "--baseline",
    approved,
    "--fail-on",
    "warning",
  );
  expect(exitCode).toBe(0);
  expect(out).toContain("0 runs judged");
  expect(out).toContain("24 more made the baseline and were not judged.");
});

test("columns that are not used are named on stderr", async () => {
  const file = changed("column.csv", (text) => text.replace("instrument", "machine"));
  const { err } = await touchstone("monitor", "--measurements", file, "--baseline", approved);
  expect(err).toContain("columns not used: machine");
});

test("events that name what was not measured are told", async () => {
  const events = join(folder, "events.csv");
  writeFileSync(events, "time,kind,run,analyte\n2026-02-17,service,R99,\n2026-02-17,service,,EGFR\n");
  const { err } = await monitor("--events", events);
  expect(err).toContain("an event names the run R99, which was not measured");
  expect(err).toContain("an event names the analyte EGFR, which was not measured");
});

test("an unapproved baseline is refused: what to do is said", async () => {
  const { exitCode, out, err } = await touchstone("monitor", "--measurements", ROUTINE, "--baseline", draft);
  expect(exitCode).toBe(65);
  expect(out).toBe("");
  expect(err).toContain(`TS_BASELINE_NOT_APPROVED: ${draft}: baseline draft v1 is a draft`);
  expect(err).toContain("touchstone baseline approve");
});

test.each([
  [
    "a decimal comma",
    (text: string) => text.replace("0.05410", '"0,0541"'),
    ":2, column 7 (value): '0,0541' is no finite number",
  ],
  ["a VAF above 1", (text: string) => text.replace("0.05410", "5.410"), ":2, column 7 (value): 5.41 is no vaf"],
  ["NaN", (text: string) => text.replace("0.05410", "NaN"), ":2, column 7 (value): 'NaN' is no finite number"],
  [
    "a negative depth",
    (text: string) => text.replace(",2403,", ",-2403,"),
    ":2, column 8 (depth): depth -2403 is below 0",
  ],
  ["dates out of order", (text: string) => text.replaceAll("2026-02-10", "2026-02-08"), ":4, column 2 (time)"],
  [
    "a point twice",
    (text: string) => text.replace("L858R,high", "L858R,low"),
    ":3, column 1 (run): run R01 holds EGFR L858R",
  ],
  [
    "a score",
    (text: string) => text.replaceAll("EGFR L858R", "SNV recall"),
    ":2, column 5 (analyte): SNV recall is a score",
  ],
])("%s: exit 65, with line and column", async (name, change, message) => {
  const file = changed(`${name.replaceAll(" ", "-")}.csv`, change);
  const { exitCode, out, err } = await touchstone("monitor", "--measurements", file, "--baseline", approved);
  expect(exitCode).toBe(65);
  expect(out).toBe("");
  expect(err).toContain(`${file}${message}`);
});

test("an unknown rule: exit 65, with line and column", async () => {
  const rules = join(folder, "unknown.yaml");
  writeFileSync(rules, "schema: touchstone/rule-set/1\nname: x\nversion: 1\nrules:\n  - 1-4s\n");
  const { exitCode, err } = await monitor("--rules", rules);
  expect(exitCode).toBe(65);
  expect(err).toContain(`${rules}:5, column 5 (rules.0): "1-4s" is none of 1-2s, 1-3s`);
});

test.each([
  ["no measurements", ["--baseline", "b.json"], "--measurements missing"],
  ["no baseline", ["--measurements", ROUTINE], "--baseline missing"],
  ["an unknown state", ["--fail-on", "trouble"], "Allowed choices are warning, rejection"],
])("%s is a usage error", async (_, argv, message) => {
  const { exitCode, err } = await touchstone("monitor", ...argv);
  expect(exitCode).toBe(2);
  expect(err).toContain(message);
});
