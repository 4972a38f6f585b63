import { changeRun } from "../runs/change-run.ts";
import { SYSTEM_ACTOR, type Writing } from "../writing/perform.ts";

/**
 * Milliseconds after which an execution that says nothing has ended. Nextflow gives a sign of life each minute; a machine that
 * is switched off gives none. Long, since a run that was called failed cannot succeed any more.
 */
const LONGEST_SILENCE = 24 * 3_600_000;
const AT_ONCE = 100;

/** Calls failed what Nextflow began to report of and then, for a day, did not. @returns how many runs. */
export async function failSilentRuns(writing: Writing): Promise<number> {
  const silent = await writing.transaction
    .selectFrom("nextflow_run")
    .innerJoin("run", "run.id", "nextflow_run.run_id")
    .select(["run.id", "nextflow_run.heard_at", "run.started_at"])
    .where("nextflow_run.completed_at", "is", null)
    .where("nextflow_run.heard_at", "<", new Date(writing.at.getTime() - LONGEST_SILENCE))
    .where("run.status", "in", ["queued", "running"])
    .orderBy("nextflow_run.heard_at")
    .limit(AT_ONCE)
    .execute();
  for (const { id, heard_at: heardAt, started_at: startedAt } of silent) {
    const failure = `Nextflow was last heard of at ${heardAt.toISOString()}; ${SYSTEM_ACTOR} takes it as ended`;
    const at = startedAt !== null && startedAt > heardAt ? startedAt : heardAt;
    await changeRun(writing, id, { status: "failed", at: at.toISOString(), failure });
  }
  return silent.length;
}
