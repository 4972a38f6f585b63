import { type NextflowTask, readTask } from "@touchstone/ingest";
import type { NextflowEvent } from "@touchstone/runner";

/** Tasks as events tell of them, in their order. */
export function tasksOf(events: readonly NextflowEvent[], warn: (problem: string) => void): NextflowTask[] {
  return events.flatMap((event) => {
    if (!("task" in event) || event.task === null || event.event === "error") return [];
    const { task, problems } = readTask(event.task);
    for (const problem of problems) warn(`event of Nextflow: ${problem}`);
    return task ?? [];
  });
}

const RANK: Readonly<Record<NextflowTask["status"], number>> = {
  new: 0,
  submitted: 1,
  running: 2,
  completed: 3,
  cached: 3,
  failed: 3,
  aborted: 3,
};

/** Whether a task that has one status can have another after it: Nextflow may tell of a start before the submission. */
export function canFollow(status: NextflowTask["status"], before: NextflowTask["status"] | undefined): boolean {
  return before === undefined || RANK[status] >= RANK[before];
}
