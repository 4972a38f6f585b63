import type { TaskReport, TaskStatus } from "./schema.ts";

/** All that is known of a task, but for its trace. */
export interface TaskState {
  readonly number: number;
  readonly process: string;
  readonly status: TaskStatus;
  readonly tag: string | null;
  readonly hash: string | null;
  readonly attempt: number | null;
  readonly exitCode: number | null;
  readonly container: string | null;
  readonly cpus: number | null;
  readonly memoryBytes: number | null;
  readonly peakMemoryBytes: number | null;
  readonly durationMs: number | null;
  readonly realtimeMs: number | null;
  readonly cpuShare: number | null;
  /** Milliseconds since 1970. */
  readonly submittedAt: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

/**
 * Which status stands when reports of several come in any order: the greater. A task that Touchstone itself called aborted
 * because its run had ended may turn out to have finished; of two contradicting ends the worse one stands.
 */
const RANK: Readonly<Record<TaskStatus, number>> = {
  new: 0,
  submitted: 1,
  running: 2,
  aborted: 3,
  cached: 4,
  completed: 5,
  failed: 6,
};

/** Whether a report with the second status tells of a later state than the first, or of the same. */
export function isNotEarlier(kept: TaskStatus, reported: TaskStatus): boolean {
  return RANK[reported] >= RANK[kept];
}

/** A report as a state: what it does not say is null. */
export function stateOf(report: TaskReport): TaskState {
  const { number, process, status } = report;
  return {
    number,
    process,
    status,
    tag: report.tag ?? null,
    hash: report.hash ?? null,
    attempt: report.attempt ?? null,
    exitCode: report.exitCode ?? null,
    container: report.container ?? null,
    cpus: report.cpus ?? null,
    memoryBytes: report.memoryBytes ?? null,
    peakMemoryBytes: report.peakMemoryBytes ?? null,
    durationMs: report.durationMs ?? null,
    realtimeMs: report.realtimeMs ?? null,
    cpuShare: report.cpuShare ?? null,
    submittedAt: millisecondsOf(report.submittedAt),
    startedAt: millisecondsOf(report.startedAt),
    finishedAt: millisecondsOf(report.finishedAt),
  };
}

/**
 * What is known of a task after a report: everything that the later of both states says, and what only the earlier one
 * says. The order in which consistent reports come, and how often, makes no difference.
 */
export function mergeStates(kept: TaskState, reported: TaskState): TaskState {
  const [later, earlier] = isNotEarlier(kept.status, reported.status) ? [reported, kept] : [kept, reported];
  const known = Object.entries(later).filter(([, value]) => value !== null);
  return { ...earlier, ...Object.fromEntries(known) };
}

/** Whether two states of one task say the same. */
export function sameState(first: TaskState, second: TaskState): boolean {
  return (Object.keys(first) as (keyof TaskState)[]).every((key) => first[key] === second[key]);
}

function millisecondsOf(moment: string | null | undefined): number | null {
  return moment == null ? null : Date.parse(moment);
}
