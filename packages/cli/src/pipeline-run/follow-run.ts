import { type NextflowTask, tailTrace } from "@touchstone/ingest";
import { followEvents, type NextflowEvent, type TaskFields } from "@touchstone/runner";
import type { Reporter } from "../reporter/reporter.ts";
import { boardLines, ProcessTally } from "./process-counts.ts";
import type { RunFolder } from "./run-folder.ts";
import { tasksOf } from "./task-of-event.ts";

/** What is known of a run from following it. */
export interface FollowedRun {
  /** Nextflow's session; null until it is known. */
  session: string | null;
  /** The task that the run failed by, or null; and what Nextflow said of it. */
  failedTask: TaskFields | null;
  failure: string | null;
  /** Paths of what was published; null where nothing tells. */
  published: Set<string> | null;
  /** Whether the events came to their end; otherwise the trace file tells of what they lack. */
  isComplete: boolean;
}

/** Who wants to know what happens. */
export interface RunListener {
  readonly reporter: Reporter;
  onTasks(tasks: readonly NextflowTask[]): void;
  onSession(session: string): void;
}

/** Follows a run by the events of the observer, until the signal is aborted. */
export async function followByEvents(
  { events }: RunFolder,
  listener: RunListener,
  signal: AbortSignal,
): Promise<FollowedRun> {
  const { reporter } = listener;
  const run: FollowedRun = { session: null, failedTask: null, failure: null, published: new Set(), isComplete: false };
  const tally = new ProcessTally();
  const unreadable = await followEvents(
    events,
    (batch) => {
      for (const event of batch) takeEvent(event, run, tally, listener);
      const tasks = tasksOf(batch, (problem) => reporter.warning(problem));
      for (const task of tasks) {
        tally.take(task);
        tellEnd(task, reporter);
      }
      listener.onTasks(tasks.filter(({ status }) => status !== "new"));
      reporter.board(boardLines(tally.counts()));
    },
    signal,
  );
  if (unreadable > 0) run.isComplete = false;
  return run;
}

/** What Nextflow does about a failed task, where it ends the run for it. */
const ENDING: ReadonlySet<unknown> = new Set(["TERMINATE", "FINISH"]);

function takeEvent(event: NextflowEvent, run: FollowedRun, tally: ProcessTally, listener: RunListener): void {
  switch (event.event) {
    case "created":
      run.session = event.session;
      listener.onSession(event.session);
      return;
    case "process":
      tally.name(event.process);
      return;
    case "published":
      if (event.target !== null) run.published?.add(event.target.replace(/^file:\/\//, ""));
      return;
    case "completed":
      // A task that failed and is ignored, or tried again, ends no run.
      if (event.task.status === "FAILED" && ENDING.has(event.task.error_action)) run.failedTask = event.task;
      return;
    case "error":
      run.failedTask ??= event.task;
      run.failure = event.message;
      return;
    case "ended":
      run.isComplete = true;
  }
}

/** The same by the trace file alone, which tells of a task when it has ended. */
export async function followByTrace(file: string, listener: RunListener, signal: AbortSignal): Promise<FollowedRun> {
  const { reporter } = listener;
  const run: FollowedRun = { session: null, failedTask: null, failure: null, published: null, isComplete: true };
  const tally = new ProcessTally();
  const since = new Date();
  await tailTrace(
    file,
    ({ tasks, problems }) => {
      for (const problem of problems) reporter.warning(problem);
      for (const task of tasks) {
        tally.take(task);
        tellEnd(task, reporter);
        if (task.status === "failed") run.failedTask = task.trace;
      }
      listener.onTasks(tasks);
      reporter.board(boardLines(tally.counts()));
    },
    signal,
    { notBefore: since },
  );
  return run;
}

const ENDED = new Set<NextflowTask["status"]>(["completed", "cached", "failed", "aborted"]);

function tellEnd({ process, tag, status, number, exitCode, realtimeMs }: NextflowTask, reporter: Reporter): void {
  if (!ENDED.has(status)) return;
  const name = tag === null ? process : `${process} (${tag})`;
  const seconds = realtimeMs === null || status === "cached" ? "" : ` in ${(realtimeMs / 1000).toFixed(1)} s`;
  const code = status === "failed" && exitCode !== null ? ` with exit code ${exitCode}` : "";
  reporter.event(`${name} ${status}${code}${seconds}`, { task: number, process, tag, status, exitCode, realtimeMs });
}
