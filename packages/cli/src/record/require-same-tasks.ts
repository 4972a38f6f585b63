import type { TouchstoneClient } from "@touchstone/client";
import { IngestError, type NextflowTask } from "@touchstone/ingest";
import { listAll } from "../commands/api-command.ts";

/**
 * Refuses tasks whose numbers a run has given to others: Nextflow counts from 1 in every run, also in one that it resumes,
 * and tasks of two runs would be merged into one.
 *
 * @throws IngestError TS_RESULT_INVALID for the first of another process or working folder.
 */
export async function requireSameTasks(
  client: TouchstoneClient,
  run: string,
  file: string,
  tasks: readonly NextflowTask[],
): Promise<void> {
  const stored = await listAll(Number.POSITIVE_INFINITY, (query) =>
    client.GET("/api/v1/runs/{run}/tasks", { params: { path: { run }, query } }),
  );
  const known = new Map(stored.map((task) => [task.number, task]));
  for (const task of tasks) {
    const before = known.get(task.number);
    if (before === undefined) continue;
    const isSame = task.process === before.process && (task.hash ?? before.hash) === (before.hash ?? task.hash);
    if (isSame) continue;
    const [here, there] = [task, before].map(({ process, hash }) => `${process}${hash === null ? "" : ` ${hash}`}`);
    const message = `${file}: task ${task.number} is ${here}, and that of run ${run} is ${there}: the trace is of another run of Nextflow; record it under a name of its own`;
    throw new IngestError("TS_RESULT_INVALID", message, { file });
  }
}
