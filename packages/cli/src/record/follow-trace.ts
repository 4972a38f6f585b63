import { existsSync } from "node:fs";
import type { TraceUpdate } from "@touchstone/ingest";
import type { CommandContext } from "../command.ts";
import type { DatabaseArguments } from "../commands/db-source.ts";
import { withConnection } from "../server/connect.ts";
import type { RunDescription } from "./new-run.ts";
import { patiently } from "./patiently.ts";
import { ensureRunning, firstMoment, recordedTasks, reportTasks } from "./record-tasks.ts";
import type { Recorded, TaskCounts } from "./recorded.ts";
import { type Recording, startRecording } from "./recording.ts";
import { requireSameTasks } from "./require-same-tasks.ts";
import { endOf, watchProcess } from "./watched-process.ts";

/** A trace that is being written. */
export interface TraceToFollow {
  readonly file: string;
  readonly run: string;
  readonly description: RunDescription;
  /** Process of Nextflow, with which it ends; it goes on until it is interrupted unless given. */
  readonly pid?: number | undefined;
}

/**
 * Records the tasks of a trace file while Nextflow writes it, until the process ends or the command is interrupted; what
 * was written by then is recorded. The records are reached anew for every part, so that nobody else has to wait for them,
 * and a server may be restarted meanwhile. The same command again goes on where this one stopped.
 *
 * @throws IngestError when the file is no trace, or of another run: it begins anew, or the run has other tasks; ClientError
 *   for what the API refuses.
 */
export async function followTrace(
  { file, run, description, pid }: TraceToFollow,
  values: DatabaseArguments,
  context: CommandContext,
): Promise<Recorded> {
  const { environment, reporter } = context;
  const { signal } = environment;
  const { IngestError, tailTrace } = await import("@touchstone/ingest");
  const warn = (warning: string) => reporter.warning(warning);
  const reach = <T>(work: (recording: Recording) => Promise<T>) =>
    patiently(() => withConnection(values, ({ client }) => work(startRecording(client, context))), signal, warn);
  const nextflow = pid === undefined ? null : await watchProcess(pid);
  const end = nextflow === null ? null : await endOf(nextflow, signal);
  const counts = { added: 0, changed: 0, unchanged: 0 };
  let [isRunning, isKnownTrace] = [false, false];
  const ensure = async (recording: Recording, since: string | null): Promise<void> => {
    if (!isRunning) await ensureRunning(recording, run, description, since);
    isRunning = true;
  };
  const onTasks = async ({ tasks, problems, restarted }: TraceUpdate): Promise<void> => {
    if (restarted) throw new IngestError("TS_RESULT_INVALID", beganAnew(file, run), { file });
    for (const problem of problems) warn(problem);
    await reach(async (recording) => {
      await ensure(recording, firstMoment(tasks));
      if (!isKnownTrace) await requireSameTasks(recording.client, run, file, tasks);
      isKnownTrace = true;
      add(counts, await reportTasks(recording, run, tasks));
    });
    reporter.progress({ done: 0, total: 0, phase: `run ${run}: ${counts.added} tasks new, ${counts.unchanged} known` });
  };
  // What is wrong with the run, or the way to the records, is told at once and not with the first task.
  if (!existsSync(file)) await reach((recording) => ensure(recording, null));
  const since = nextflow?.startedAt ?? undefined;
  try {
    await tailTrace(file, onTasks, end?.signal ?? signal, since === undefined ? {} : { notBefore: since });
  } finally {
    end?.stop();
  }
  return reach(async (recording) => {
    await ensure(recording, null);
    return recordedTasks(recording.client, run, file, counts);
  });
}

function add(
  sum: { -readonly [K in keyof TaskCounts]: TaskCounts[K] },
  { added, changed, unchanged }: TaskCounts,
): void {
  sum.added += added;
  sum.changed += changed;
  sum.unchanged += unchanged;
}

function beganAnew(file: string, run: string): string {
  return `${file} begins anew, as by another run of Nextflow; what it held before is recorded under ${run}: record the new one under a name of its own`;
}
