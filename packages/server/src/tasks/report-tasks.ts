import { newId, toJson } from "@touchstone/store";
import { sql } from "kysely";
import type { RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import { abortUnfinishedTasks } from "./abort-unfinished-tasks.ts";
import { isNotEarlier, mergeStates, sameState, stateOf, type TaskState } from "./merge-reports.ts";
import { countTasks, readTaskStates } from "./queries.ts";
import type { TaskReport, TaskReportResult, TaskStatus } from "./schema.ts";

interface ReportedTrace {
  readonly status: TaskStatus;
  readonly trace: object | null;
}

/** A task to be written: its state, and a trace to be laid over or under what is kept of it. */
interface Written extends TaskState {
  readonly id: string;
  /** Whether the status is another than before. */
  readonly moved: boolean;
  /** Whether the state is another than before. */
  readonly differs: boolean;
  /** Whether what the trace says goes before what is kept. */
  readonly leads: boolean;
  readonly trace: object | null;
}

/**
 * Adds what is reported of a run's tasks. Reports may come late, again and in any order: a later state is never overwritten
 * by an earlier one, which only adds what the later one does not say. Of a run that has ended no task stays undone. Publishes `run.tasks-changed` with the number of
 * tasks by status.
 */
export async function reportTasks(
  writing: Writing,
  run: RunKey,
  reports: readonly TaskReport[],
): Promise<TaskReportResult> {
  const { transaction } = writing;
  const reportsOf = new Map<number, TaskReport[]>();
  for (const one of reports) reportsOf.set(one.number, [...(reportsOf.get(one.number) ?? []), one]);
  const kept = await readTaskStates(transaction, run.id, [...reportsOf.keys()]);
  const written = [...reportsOf].map(([number, ofTask]) => toWritten(kept.get(number), ofTask));
  const added = written.filter(({ number }) => !kept.has(number));
  const known = written.filter(({ number, differs, trace }) => kept.has(number) && (differs || trace !== null));
  await insertTasks(writing, run.id, added);
  const changed = await updateTasks(writing, run.id, known);
  if (added.length + changed > 0) {
    if (await hasEnded(writing, run)) await abortUnfinishedTasks(writing, run.id);
    const payload = { id: run.id, name: run.name, tasks: await countTasks(transaction, run.id) };
    writing.publish({ topic: "run.tasks-changed", recordKind: "run", recordId: run.id, payload });
  }
  return { added: added.length, changed, unchanged: written.length - added.length - changed };
}

async function hasEnded({ transaction }: Writing, run: RunKey): Promise<boolean> {
  const row = await transaction.selectFrom("run").select("finished_at").where("id", "=", run.id).executeTakeFirst();
  return row !== undefined && row.finished_at !== null;
}

function toWritten(kept: TaskState | undefined, [first, ...others]: readonly TaskReport[]): Written {
  const before = kept === undefined ? stateOf(first) : mergeStates(kept, stateOf(first));
  const state = others.map(stateOf).reduce(mergeStates, before);
  const { status, trace } = others.reduce(joinTraces, { status: first.status, trace: first.trace ?? null });
  return {
    ...state,
    id: newId(),
    moved: state.status !== kept?.status,
    differs: kept === undefined || !sameState(kept, state),
    leads: kept === undefined || isNotEarlier(kept.status, status),
    trace,
  };
}

/** What the trace of the latest state says, and what only those of earlier ones do. */
function joinTraces(before: ReportedTrace, { status, trace = null }: TaskReport): ReportedTrace {
  const leads = isNotEarlier(before.status, status);
  const [under, over] = leads ? [before.trace, trace] : [trace, before.trace];
  return {
    status: leads ? status : before.status,
    trace: under === null && over === null ? null : { ...under, ...over },
  };
}

/** The tasks as rows of `t`, in one parameter however many they are. */
function rowsOf(tasks: readonly Written[]) {
  const moment = (value: number | null) => (value === null ? null : new Date(value).toISOString());
  const rows = tasks.map((task) => ({
    ...task,
    submittedAt: moment(task.submittedAt),
    startedAt: moment(task.startedAt),
    finishedAt: moment(task.finishedAt),
  }));
  return sql`jsonb_to_recordset(${toJson(rows)}::jsonb) as t(
    id uuid, number integer, process text, status text, tag text, hash text, attempt integer, "exitCode" integer,
    container text, cpus float8, "memoryBytes" bigint, "peakMemoryBytes" bigint, "durationMs" bigint,
    "realtimeMs" bigint, "cpuShare" float8, "submittedAt" timestamptz, "startedAt" timestamptz,
    "finishedAt" timestamptz, moved boolean, differs boolean, leads boolean, trace jsonb
  )`;
}

async function insertTasks({ transaction, at }: Writing, runId: string, tasks: readonly Written[]): Promise<void> {
  if (tasks.length === 0) return;
  await sql`
    insert into run_task (id, run_id, number, process, status, tag, hash, attempt, exit_code, container, cpus, memory_bytes,
      peak_memory_bytes, duration_ms, realtime_ms, cpu_share, submitted_at, started_at, finished_at, trace, changed_at)
    select id, ${runId}::uuid, number, process, status, tag, hash, coalesce(attempt, 1), "exitCode", container, cpus,
      "memoryBytes", "peakMemoryBytes", "durationMs", "realtimeMs", "cpuShare", "submittedAt", "startedAt",
      "finishedAt", trace, ${at}
    from ${rowsOf(tasks)}
  `.execute(transaction);
}

async function updateTasks({ transaction, at }: Writing, runId: string, tasks: readonly Written[]): Promise<number> {
  if (tasks.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update run_task set
      process = t.process, status = t.status, tag = t.tag, hash = t.hash, attempt = coalesce(t.attempt, 1),
      exit_code = t."exitCode", container = t.container, cpus = t.cpus, memory_bytes = t."memoryBytes",
      peak_memory_bytes = t."peakMemoryBytes", duration_ms = t."durationMs", realtime_ms = t."realtimeMs",
      cpu_share = t."cpuShare", submitted_at = t."submittedAt", started_at = t."startedAt",
      finished_at = t."finishedAt",
      trace = case when t.leads then coalesce(run_task.trace, '{}') || coalesce(t.trace, '{}')
        else coalesce(t.trace, '{}') || coalesce(run_task.trace, '{}') end,
      changed_at = case when t.moved then ${at} else run_task.changed_at end
    from ${rowsOf(tasks)}
    where run_task.run_id = ${runId}::uuid and run_task.number = t.number and (
      t.differs or not coalesce(run_task.trace, '{}') @> case when t.leads then t.trace
        else t.trace || coalesce(run_task.trace, '{}') end
    )
  `.execute(transaction);
  return Number(numAffectedRows ?? 0);
}
