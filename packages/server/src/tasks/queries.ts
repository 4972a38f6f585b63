import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { RunKey } from "../runs/queries.ts";
import type { TaskState } from "./merge-reports.ts";
import type { Task, TaskStatus, TaskWithTrace } from "./schema.ts";

const taskColumns = [
  "id",
  "number",
  "process",
  "tag",
  "hash",
  "status",
  "attempt",
  "exit_code",
  "container",
  "cpus",
  "memory_bytes",
  "peak_memory_bytes",
  "duration_ms",
  "realtime_ms",
  "cpu_share",
  "submitted_at",
  "started_at",
  "finished_at",
  "changed_at",
] as const;

/** Tasks of a run, without their traces, as `toTask` takes them. */
export function selectTasks(kysely: Kysely<Tables>, runId: string) {
  return kysely.selectFrom("run_task").select(taskColumns).where("run_id", "=", runId);
}

type TaskRow = Awaited<ReturnType<ReturnType<typeof selectTasks>["executeTakeFirstOrThrow"]>>;

/** A task as answers show it. */
export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    number: row.number,
    process: row.process,
    tag: row.tag,
    hash: row.hash,
    status: row.status,
    attempt: row.attempt,
    exitCode: row.exit_code,
    container: row.container,
    cpus: row.cpus,
    memoryBytes: row.memory_bytes,
    peakMemoryBytes: row.peak_memory_bytes,
    durationMs: row.duration_ms,
    realtimeMs: row.realtime_ms,
    cpuShare: row.cpu_share,
    submittedAt: momentOutOrNull(row.submitted_at),
    startedAt: momentOutOrNull(row.started_at),
    finishedAt: momentOutOrNull(row.finished_at),
    changedAt: momentOut(row.changed_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findTask(kysely: Kysely<Tables>, run: RunKey, number: number): Promise<TaskWithTrace> {
  const row = await selectTasks(kysely, run.id).select("trace").where("number", "=", number).executeTakeFirst();
  if (row === undefined) throw notFound(`task of run ${run.name}`, String(number));
  return { ...toTask(row), trace: row.trace };
}

/** What is known of these tasks of a run, by number. */
export async function readTaskStates(
  kysely: Kysely<Tables>,
  runId: string,
  numbers: readonly number[],
): Promise<Map<number, TaskState>> {
  const rows = await selectTasks(kysely, runId).where("number", "=", sql<number>`any(${numbers}::integer[])`).execute();
  return new Map(rows.map((row) => [row.number, toState(row)]));
}

function toState(row: TaskRow): TaskState {
  return {
    number: row.number,
    process: row.process,
    status: row.status,
    tag: row.tag,
    hash: row.hash,
    attempt: row.attempt,
    exitCode: row.exit_code,
    container: row.container,
    cpus: row.cpus,
    memoryBytes: row.memory_bytes,
    peakMemoryBytes: row.peak_memory_bytes,
    durationMs: row.duration_ms,
    realtimeMs: row.realtime_ms,
    cpuShare: row.cpu_share,
    submittedAt: row.submitted_at?.getTime() ?? null,
    startedAt: row.started_at?.getTime() ?? null,
    finishedAt: row.finished_at?.getTime() ?? null,
  };
}

/** How many tasks of a run have each status; statuses that none has are left out. */
export async function countTasks(kysely: Kysely<Tables>, runId: string): Promise<Partial<Record<TaskStatus, number>>> {
  const rows = await kysely
    .selectFrom("run_task")
    .select(["status", (select) => select.fn.countAll<number>().as("tasks")])
    .where("run_id", "=", runId)
    .groupBy("status")
    .orderBy("status")
    .execute();
  return Object.fromEntries(rows.map(({ status, tasks }) => [status, Number(tasks)]));
}
