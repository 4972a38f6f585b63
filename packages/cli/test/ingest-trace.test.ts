import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandsOn, type Printed, type ServedFolder, serveFolder, spawnCommand } from "./served-folder.ts";

/** What Nextflow 25.04 wrote. */
const TRACE = readFileSync(resolve(import.meta.dirname, "../../server/test/nextflow/succeeded.trace.txt"), "utf8");
const [HEADER = "", ...LINES] = TRACE.trimEnd().split("\n");

let dataFolder: string;
let folder: string;
let served: ServedFolder;
let touchstone: (...argv: string[]) => Promise<Printed>;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  folder = mkdtempSync(join(tmpdir(), "touchstone-trace-"));
  touchstone = commandsOn(dataFolder);
  served = await serveFolder(dataFolder);
});

afterAll(async () => {
  await served.stop();
  removeTestFolder(dataFolder);
  rmSync(folder, { recursive: true });
});

function written(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(""));
  return path;
}

async function tasksOf(run: string) {
  const { data } = await served.client.GET("/api/v1/runs/{run}/tasks", {
    params: { path: { run }, query: { limit: 100 } },
  });
  return data?.items ?? [];
}

test("the tasks of a trace are recorded once, and how the run ended where it is said", async () => {
  const trace = written("trace.txt", HEADER, ...LINES);
  const first = await touchstone("ingest", trace, "--run", "whole", "--pipeline", "germline@1.4.0", "--json");
  expect(first).toMatchObject({ exitCode: 0, err: "" });
  const none = { state: null, verdicts: [], alerts: [] };
  expect(JSON.parse(first.out)).toMatchObject([
    {
      kind: "tasks",
      isNew: true,
      tasks: { added: LINES.length, changed: 0, unchanged: 0 },
      status: "running",
      ...none,
    },
  ]);
  const numbers = LINES.map((line) => Number(line.split("\t")[0])).sort((a, b) => a - b);
  const stored = await tasksOf("whole");
  expect(stored.map(({ number }) => number)).toEqual(numbers);
  expect(stored.find(({ number }) => number === 2)).toMatchObject({ process: "ALIGN", tag: "s2", exitCode: 137 });
  const again = await touchstone("ingest", trace, "--run", "whole", "--status", "succeeded");
  expect(again.out).toBe(`tasks of run whole: 0 new, 0 changed, ${LINES.length} known before; the run is succeeded\n`);
  const { data: run } = await served.client.GET("/api/v1/runs/{run}", { params: { path: { run: "whole" } } });
  const columns = HEADER.split("\t");
  const times = (name: string) => LINES.map((line) => Number(line.split("\t")[columns.indexOf(name)]));
  expect(run).toMatchObject({
    status: "succeeded",
    performedAt: new Date(Math.min(...times("submit"))).toISOString(),
    finishedAt: new Date(Math.max(...times("complete"))).toISOString(),
  });
  const other = await touchstone("ingest", trace, "--run", "whole", "--status", "failed");
  expect(other).toMatchObject({ exitCode: 65, out: "" });
  expect(other.err).toContain("run whole is succeeded and cannot become failed");
});

test("the trace of another run is not mixed in", async () => {
  const swap = (line: string, number: number) => line.replace(/^\d+/, String(number));
  const resumed = written("resumed.txt", HEADER, swap(LINES[2] ?? "", 20), swap(LINES[1] ?? "", 2));
  for (const more of [[], ["--follow"]]) {
    const refused = await touchstone("ingest", resumed, "--run", "whole", ...more);
    expect(refused).toMatchObject({ exitCode: 65, out: "" });
    expect(refused.err).toContain("task 2 is ALIGN 00/98c836, and that of run whole is ALIGN 89/f90b8b");
  }
  expect(await tasksOf("whole")).toHaveLength(LINES.length);
});

test("a trace with a line that is none records nothing; one that is still being written does", async () => {
  const damaged = written("damaged.txt", HEADER, LINES[0] ?? "", "5\tnot\ta\ttask", LINES[1] ?? "");
  const refused = await touchstone("ingest", damaged, "--run", "damaged");
  expect(refused).toMatchObject({ exitCode: 65, out: "" });
  expect(refused.err).toContain("damaged.txt:3: has 4 cells where the header has 30");
  expect(await touchstone("runs", "show", "damaged")).toMatchObject({ exitCode: 66 });
  const growing = written("growing.txt", HEADER, LINES[0] ?? "");
  appendFileSync(growing, LINES[1]?.slice(0, 40) ?? "");
  const recorded = await touchstone("ingest", growing, "--run", "growing");
  expect(recorded).toMatchObject({
    exitCode: 0,
    out: "tasks of run growing: 1 new, 0 changed, 0 known before; the run is running\n",
  });
  expect(recorded.err).toContain("growing.txt:3: is cut off; it is left out");
});

test.each([
  [["trace.txt"], "--run missing"],
  [["trace.txt", "other.txt", "--run", "x", "--follow"], "--follow takes one file"],
  [["trace.txt", "--run", "x", "--follow", "--status", "failed"], "--status cannot be known while the run goes on"],
  [["trace.txt", "--run", "x", "--pid", "1"], "--pid goes with --follow"],
])("touchstone ingest %j is refused", async (argv, message) => {
  written("trace.txt", HEADER);
  const [file = "", ...others] = argv;
  const refused = await touchstone("ingest", join(folder, file), ...others);
  expect(refused).toMatchObject({ exitCode: 2, out: "" });
  expect(refused.err).toContain(message);
});

/** A process that does nothing until its input ends. */
function startNextflow(): ChildProcess {
  return spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
}

interface Following {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>;
}

function follow(trace: string, run: string, ...more: string[]): Following {
  return following(spawnCommand(["ingest", trace, "--run", run, "--follow", "--json", "--data", dataFolder, ...more]));
}

function following(command: ChildProcess): Following {
  let [out, err] = ["", ""];
  command.stdout?.on("data", (chunk) => {
    out += String(chunk);
  });
  command.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  return { process: command, ended: once(command, "close").then(([code]) => ({ code, out, err })) };
}

const PATIENCE = { timeout: 60_000, interval: 100 };

test("a trace is followed while Nextflow writes it, also after the command was interrupted, until Nextflow ends", async () => {
  const nextflow = startNextflow();
  const trace = join(folder, "live.txt");
  const first = follow(trace, "live", "--pid", String(nextflow.pid));
  written("live.txt", HEADER, ...LINES.slice(0, 2));
  await expect.poll(async () => (await tasksOf("live").catch(() => [])).length, PATIENCE).toBe(2);
  first.process.kill("SIGINT");
  expect(await first.ended).toMatchObject({ code: 130, err: "" });
  appendFileSync(trace, `${LINES[2]}\n`);
  const second = follow(trace, "live", "--pid", String(nextflow.pid));
  await expect.poll(async () => (await tasksOf("live")).length, PATIENCE).toBe(3);
  appendFileSync(trace, `${LINES.slice(3).join("\n")}\n`);
  nextflow.stdin?.end();
  const { code, out, err } = await second.ended;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject([
    { run: { name: "live" }, tasks: { added: LINES.length - 2, changed: 0, unchanged: 2 }, status: "running" },
  ]);
}, 120_000);

test("a trace that begins anew is of another run", async () => {
  const trace = written("again.txt", HEADER, ...LINES.slice(0, 3));
  const following = follow(trace, "again");
  await expect.poll(async () => (await tasksOf("again").catch(() => [])).length, PATIENCE).toBe(3);
  written("again.txt", HEADER, LINES[4] ?? "");
  const { code, out, err } = await following.ended;
  expect({ code, out }).toEqual({ code: 65, out: "" });
  expect(err).toContain("begins anew, as by another run of Nextflow");
  expect(await tasksOf("again")).toHaveLength(3);
}, 120_000);

test("a trace is followed while the server is restarted", async () => {
  const { address, token } = served;
  const trace = written("restart.txt", HEADER, ...LINES.slice(0, 2));
  const env = { TOUCHSTONE_URL: address, TOUCHSTONE_TOKEN: token };
  const command = spawnCommand(["ingest", trace, "--run", "restart", "--follow", "--json"], env);
  const { ended } = following(command);
  await expect.poll(async () => (await tasksOf("restart").catch(() => [])).length, PATIENCE).toBe(2);
  await served.stop();
  appendFileSync(trace, `${LINES[2]}\n`);
  const errors = createInterface({ input: command.stderr as NodeJS.ReadableStream });
  const [warning] = await once(errors, "line");
  expect(warning).toMatch(/cannot be reached \(ECONNREFUSED\); it is tried again$/);
  served = await serveFolder(dataFolder, { port: new URL(address).port });
  await expect.poll(async () => (await tasksOf("restart")).length, PATIENCE).toBe(3);
  command.kill("SIGTERM");
  const { code, out } = await ended;
  expect(code).toBe(143);
  expect(JSON.parse(out)).toMatchObject([{ tasks: { added: 3, changed: 0, unchanged: 0 } }]);
}, 120_000);

test("while a trace is followed without a server, others reach the records", async () => {
  await served.stop();
  const trace = written("unserved.txt", HEADER, ...LINES.slice(0, 2));
  const following = follow(trace, "unserved");
  const shown = async () =>
    JSON.parse((await touchstone("runs", "list", "--json")).out).map((one: { name: string }) => one.name);
  await expect.poll(shown, { timeout: 60_000, interval: 1000 }).toContain("unserved");
  appendFileSync(trace, `${LINES[2]}\n`);
  following.process.kill("SIGINT");
  const { code, out } = await following.ended;
  expect(code).toBe(130);
  expect(JSON.parse(out)).toMatchObject([{ tasks: { added: 3, changed: 0, unchanged: 0 } }]);
}, 120_000);
