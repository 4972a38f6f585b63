import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { readTrace } from "@touchstone/ingest";
import { findInstallation } from "@touchstone/runner";
import { createTestFolder, removeTestFolder } from "@touchstone/test-support/databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "./served-folder.ts";

const MAIN = join(import.meta.dirname, "../src/main.ts");
const PIPELINE = join(import.meta.dirname, "pipeline");

/** Whether Nextflow is installed; with CI=true it has to be. */
function nextflowAvailable(): boolean {
  try {
    findInstallation();
    return true;
  } catch (error) {
    if (process.env.CI === "true") throw error;
    console.warn("touchstone run is not tested: Nextflow is not installed (touchstone pipeline install)");
    return false;
  }
}

/** Twice the lines of each replicate, and a parameter of the profile. */
const ALL = "12\n20\nsum!\n";

let folder: string;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await createTestFolder();
  folder = mkdtempSync(join(tmpdir(), "touchstone-run-"));
  for (const name of ["a_1", "a_2", "b_1", "b_2"]) {
    writeFileSync(join(folder, `${name}.fastq`), "x\n".repeat(name.startsWith("a") ? 3 : 5));
  }
  const rows = ["S1,a_1.fastq,a_2.fastq,female,1", "S1,b_1.fastq,b_2.fastq,female,2"];
  writeFileSync(join(folder, "samples.csv"), `sample,fastq_1,fastq_2,sex,replicate\n${rows.join("\n")}\n`);
});

afterAll(() => {
  removeTestFolder(dataFolder);
  rmSync(folder, { recursive: true });
});

/** The command line in the folder of the test, in a process of its own. */
function start(argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ["--conditions=@touchstone/source", MAIN, ...argv], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const ended = once(child, "close").then(([exitCode]) => ({ exitCode: exitCode as number, out, err }));
  return { child, ended, err: () => err };
}

const ofFolder = () => ["--data", dataFolder];
const run = (...argv: string[]) => start(["run", PIPELINE, "--input", "samples.csv", "--json", ...argv]).ended;

async function shown(name: string) {
  const { out } = await start(["runs", "show", name, "--json", ...ofFolder()]).ended;
  return JSON.parse(out);
}

/** What the API has of a run, through a server of its own. */
async function withServer<T>(work: (served: ServedFolder) => Promise<T>): Promise<T> {
  const served = await serveFolder(dataFolder);
  try {
    return await work(served);
  } finally {
    await served.stop();
  }
}

async function tasksOf({ client }: ServedFolder, name: string) {
  const params = { path: { run: name }, query: { limit: 100 } };
  const { data } = await client.GET("/api/v1/runs/{run}/tasks", { params });
  return data?.items ?? [];
}

async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await setTimeout(200)) if (await isSo()) return;
  throw new Error(`waited in vain: ${what}`);
}

function eventsOf(name: string): string {
  const file = join(folder, ".touchstone/runs", name, "events.jsonl");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

describe.runIf(nextflowAvailable())("touchstone run", () => {
  test("records a run, its tasks as the trace has them, and every file that it published", async () => {
    const { exitCode, out, err } = await run("--name", "good", "--lot", "kit=7", ...ofFolder());
    expect(err).toContain("GATHER completed");
    expect({ exitCode, ...JSON.parse(out) }).toMatchObject({
      exitCode: 0,
      run: "good",
      status: "succeeded",
      problems: [],
    });
    const results = join(folder, "results/good");
    expect(readFileSync(join(results, "calls/all.txt"), "utf8")).toBe(ALL);
    const trace = readTrace("trace", readFileSync(join(results, "pipeline_info/trace.tsv"), "utf8")).tasks;
    expect(trace).toHaveLength(5);
    await withServer(async (served) => {
      const tasks = await tasksOf(served, "good");
      expect(tasks).toHaveLength(5);
      for (const {
        number,
        process,
        tag,
        exitCode: code,
        realtimeMs,
        peakMemoryBytes,
        startedAt,
        finishedAt,
      } of trace) {
        const recorded = tasks.find((task) => task.number === number);
        expect(recorded).toMatchObject({ process, tag, status: "completed", exitCode: code, realtimeMs });
        expect(recorded).toMatchObject({ peakMemoryBytes, startedAt, finishedAt });
      }
      const { data } = await served.client.GET("/api/v1/runs/{run}/artifacts", {
        params: { path: { run: "good" }, query: { limit: 100 } },
      });
      const uri = pathToFileURL(join(results, "calls/all.txt")).href;
      const sha256 = createHash("sha256").update(ALL).digest("hex");
      expect(data?.items.find((file) => file.uri === uri)).toMatchObject({
        sha256,
        sizeBytes: ALL.length,
        kind: "variant calls",
      });
      const published = data?.items.map((file) => file.uri.split("/pipeline_info/")[1]).filter(Boolean);
      const reports = ["dag.mmd", "report.html", "timeline.html", "trace.tsv"];
      const told = [...reports, "params.json", "samplesheet.json", "substitutions.json", "versions.json"];
      expect(published?.sort()).toEqual(told.sort());
    });
    expect(await shown("good")).toMatchObject({
      status: "succeeded",
      pipelineVersion: { pipeline: "counts" },
      samples: ["S1_R1", "S1_R2"],
      reagentLots: [{ reagent: "kit", lot: "7" }],
      parameters: { outdir: results, profile: "local" },
      toolVersions: [{ process: "GATHER", tool: "sort", version: "9.1" }],
      substitutions: [{ standsFor: "GNU sort", used: "sort", version: "9.1", note: null }],
    });
  });

  test("is refused under the name of a run that was carried out before, though its folder is gone", async () => {
    rmSync(join(folder, ".touchstone/runs/good"), { recursive: true });
    const { exitCode, err } = await run("--name", "good", "--lot", "kit=7", ...ofFolder());
    expect(err).toContain("the records have a run good already, which is succeeded");
    expect(exitCode).toBe(2);
    expect(eventsOf("good")).toBe("");
  });

  test("a task that fails is told with its exit code, words and folder; resumed, only it is done again", async () => {
    const failed = await run("--name", "bad", "--exit_code", "3", ...ofFolder());
    expect(failed.exitCode).toBe(1);
    expect(failed.err).toContain("run bad failed: GATHER ended with exit code 3");
    const { status, failure } = await shown("bad");
    expect(status).toBe("failed");
    expect(failure).toMatch(/^GATHER ended with exit code 3\nthe counts do not add up\nwork folder: \/.*\/work\//);
    const resumed = await run("--resume", "bad", "--name", "mended", ...ofFolder());
    expect(resumed.exitCode).toBe(0);
    // What was told of the run before is kept.
    expect(existsSync(join(folder, "results/bad/pipeline_info/before-mended/trace.tsv"))).toBe(true);
    expect(await shown("mended")).toMatchObject({ status: "succeeded", parameters: { resumed_run: "bad" } });
    const states = await withServer((served) => tasksOf(served, "mended"));
    expect(states.map(({ process, status: one }) => `${process} ${one}`).sort()).toEqual([
      "COUNT cached",
      "COUNT cached",
      "DOUBLE cached",
      "DOUBLE cached",
      "GATHER completed",
    ]);
  });

  test("after a killed task only it and what follows it is done again", async () => {
    const gate = join(folder, "killed");
    writeFileSync(`${gate}.S1_R1`, "");
    const { ended } = start([
      "run",
      PIPELINE,
      "--input",
      "samples.csv",
      "--name",
      "killed",
      "--wait_for",
      gate,
      ...ofFolder(),
    ]);
    await until(() => /"completed".*"DOUBLE \(S1_R1\)"/.test(eventsOf("killed")), "the first replicate is done");
    const [, pid] = /"started".*"native_id":(\d+).*"COUNT \(S1_R2\)"/.exec(eventsOf("killed")) ?? [];
    execFileSync("pkill", ["-KILL", "--parent", String(pid)]);
    const { exitCode, err } = await ended;
    expect(exitCode).toBe(1);
    expect(err).toContain("COUNT (S1_R2) ended with exit code 137");
    writeFileSync(`${gate}.S1_R2`, "");
    const resumed = await run("--resume", "killed", "--name", "revived", "--wait_for", gate, ...ofFolder());
    expect(resumed.exitCode).toBe(0);
    const tasks = await withServer((served) => tasksOf(served, "revived"));
    expect(tasks.map(({ process, tag, status }) => `${process} ${tag} ${status}`).sort()).toEqual([
      "COUNT S1_R1 cached",
      "COUNT S1_R2 completed",
      "DOUBLE S1_R1 cached",
      "DOUBLE S1_R2 completed",
      "GATHER null completed",
    ]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s cancels it cleanly, which is recorded", async (signal, code) => {
    const name = `cancelled-${signal}`;
    const gate = join(folder, name);
    const { child, ended } = start([
      "run",
      PIPELINE,
      "--input",
      "samples.csv",
      "--name",
      name,
      "--wait_for",
      gate,
      ...ofFolder(),
    ]);
    await until(() => /"started".*"COUNT/.test(eventsOf(name)), "a task runs");
    child.kill(signal);
    const { exitCode, err } = await ended;
    expect(exitCode).toBe(code);
    expect(err).toContain(`run ${name} was cancelled`);
    expect(await shown(name)).toMatchObject({ status: "cancelled", failure: null });
    expect(() => execFileSync("pgrep", ["--full", gate])).toThrow();
    const tasks = await withServer((served) => tasksOf(served, name));
    expect(tasks.length).toBeGreaterThan(0);
    for (const task of tasks) expect(["aborted", "failed"]).toContain(task.status);
  });

  test("a server shows tasks as they run; while it is away the run goes on, and is recorded when it is back", async () => {
    const first = await serveFolder(dataFolder);
    const port = new URL(first.address).port;
    const env = { TOUCHSTONE_URL: first.address, TOUCHSTONE_TOKEN: first.token };
    const gate = join(folder, "served");
    const { ended, err: told } = start(
      ["run", PIPELINE, "--input", "samples.csv", "--name", "served", "--wait_for", gate],
      env,
    );
    try {
      const running = async () =>
        (await tasksOf(first, "served").catch(() => [])).filter((one) => one.status === "running");
      await until(async () => (await running()).length === 2, "both tasks are shown as running");
      expect((await first.client.GET("/api/v1/runs/{run}", { params: { path: { run: "served" } } })).data?.status).toBe(
        "running",
      );
    } finally {
      await first.stop();
    }
    for (const id of ["S1_R1", "S1_R2"]) writeFileSync(`${gate}.${id}`, "");
    await until(() => eventsOf("served").includes('"ended"'), "Nextflow ends");
    await until(() => told().includes("is recorded later"), "the command has missed the server");
    const second = await serveFolder(dataFolder, { port });
    try {
      const { exitCode, err } = await ended;
      expect({ exitCode, err }).toMatchObject({ exitCode: 0, err: expect.stringContaining("is recorded later") });
      const tasks = await tasksOf(second, "served");
      expect(tasks.map(({ status }) => status)).toEqual(Array(5).fill("completed"));
    } finally {
      await second.stop();
    }
  });

  test("another Nextflow is followed by its trace, and can be resumed", async () => {
    const nextflow = join(findInstallation().bin, "nextflow");
    const { exitCode, err } = await run("--name", "other", "--nextflow", nextflow, ...ofFolder());
    expect({ exitCode, err }).toMatchObject({
      exitCode: 0,
      err: expect.stringContaining("is followed by its trace file"),
    });
    expect(eventsOf("other")).toBe("");
    const tasks = await withServer((served) => tasksOf(served, "other"));
    expect(tasks.map(({ status }) => status)).toEqual(Array(5).fill("completed"));
    expect(JSON.parse(readFileSync(join(folder, ".touchstone/runs/other/run.json"), "utf8")).session).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  test("what is wrong is told before anything is started or recorded", async () => {
    const sheet = join(folder, "wrong.csv");
    writeFileSync(sheet, "sample,fastq_1,fastq_2,sex,replicate\nS1,a_1.fastq,a_1.fastq,F,1\n");
    const wrong = await start(["run", PIPELINE, "--input", sheet, "--name", "wrong", ...ofFolder()]).ended;
    expect(wrong.exitCode).toBe(65);
    expect(wrong.err).toContain(`${sheet}:2, column 4 (sex): 'F' cannot be: give female, male, unknown`);
    expect(existsSync(join(folder, ".touchstone/runs/wrong"))).toBe(false);
    const misspelt = await run("--name", "wrong", "--exitcode", "1", ...ofFolder());
    expect(misspelt).toMatchObject({ exitCode: 65, err: expect.stringContaining("did you mean --exit_code?") });
    const unknown = await start(["run", "nothing", "--input", "samples.csv", ...ofFolder()]).ended;
    expect(unknown).toMatchObject({ exitCode: 66, err: expect.stringContaining("there is no pipeline nothing") });
    const twice = await run("--name", "good", ...ofFolder());
    expect(twice).toMatchObject({ exitCode: 2, err: expect.stringContaining("was started here before") });
  });

  test("--print writes the files and the command line, and starts nothing", async () => {
    const printed = await start([
      "run",
      PIPELINE,
      "--input",
      "samples.csv",
      "--name",
      "printed",
      "--profile",
      "local",
      "--print",
    ]).ended;
    expect(printed.exitCode).toBe(0);
    expect(printed.out).toContain("-params-file");
    const files = join(folder, ".touchstone/runs/printed");
    expect(JSON.parse(readFileSync(join(files, "samplesheet.json"), "utf8"))).toMatchObject([
      { id: "S1_R1", fastq_1: join(folder, "a_1.fastq") },
      { id: "S1_R2", replicate: 2 },
    ]);
    expect(existsSync(join(folder, "results/printed"))).toBe(false);
    // What is printed runs.
    execFileSync("sh", [join(files, "command.sh")], { cwd: folder });
    expect(readFileSync(join(folder, "results/printed/calls/all.txt"), "utf8")).toBe(ALL);
  });
});
