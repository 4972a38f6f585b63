/*
 * How fast reports of Nextflow are taken in, over HTTP and with PostgreSQL: several executions at once send reports of 100
 * tasks each, first at a rate (1,000 tasks a second, as Nextflow sends them: one report a second and execution), then as
 * fast as they are answered. Every report must be answered with success, and every task be there with its last state.
 *
 *   node --conditions=@touchstone/source bench/src/nextflow-progress.ts [executions] [seconds]
 */
import { createHash } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { buildServer, defaultSettings, type ServerContext } from "@touchstone/server";
import { createMigratedDatabase } from "@touchstone/test-support/databases";
import { programToken } from "./program-token.ts";

const STATES = ["NEW", "SUBMITTED", "RUNNING", "COMPLETED"] as const;
const TASKS = 100;
const [executions = 10, seconds = 30] = process.argv.slice(2).map(Number);

const { database, remove } = await createMigratedDatabase("postgresql");
const context: ServerContext = {
  database,
  objects: null as never, // reports store no files
  settings: { ...defaultSettings, touchstone: "bench" },
  now: () => new Date(),
};
const server = await buildServer(context);
const address = await server.listen({ port: 0, host: "127.0.0.1" });
const token = await programToken(context, ["ingest"]);

/** Milliseconds that the request took. */
async function send(method: string, path: string, body: object): Promise<{ milliseconds: number; answer: unknown }> {
  const started = performance.now();
  const answer = await fetch(`${address}/tower${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return { milliseconds: performance.now() - started, answer: JSON.parse(text) };
}

/** A task as Nextflow 25.04 describes it, with a script of 2 KB. */
function taskOf(number: number, status: (typeof STATES)[number]) {
  const hash = createHash("sha256").update(String(number)).digest("hex");
  const begun = Date.parse("2026-03-01T09:00:00Z") + number * 100;
  const task = {
    taskId: number,
    status,
    hash: `${hash.slice(0, 2)}/${hash.slice(2, 8)}`,
    name: `CALL:ALIGN (sample ${number})`,
    exit: 2_147_483_647,
    submit: status === "NEW" ? null : new Date(begun).toISOString(),
    start: status === "RUNNING" || status === "COMPLETED" ? new Date(begun + 1000).toISOString() : null,
    process: number % 2 === 0 ? "CALL:ALIGN" : "CALL:SORT",
    tag: `sample ${number}`,
    module: [],
    container: "quay.io/biocontainers/bwa:0.7.17",
    attempt: 1,
    script: hash.repeat(32),
    workdir: `/work/${hash.slice(0, 2)}/${hash.slice(2)}`,
    cpus: 4,
    memory: 8_589_934_592,
    executor: "awsbatch",
  };
  if (status !== "COMPLETED") return task;
  const measured = { duration: 61_000, realtime: 60_000, pcpu: 387.1, rss: 1e9, peakRss: 2e9, vmem: 3e9, rchar: 4e9 };
  return { ...task, ...measured, exit: 0, complete: new Date(begun + 61_000).toISOString() };
}

function reportOf(first: number, state: (typeof STATES)[number], count: number) {
  const tasks = Array.from({ length: TASKS }, (_, place) => taskOf(first + place, state));
  const numbers = { pending: 0, submitted: 0, running: count, succeeded: first, failed: 0, cached: 0, retries: 0 };
  const processes = ["CALL:ALIGN", "CALL:SORT"].map((name, index) => ({ index, name, ...numbers }));
  return { tasks, progress: { ...numbers, processes }, containers: [], instant: Date.now() };
}

async function begin(name: string): Promise<string> {
  const announced = { sessionId: `${name} session`, runName: name, projectName: "lab/bench", instant: Date.now() };
  const { answer } = await send("POST", "/trace/create", announced);
  const { workflowId } = answer as { workflowId: string };
  await send("PUT", `/trace/${workflowId}/begin`, { workflow: { projectName: "lab/bench", params: {} } });
  return workflowId;
}

/** One execution: its tasks a hundred at a time, through all states. `pause` gives the moment of the next report. */
async function execute(workflowId: string, until: number, interval: number): Promise<number[]> {
  const times: number[] = [];
  let next = performance.now() + Math.random() * interval;
  for (let report = 0; performance.now() < until || report % STATES.length !== 0; report++) {
    if (interval > 0) await setTimeout(Math.max(0, next - performance.now()));
    next += interval;
    const first = 1 + Math.floor(report / STATES.length) * TASKS;
    const state = STATES[report % STATES.length] ?? "NEW";
    const { milliseconds } = await send("PUT", `/trace/${workflowId}/progress`, reportOf(first, state, report));
    times.push(milliseconds);
  }
  return times;
}

async function measure(label: string, interval: number): Promise<void> {
  const ids = [];
  for (let place = 0; place < executions; place++) ids.push(await begin(`${label} ${place}`));
  const started = performance.now();
  const processor = process.cpuUsage();
  const times = await Promise.all(ids.map((id) => execute(id, started + seconds * 1000, interval)));
  const elapsed = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(processor);
  const all = times.flat().toSorted((first, second) => first - second);
  const at = (share: number) => Math.round(all[Math.min(all.length - 1, Math.floor(share * all.length))] ?? 0);
  const { tasks } = await database.kysely
    .selectFrom("run_task")
    .innerJoin("run", "run.id", "run_task.run_id")
    .select((select) => select.fn.countAll<number>().as("tasks"))
    .where("run.name", "like", `${label} %`)
    .where("run_task.status", "=", "completed")
    .where("run_task.peak_memory_bytes", "=", 2e9)
    .executeTakeFirstOrThrow();
  if (Number(tasks) * STATES.length !== all.length * TASKS) throw new Error(`${tasks} tasks of ${all.length} reports`);
  const rate = Math.round((all.length * TASKS) / elapsed);
  process.stdout.write(
    `${label}: ${all.length} reports of ${TASKS} tasks in ${elapsed.toFixed(1)} s: ${rate} tasks a second; ` +
      `answered in ${at(0.5)} ms (median), ${at(0.95)} ms (95 %), ${at(0.99)} ms (99 %), ${at(1)} ms at most; ` +
      `${((user + system) / 1000 / all.length).toFixed(1)} ms of processor time a report, this client's included\n`,
  );
}

await measure("at a rate", executions * TASKS);
await measure("as fast as answered", 0);
await server.close();
await remove();
