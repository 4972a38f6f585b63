import type { paths, TouchstoneClient } from "@touchstone/client";
import type { NextflowTask } from "@touchstone/ingest";
import { describeRun, findRun, type Run, type RunDescription } from "./new-run.ts";
import type { Recorded, TaskCounts } from "./recorded.ts";
import type { Recording } from "./recording.ts";
import { requireSameTasks } from "./require-same-tasks.ts";

const ADDRESS = "/api/v1/runs/{run}/tasks";

/** How a run can have ended. */
export const endings = ["succeeded", "failed", "cancelled"] as const;

/** One of them. */
export type Ending = (typeof endings)[number];

/** The API takes 5,000; a task may carry its whole script. */
const TASKS_AT_ONCE = 500;

/** Tasks of a whole trace, and what they are recorded under. */
export interface TasksToRecord {
  readonly file: string;
  readonly tasks: readonly NextflowTask[];
  readonly run: string;
  readonly description: RunDescription;
  /** How the run ended, where it is said: a trace does not tell. */
  readonly status?: Ending | undefined;
}

/**
 * Records the tasks of a run, which is added as running when there is none, and how it ended where that is said.
 *
 * @throws IngestError when the run has other tasks; ClientError for what the API refuses, such as another ending than the
 *   one that is recorded.
 */
export async function recordTasks(
  recording: Recording,
  { file, tasks, run: name, description, status }: TasksToRecord,
): Promise<Recorded> {
  await ensureRunning(recording, name, description, firstMoment(tasks));
  await requireSameTasks(recording.client, name, file, tasks);
  const counts = await reportTasks(recording, name, tasks);
  if (status !== undefined) await endRun(recording.client, name, status, lastMoment(tasks));
  return recordedTasks(recording.client, name, file, counts);
}

/** What is recorded of a run's tasks, after they were reported. */
export async function recordedTasks(
  client: TouchstoneClient,
  name: string,
  file: string,
  tasks: TaskCounts,
): Promise<Recorded> {
  const { data } = await client.GET("/api/v1/runs/{run}", { params: { path: { run: name } } });
  if (data === undefined) throw new TypeError("an answer without content");
  return {
    kind: "tasks",
    files: [file],
    run: { id: data.id, name: data.name },
    isNew: tasks.added + tasks.changed > 0,
    tasks,
    status: data.status,
    state: null,
    verdicts: [],
    alerts: [],
  };
}

/**
 * Adds the run unless it is there, and takes a queued one to running. What is said of one that is there has to agree.
 *
 * @param since when its first task was submitted; null where that is not known.
 */
export async function ensureRunning(
  { client, headersOf }: Recording,
  name: string,
  description: RunDescription,
  since: string | null,
): Promise<Run> {
  const stored = await findRun(client, name);
  const started = stored === null && since !== null ? { performedAt: since } : {};
  const body = {
    ...started,
    ...describeRun(name, description),
    ...(stored === null ? { status: "running" as const } : {}),
  };
  const { data } = await client.POST("/api/v1/runs", { body, headers: headersOf("/api/v1/runs", body) });
  if (data === undefined) throw new TypeError("an answer without content");
  if (data.status !== "queued") return data;
  const change = { status: "running" as const, ...(since === null ? {} : { at: since }) };
  await client.PATCH("/api/v1/runs/{run}", { params: { path: { run: name } }, body: change });
  return data;
}

/** Reports tasks, some at a time. */
export async function reportTasks(
  { client, headersOf }: Recording,
  run: string,
  tasks: readonly NextflowTask[],
): Promise<TaskCounts> {
  const counts = { added: 0, changed: 0, unchanged: 0 };
  for (let start = 0; start < tasks.length; start += TASKS_AT_ONCE) {
    const body: Reports = { tasks: tasks.slice(start, start + TASKS_AT_ONCE).map((task) => ({ ...task })) };
    const { data } = await client.POST(ADDRESS, {
      params: { path: { run } },
      body,
      headers: headersOf(`/api/v1/runs/${run}/tasks`, body),
    });
    counts.added += data?.added ?? 0;
    counts.changed += data?.changed ?? 0;
    counts.unchanged += data?.unchanged ?? 0;
  }
  return counts;
}

type Reports = paths[typeof ADDRESS]["post"]["requestBody"]["content"]["application/json"];

async function endRun(client: TouchstoneClient, run: string, status: Ending, at: string | null): Promise<void> {
  const body = { status, ...(at === null ? {} : { at }) };
  await client.PATCH("/api/v1/runs/{run}", { params: { path: { run } }, body });
}

/** When the first task that was carried out was submitted; a cached one has the times of an earlier run. */
export function firstMoment(tasks: readonly NextflowTask[]): string | null {
  const moments = ofThisRun(tasks).flatMap(({ submittedAt, startedAt }) => submittedAt ?? startedAt ?? []);
  return moments.sort()[0] ?? null;
}

function lastMoment(tasks: readonly NextflowTask[]): string | null {
  const moments = ofThisRun(tasks).flatMap(({ finishedAt }) => finishedAt ?? []);
  return moments.sort().at(-1) ?? null;
}

function ofThisRun(tasks: readonly NextflowTask[]): NextflowTask[] {
  return tasks.filter(({ status }) => status !== "cached");
}
