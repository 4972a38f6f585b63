import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { readMeasurements } from "@touchstone/quality";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../src/run.ts";
import { recordingEnvironment } from "./recording-environment.ts";
import { commandsOn, type Printed, type ServedFolder, serveFolder, spawnCommand } from "./served-folder.ts";

const GUIDE = resolve(import.meta.dirname, "../../../docs/guides/monitor");
const BASELINE_RUNS = join(GUIDE, "baseline-runs.csv");
const ROUTINE_RUNS = join(GUIDE, "routine-runs.csv");
const OWNERS = ["--pipeline", "egfr", "--reagent", "library kit"];
const HEADER = "run,time,material,analyte,value";

let dataFolder: string;
let folder: string;
let touchstone: (...argv: string[]) => Promise<Printed>;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  folder = mkdtempSync(join(tmpdir(), "touchstone-ingest-"));
  touchstone = commandsOn(dataFolder);
});

afterAll(() => {
  removeTestFolder(dataFolder);
  rmSync(folder, { recursive: true });
});

function written(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join("\n")}\n`);
  return path;
}

async function runNames(): Promise<string[]> {
  const { out } = await touchstone("runs", "list", "--limit", "1000", "--json");
  return JSON.parse(out)
    .map(({ name }: { name: string }) => name)
    .sort();
}

describe("a table of control measurements, in a folder that nobody serves", () => {
  test("is recorded run by run in order of time, once", async () => {
    const first = await touchstone("ingest", ROUTINE_RUNS, ...OWNERS, "--json");
    expect(first).toMatchObject({ exitCode: 0, err: "" });
    const { measurements } = readMeasurements(readFileSync(ROUTINE_RUNS, "utf8"), { file: ROUTINE_RUNS });
    const runs = [...new Set(measurements.map(({ run }) => run))];
    const answers = JSON.parse(first.out);
    expect(answers.map((one: { run: { name: string } }) => one.run.name)).toEqual(runs);
    for (const { run, ...answer } of answers) {
      expect(answer).toMatchObject({ kind: "measurements", isNew: true, isImported: false, state: "not evaluable" });
      expect(answer.measurements).toBe(measurements.filter((one) => one.run === run.name).length);
    }
    const again = await touchstone("ingest", ROUTINE_RUNS, ...OWNERS, "--json");
    expect(JSON.parse(again.out)).toEqual(answers.map((one: object) => ({ ...one, isNew: false })));
    const { out } = await touchstone("ingest", ROUTINE_RUNS, ...OWNERS);
    expect(out.split("\n").at(-2)).toBe(
      "32 measurements of 16 runs: nothing was judged; 16 runs recorded before. There is no baseline for its controls.",
    );
    const shown = JSON.parse((await touchstone("runs", "show", "R16", "--json")).out);
    expect(shown).toMatchObject({
      performedAt: "2026-03-02T08:00:00.000Z",
      pipelineVersion: { pipeline: "egfr", version: "2.4.0" },
      instrument: { name: "NVQ-1" },
      status: "succeeded",
      disposition: "held",
      isImported: false,
    });
  });

  test("with other values is refused at its run, unless they correct the first", async () => {
    const changed = join(folder, "changed.csv");
    writeFileSync(changed, readFileSync(ROUTINE_RUNS, "utf8").replace(/^(R05,.*,)0\.06225,/m, "$10.06226,"));
    const refused = await touchstone("ingest", changed, ...OWNERS);
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    expect(refused.err).toContain("the 4 of 16 runs before R05 are recorded");
    expect(refused.err).toContain("TS_CONFLICT: 1 measurements of run R05 are stored with other content");
    const corrected = await touchstone(
      "ingest",
      changed,
      ...OWNERS,
      "--supersede",
      "a digit was typed wrong",
      "--json",
    );
    expect(corrected.exitCode).toBe(0);
    const isNew = JSON.parse(corrected.out).map((one: { isNew: boolean }) => one.isNew);
    expect(isNew).toEqual(Array.from({ length: 16 }, (_, index) => index === 4));
  });

  test.each([
    ["a value that is none", "T2,2026-01-02,M,A,high,", ":3, column 5 (value): 'high' is no finite number"],
    ["half a read", "T2,2026-01-02,M,A,0.5,10.5", ":3, column 6 (depth): 10.5 is no whole number of reads"],
    [
      "too long a name",
      `T2,2026-01-02,M,${"A".repeat(201)},0.5,`,
      ":3, column 4 (analyte): 201 letters are more than 200",
    ],
  ])("with %s records nothing", async (_, line, message) => {
    const before = await runNames();
    const refused = await touchstone("ingest", written("bad.csv", `${HEADER},depth`, "T1,2026-01-01,M,A,0.5,", line));
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    expect(refused.err).toContain(message);
    expect(await runNames()).toEqual(before);
  });

  test("that names versions and lots has to be told of what", async () => {
    const refused = await touchstone("ingest", ROUTINE_RUNS);
    expect(refused).toMatchObject({ exitCode: 2, out: "" });
    expect(refused.err).toContain("versions of a pipeline (2.3.0, 2.4.0) and lots of a reagent (RL-A, RL-B)");
    expect(refused.err).toContain("--pipeline NAME --reagent NAME");
    const other = await touchstone("ingest", ROUTINE_RUNS, "--pipeline", "egfr@2.3.0", "--reagent", "library kit");
    expect(other.err).toContain("(pipeline_version): 2.4.0 is not 2.3.0, which --pipeline names");
    const none = written("none.csv", HEADER, "T1,2026-01-01,M,A,0.5");
    expect((await touchstone("ingest", none, "--pipeline", "egfr")).err).toContain("no version of egfr");
  });

  test("names its run on the command line only where its rows do not", async () => {
    const unnamed = written("unnamed.csv", "material,analyte,value", "HD300,KRAS G12D,0.1");
    expect(await touchstone("ingest", unnamed)).toMatchObject({ exitCode: 65, out: "" });
    const time = ["--performed-at", "2026-04-01T08:00:00Z"];
    const recorded = await touchstone("ingest", unnamed, "--run", "alone", ...time, "--json");
    expect(JSON.parse(recorded.out)).toMatchObject([{ run: { name: "alone" }, isNew: true, measurements: 1 }]);
    // The run has its time by now, so that nobody has to say it.
    const again = await touchstone("ingest", unnamed, "--run", "alone");
    expect(again).toMatchObject({ exitCode: 0, err: "" });
    const { out } = await touchstone("runs", "show", "alone", "--json");
    expect(JSON.parse(out).performedAt).toBe("2026-04-01T08:00:00.000Z");
    const other = await touchstone("ingest", written("named.csv", HEADER, "T1,2026-01-01,M,A,0.5"), "--run", "alone");
    expect(other.err).toContain("the row is of run T1 and not of alone");
  });

  test("whose run has another time says so, and keeps it", async () => {
    const later = written("later.csv", HEADER, "alone,2026-04-02,HD300,KRAS G12C,0.2");
    const warned = await touchstone("ingest", later);
    expect(warned.exitCode).toBe(0);
    expect(warned.err).toContain(
      "run alone is recorded with the time 2026-04-01T08:00:00.000Z, which it keeps, and not 2026-04-02T00:00:00.000Z",
    );
  });

  test("that monitor judges is recorded on demand", async () => {
    const baseline = join(folder, "egfr.json");
    const made = await establish(baseline);
    expect(made.exitCode).toBe(0);
    const measurements = ["--measurements", ROUTINE_RUNS, "--baseline", baseline];
    const judged = await commandsOn(dataFolder)("monitor", ...measurements, "--record", ...OWNERS, "--json");
    // The corrected value of R05 stands; the table has the first one.
    expect(judged.exitCode).toBe(65);
    expect(JSON.parse(judged.out).runs).toHaveLength(16);
    const other = join(folder, "renamed.csv");
    writeFileSync(other, readFileSync(ROUTINE_RUNS, "utf8").replaceAll(/^R/gm, "S"));
    const text = await touchstone("monitor", "--measurements", other, "--baseline", baseline, "--record", ...OWNERS);
    expect(text).toMatchObject({ exitCode: 0, err: "" });
    expect(text.out).toMatch(
      /\n\n32 measurements of 16 runs: nothing was judged\. There is no baseline for its controls\.\n$/,
    );
    expect(await runNames()).toContain("S16");
    const unsaid = await touchstone("monitor", ...measurements, "--assay", "egfr");
    expect(unsaid.err).toContain("--assay is about what is recorded, and --record is not given");
    const unkind = written("unkind.csv", HEADER, "U1,2026-03-01,HD200,ALK,0.5");
    const refused = await touchstone("monitor", "--measurements", unkind, "--baseline", baseline, "--record");
    expect(refused).toMatchObject({ exitCode: 2, out: "" });
    expect(refused.err).toContain("nothing says what the values of ALK are");
  });
});

/** The baseline of the guide, approved in its file. */
async function establish(out: string): Promise<Printed> {
  const environment = recordingEnvironment();
  const argv = ["baseline", "establish", "--measurements", BASELINE_RUNS, "--out", out, "--by", "M. Lind"];
  await run([...argv, "--exclude", "B11=half the input DNA pipetted"], environment);
  const approval = ["baseline", "approve", out, "--by", "A. Director", "--meaning", "limits for routine use"];
  const exitCode = await run(approval, environment);
  return { exitCode, out: environment.out(), err: environment.err() };
}

describe("with a server that holds the folder", () => {
  let served: ServedFolder;
  let data: string;
  let commands: (...argv: string[]) => Promise<Printed>;

  beforeAll(async () => {
    data = await createTestFolder();
    commands = commandsOn(data);
    served = await serveFolder(data);
  });

  afterAll(async () => {
    await served.stop();
    removeTestFolder(data);
  });

  /** Has a person approve what the folder's owner has proposed. */
  async function approveBaseline(document: Record<string, unknown>): Promise<void> {
    const password = "correct horse battery staple 7";
    const file = written("password", password);
    const person = ["d.hodgkin", "--printed-name", "Dora Hodgkin", "--role", "director", "--password-file", file];
    expect(await commands("user", "add", ...person)).toMatchObject({ exitCode: 0, err: "" });
    const { data: draft } = await served.client.POST("/api/v1/baselines", { body: { document } });
    const json = { "content-type": "application/json" };
    const session = await fetch(`${served.address}/api/v1/session`, {
      method: "POST",
      headers: json,
      body: JSON.stringify({ name: "d.hodgkin", password }),
    });
    const cookie = session.headers.getSetCookie().map((one) => one.split(";")[0]);
    const { csrfToken } = (await session.json()) as { csrfToken: string };
    const approved = await fetch(`${served.address}/api/v1/baselines/${draft?.id}/approve`, {
      method: "POST",
      headers: { ...json, cookie: cookie.join("; "), "x-csrf-token": csrfToken },
      body: JSON.stringify({ meaning: "limits for routine use", password }),
    });
    expect(await approved.json()).toMatchObject({ status: "approved" });
  }

  test("measurements are judged as monitor judges them with the same baseline", async () => {
    const file = join(folder, "of-records.json");
    expect((await establish(file)).exitCode).toBe(0);
    await approveBaseline(JSON.parse(readFileSync(file, "utf8")));
    const monitored = await commandsOn(data)(
      "monitor",
      "--measurements",
      ROUTINE_RUNS,
      "--baseline",
      file,
      "--json",
      "--record",
      ...OWNERS,
    );
    expect(monitored.exitCode).toBe(0);
    const expected = JSON.parse(monitored.out).runs.map(({ run, state }: { run: string; state: string }) => [
      run,
      state,
    ]);
    const counts = ["in control", "warning", "out of control", "not evaluable"].map((state) => {
      const number = expected.filter((one: [string, string]) => one[1] === state).length;
      expect(number).toBeGreaterThan(0);
      return `${number} ${state}`;
    });
    expect(monitored.err).toContain(`32 measurements of 16 runs: ${counts.join(", ")}.`);
    const again = await commands("ingest", ROUTINE_RUNS, ...OWNERS, "--json", "--fail-on", "rejection");
    expect(again).toMatchObject({ exitCode: 1, err: "" });
    const answers: readonly { run: { name: string }; state: string; isNew: boolean; alerts: unknown[] }[] = JSON.parse(
      again.out,
    );
    expect(answers.map(({ run, state }) => [run.name, state])).toEqual(expected);
    expect(answers.every(({ isNew }) => !isNew)).toBe(true);
    expect(answers.find(({ state }) => state === "out of control")?.alerts).not.toEqual([]);
    const { out } = await commands("ingest", ROUTINE_RUNS, ...OWNERS);
    expect(out).toMatch(
      /2 measurements of run R07 were recorded before: out of control; \d alerts? open\n {2}out of control: Of 2 controls/,
    );
  });

  test("the report of a run says what its records say, with a chart of each control that was flagged", async () => {
    const page = join(folder, "R07.html");
    expect(await commands("report", "run", "R07", "--out", page)).toMatchObject({
      exitCode: 0,
      out: `${page}\n`,
      err: "",
    });
    const text = readFileSync(page, "utf8");
    const { data: run } = await served.client.GET("/api/v1/runs/{run}", { params: { path: { run: "R07" } } });
    const filter = { runId: run?.id ?? "", limit: 100 };
    const { data: verdicts } = await served.client.GET("/api/v1/verdicts", { params: { query: filter } });
    const measured = verdicts?.items.flatMap(({ measurement }) => measurement?.value ?? []) ?? [];
    expect(measured).toHaveLength(2);
    for (const value of measured) expect(text).toContain(`<data value="${value}">`);
    const flagged = verdicts?.items.filter(({ measurement, state }) => measurement !== null && state !== "in control");
    expect(flagged?.length).toBeGreaterThan(0);
    expect(text.match(/<figure /g)).toHaveLength(flagged?.length ?? 0);
    const about = { subjectKind: "run", subjectId: run?.id ?? "", limit: 100 } as const;
    const { data: audit } = await served.client.GET("/api/v1/audit", { params: { query: about } });
    expect(audit?.items.length).toBeGreaterThan(0);
    for (const { hash } of audit?.items ?? []) expect(text).toContain(hash);
    expect(text).toContain("held, signed by nobody");
    const missing = await commands("report", "run", "no such run", "--out", join(folder, "none.html"));
    expect(missing).toMatchObject({ exitCode: 66, out: "" });
  });

  test("the review of a month and a validation name what is not there, and write nothing", async () => {
    const page = join(folder, "none.html");
    const month = await commands("report", "monthly", "--assay", "no such assay", "--month", "2026-03", "--out", page);
    expect(month).toMatchObject({ exitCode: 66, out: "" });
    expect(month.err).toContain("there is no assay no such assay");
    const version = ["--pipeline", "no such pipeline", "--pipeline-version", "1"];
    const validation = await commands("report", "validation", "--assay", "any", ...version, "--out", page);
    expect(validation).toMatchObject({ exitCode: 2, out: "" });
    expect(validation.err).toContain("there is no version 1 of pipeline no such pipeline");
    expect(existsSync(page)).toBe(false);
  });

  test("a spreadsheet's history is imported, kept apart, and makes a draft baseline", async () => {
    const rows = Array.from({ length: 24 }, (_, index) => {
      const day = String(index + 1).padStart(2, "0");
      return `H${day};${day}.01.2025;HD200;EGFR L858R;5,${index % 5};1200`;
    });
    const table = ["Run ID;Datum;Control;Variant;VAF %;Depth", ...rows];
    const history = written("history.csv", ...table);
    const unmapped = await commands("ingest", history);
    expect(unmapped).toMatchObject({ exitCode: 65, out: "" });
    expect(unmapped.err).toContain("(--columns)");
    const map = written(
      "map.yaml",
      "columns: {run: Run ID, time: Datum, material: Control, analyte: Variant, value: VAF %, depth: Depth}",
      "values: {kind: vaf, scale: percent}",
      'decimalSeparator: ","',
      "dateFormat: day-first",
    );
    const recorded = await commands("ingest", history, "--columns", map);
    expect(recorded).toMatchObject({
      exitCode: 0,
      err: "",
      out: "24 measurements of 24 runs imported, and not judged.\n",
    });
    const again = await commands("ingest", history, "--columns", map);
    expect(again.out).toBe("24 measurements of 24 runs imported, and not judged; 24 runs recorded before.\n");
    const { data: run } = await served.client.GET("/api/v1/runs/{run}", { params: { path: { run: "H03" } } });
    expect(run).toMatchObject({ isImported: true, performedAt: "2025-01-03T00:00:00.000Z", status: "succeeded" });
    const establish = { name: "from-history", from: "2025-01-01T00:00:00Z", before: "2025-02-01T00:00:00Z" };
    const { data: draft } = await served.client.POST("/api/v1/baselines", { body: { establish } });
    expect(draft).toMatchObject({ status: "draft", limits: [{ analyte: "EGFR L858R", n: 24, kind: "vaf" }] });
    // 5.0, 5.1, 5.2 and 5.3 % five times each, and 5.4 % four times.
    expect(draft?.limits[0]?.mean).toBeCloseTo((5 * (0.05 + 0.051 + 0.052 + 0.053) + 4 * 0.054) / 24, 12);
    const wrong = written("wrong.csv", ...table.map((line) => line.replace("5,2", "5.2")));
    const refused = await commands("ingest", wrong, "--columns", map);
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    expect(refused.err).toContain("wrong.csv:4, column 5 (VAF %)");
  });

  test("a table that was interrupted is recorded to its end by the same command", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => {
      const time = new Date(Date.UTC(2025, 5, 1, index)).toISOString();
      return `I${String(index).padStart(3, "0")},${time},HD900,TP53 R175H,0.25`;
    });
    const table = written("long.csv", HEADER, ...rows);
    const first = spawnCommand(["ingest", table, "--data", data]);
    const recordedRuns = async () => {
      const { out } = await commands("runs", "list", "--from", "2025-06-01", "--limit", "1000", "--json");
      return JSON.parse(out).filter(({ name }: { name: string }) => name.startsWith("I")).length;
    };
    await expect.poll(recordedRuns, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    first.kill("SIGINT");
    const [exitCode] = await once(first, "exit");
    expect(exitCode).toBe(130);
    const known = await recordedRuns();
    expect(known).toBeLessThan(rows.length);
    const second = await commands("ingest", table, "--json");
    const isNew = JSON.parse(second.out).map((one: { isNew: boolean }) => one.isNew);
    expect(isNew).toEqual(rows.map((_, index) => index >= known));
  }, 120_000);

  test("the audit trail is listed and verified through it", async () => {
    const verified = await commands("audit", "verify", "--json");
    expect(verified).toMatchObject({ exitCode: 0, err: "" });
    expect(JSON.parse(verified.out)).toMatchObject({ holds: true, place: served.address, from: 1 });
    const { checked, to } = JSON.parse(verified.out);
    expect(checked).toBe(to);
    const listed = await commands("audit", "list", "--action", "measurements.add", "--json", "--limit", "1000");
    const rows = JSON.parse(listed.out);
    expect(rows).toHaveLength(16 + 24 + 120);
    expect(rows.every(({ subject }: { subject: { kind: string } }) => subject.kind === "run")).toBe(true);
    const elsewhere = await commands("audit", "verify", "--anchor", "a.jsonl", "--key", "a.pem");
    expect(elsewhere).toMatchObject({ exitCode: 2, out: "" });
    expect(elsewhere.err).toContain("checks them with the anchors that it makes");
  });
});

test("a folder without records is not made by looking at it", async () => {
  const none = join(folder, "none");
  const look = commandsOn(none);
  for (const argv of [
    ["runs", "list"],
    ["alerts", "list"],
    ["audit", "list"],
    ["token", "list"],
    ["user", "list"],
  ]) {
    expect(await look(...argv)).toMatchObject({ exitCode: 66, out: "" });
  }
  expect(await look("ingest", "missing.csv")).toMatchObject({ exitCode: 66, out: "" });
});
