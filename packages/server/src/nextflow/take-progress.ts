import { readTask } from "@touchstone/ingest";
import { toJson } from "@touchstone/store";
import type { RunKey } from "../runs/queries.ts";
import { reportTasks } from "../tasks/report-tasks.ts";
import type { Writing } from "../writing/perform.ts";
import { startRun } from "./begin-execution.ts";
import { progressColumns } from "./keep-progress.ts";
import type { NextflowRow } from "./queries.ts";
import { type JsonRecord, listOf, recordOf, textOf } from "./report-values.ts";

/** Warnings of one report that are kept: one odd field may be that of every task. */
const MOST_WARNINGS = 20;

/**
 * Takes in how far an execution is: its tasks, its numbers of tasks, its containers. Also what comes while nothing happens,
 * which has no tasks.
 *
 * @returns warnings.
 */
export async function takeProgress(
  writing: Writing,
  row: NextflowRow,
  run: RunKey,
  report: JsonRecord,
): Promise<readonly string[]> {
  const read = listOf(report.tasks).map((task) => readTask(traceFields(recordOf(task))));
  const tasks = read.flatMap(({ task }) => task ?? []);
  const warnings = read.flatMap(({ task, problems }) => {
    return problems.map((problem) => (task === null ? problem : `task ${task.number}: ${problem}`));
  });
  if (tasks.length > 0) await reportTasks(writing, run, tasks);
  const containers = namedContainers(report.containers);
  await writing.transaction
    .updateTable("nextflow_run")
    .set({
      heard_at: writing.at,
      ...progressColumns(writing, row, run, report),
      ...(containers === null ? {} : { containers: toJson({ ...recordOf(row.containers), ...containers }) }),
    })
    .where("run_id", "=", run.id)
    .execute();
  const ofStart = row.begun_at === null && tasks.length > 0 ? await startRun(writing, run, null) : [];
  return [...warnings.slice(0, MOST_WARNINGS), ...ofStart];
}

/** The protocol's names of fields as trace files have them: `peakRss` is peak_rss, `pcpu` is %cpu. */
function traceFields(task: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(task).map(([name, value]) => [traceName(name), value]));
}

function traceName(name: string): string {
  if (name === "pcpu" || name === "pmem") return `%${name.slice(1)}`;
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function namedContainers(value: unknown): JsonRecord | null {
  const containers = listOf(value).map(recordOf);
  const named = containers.flatMap((one) => {
    const image = textOf(one.targetImage, 1000) ?? textOf(one.sourceImage, 1000);
    return image === null ? [] : [[image, one] as const];
  });
  return named.length === 0 ? null : Object.fromEntries(named);
}
