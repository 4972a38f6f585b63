import type { Writing } from "../writing/perform.ts";

/**
 * Calls aborted what a run that has ended left undone: nobody will report of it any more. A late report that a task did end
 * still counts.
 *
 * @returns how many there were.
 */
export async function abortUnfinishedTasks({ transaction, at }: Writing, runId: string): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable("run_task")
    .set({ status: "aborted", changed_at: at })
    .where("run_id", "=", runId)
    .where("status", "in", ["new", "submitted", "running"])
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
