import { toJson } from "@touchstone/store";
import { changeRun } from "../runs/change-run.ts";
import { findRun, type RunKey } from "../runs/queries.ts";
import { countTasks } from "../tasks/queries.ts";
import type { Writing } from "../writing/perform.ts";
import { startRun } from "./begin-execution.ts";
import { progressColumns } from "./keep-progress.ts";
import type { NextflowRow } from "./queries.ts";
import { type JsonRecord, momentOf, recordOf } from "./report-values.ts";
import { configHash, endingOf, keptOfWorkflow } from "./workflow.ts";

/**
 * Takes in that an execution has ended, and how. Tasks that were never reported to have ended are called aborted.
 *
 * @returns warnings.
 */
export async function completeExecution(
  writing: Writing,
  row: NextflowRow,
  run: RunKey,
  report: JsonRecord,
): Promise<readonly string[]> {
  const workflow = recordOf(report.workflow);
  await writing.transaction
    .updateTable("nextflow_run")
    .set({
      workflow: toJson({ ...recordOf(row.workflow), ...keptOfWorkflow(workflow) }),
      config_sha256: row.config_sha256 ?? configHash(workflow),
      ...(report.metrics == null ? {} : { metrics: toJson(report.metrics) }),
      ...progressColumns(writing, row, run, report),
      completed_at: row.completed_at ?? writing.at,
      heard_at: writing.at,
    })
    .where("run_id", "=", run.id)
    .execute();
  const { status, failure } = endingOf(workflow);
  const old = await findRun(writing.transaction, run.id);
  if (old.finishedAt !== null) {
    return old.status === status ? [] : [`Nextflow reports that a run ${status} which is ${old.status}`];
  }
  await startRun(writing, run, momentOf(workflow.start));
  const warnings = status === "succeeded" ? await unfinished(writing, run) : [];
  const at = await momentOfEnd(writing, run, momentOf(workflow.complete));
  await changeRun(writing, run.id, { status, at, ...(failure === null ? {} : { failure }) });
  return warnings;
}

async function unfinished({ transaction }: Writing, run: RunKey): Promise<readonly string[]> {
  const { new: added = 0, submitted = 0, running = 0 } = await countTasks(transaction, run.id);
  const left = added + submitted + running;
  return left === 0 ? [] : [`Nextflow succeeded, but never reported that ${left} of its tasks ended`];
}

/** Clocks differ: a run does not end before it starts. */
async function momentOfEnd({ transaction, at }: Writing, run: RunKey, told: Date | null): Promise<string> {
  const { startedAt } = await findRun(transaction, run.id);
  const end = told ?? at;
  return startedAt !== null && end < new Date(startedAt) ? startedAt : end.toISOString();
}
