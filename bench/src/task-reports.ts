/*
 * How fast tasks of a run are taken in as `touchstone run` reports them: once a second, in requests of 500 tasks at most, each
 * task submitted, running and completed in turn. The records are in a folder (PGlite), through `touchstone serve` as a process of
 * its own, and in the process that reports. Every task must be there with its last state, or no time is believed.
 *
 *   node --conditions=@touchstone/source bench/src/task-reports.ts [events a second, 1000] [seconds, 30]
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { buildServer, defaultSettings, type ServerContext } from "@touchstone/server";
import { createMigratedDatabase } from "@touchstone/test-support/databases";
import { programToken } from "./program-token.ts";

const STATES = ["submitted", "running", "completed"] as const;
const TASKS_AT_ONCE = 500;
const MAIN = resolve(import.meta.dirname, "../../packages/cli/src/main.ts");
const RUN = "bench";
const [rate = 1000, seconds = 30] = process.argv.slice(2).map(Number);

/** Where tasks are reported to. */
interface Target {
  readonly name: string;
  send(method: "GET" | "POST", path: string, body?: object): Promise<unknown>;
  /** Seconds of processor time that it took so far; null where it is this process. */
  processorTime(): number | null;
  stop(): Promise<void>;
}

async function startServer(): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-bench-"));
  const serve = ["--conditions=@touchstone/source", MAIN, "serve", "--data", folder, "--port", "0", "--json"];
  const child = spawn(process.execPath, serve, { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(child.stdout, "data");
  const { address, tokenFile } = JSON.parse(String(line));
  const token = readFileSync(tokenFile, "utf8").trim();
  return {
    name: "touchstone serve",
    async send(method, path, body) {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const answer = await fetch(`${address}/api/v1${path}`, {
        method,
        headers,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    processorTime: () => processorTimeOf(child.pid ?? 0),
    async stop() {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startHere(): Promise<Target> {
  const { database, remove } = await createMigratedDatabase("pglite");
  const context: ServerContext = {
    database,
    objects: null as never, // tasks store no files
    settings: { ...defaultSettings, touchstone: "bench" },
    now: () => new Date(),
  };
  const server = await buildServer(context);
  const token = await programToken(context, ["ingest", "read"]);
  return {
    name: "in the process that reports",
    async send(method, path, body) {
      const answer = await server.inject({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { payload: body }),
      });
      if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
      return answer.json();
    },
    processorTime: () => null,
    async stop() {
      await server.close();
      await remove();
    },
  };
}

/** User and system time of a process, in seconds, of Linux's clock of 100 ticks a second. */
function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** The n-th event of a run: tasks a hundred at a time, through all states. */
function eventOf(n: number): object {
  const group = Math.floor(n / (100 * STATES.length));
  const within = n % (100 * STATES.length);
  const number = group * 100 + (within % 100) + 1;
  const state = STATES[Math.floor(within / 100)] ?? "submitted";
  const begun = Date.parse("2026-03-01T09:00:00Z") + number * 10;
  const at = (offset: number) => new Date(begun + offset).toISOString();
  const task = {
    number,
    process: `GERMLINE:CALL_${number % 20}`,
    tag: `HG002_R${1 + (number % 2)}`,
    status: state,
    hash: `${(number % 256).toString(16).padStart(2, "0")}/${number.toString(16).padStart(6, "0")}`,
    cpus: 2,
    memoryBytes: 8_589_934_592,
    submittedAt: at(0),
    ...(state === "submitted" ? {} : { startedAt: at(100) }),
  };
  if (state !== "completed") return task;
  const measured = { durationMs: 2100, realtimeMs: 2000, cpuShare: 1.9, peakMemoryBytes: 2_000_000_000, exitCode: 0 };
  return { ...task, ...measured, finishedAt: at(2100) };
}

/** Reports once a second what came since the last report; milliseconds until each request and each report was answered. */
async function measure(target: Target): Promise<void> {
  await target.send("POST", "/runs", { name: RUN, status: "running" });
  const [own, theirs] = [process.cpuUsage(), target.processorTime()];
  const requests: number[] = [];
  const reports: number[] = [];
  const started = performance.now();
  // Whole tasks, so that each ends completed.
  const total = Math.ceil((rate * seconds) / (100 * STATES.length)) * 100 * STATES.length;
  let sent = 0;
  while (sent < total) {
    const due = Math.min(total, sent + rate);
    await setTimeout(Math.max(0, started + (1000 * due) / rate - performance.now()));
    const begun = performance.now();
    while (sent < due) {
      const count = Math.min(TASKS_AT_ONCE, due - sent);
      const asked = performance.now();
      const tasks = Array.from({ length: count }, (_, place) => eventOf(sent + place));
      await target.send("POST", `/runs/${RUN}/tasks`, { tasks });
      requests.push(performance.now() - asked);
      sent += count;
    }
    reports.push(performance.now() - begun);
  }
  const elapsed = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(own);
  const after = target.processorTime();
  await expectAll(target, total / STATES.length);
  const server = after === null || theirs === null ? "" : ` and ${percent(after - theirs, elapsed)} in the server`;
  process.stdout.write(
    `${target.name}: ${total} events of ${total / STATES.length} tasks in ${elapsed.toFixed(1)} s, ` +
      `${Math.round(total / elapsed)} a second; a request of ${TASKS_AT_ONCE} was answered in ${spread(requests)}, ` +
      `a second's events in ${spread(reports)}; ` +
      `${percent((user + system) / 1e6, elapsed)} of a processor in the process that reports${server}\n`,
  );
}

/** Every task is there once, completed, with what was measured. */
async function expectAll(target: Target, tasks: number): Promise<void> {
  const { total } = (await target.send("GET", `/runs/${RUN}/processes`)) as {
    total: { tasks: { total: number; completed: number }; wallTime: { sum: number; tasks: number } };
  };
  const { tasks: counts, wallTime } = total;
  if (
    counts.total !== tasks ||
    counts.completed !== tasks ||
    wallTime.tasks !== tasks ||
    wallTime.sum !== 2000 * tasks
  ) {
    throw new Error(`${tasks} tasks were reported, and the records have ${JSON.stringify(total)}`);
  }
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return `${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(1)} ms (at most)`;
}

function percent(processorSeconds: number, elapsed: number): string {
  return `${((100 * processorSeconds) / elapsed).toFixed(0)} %`;
}

for (const start of [startServer, startHere]) {
  const target = await start();
  try {
    await measure(target);
  } finally {
    await target.stop();
  }
}
