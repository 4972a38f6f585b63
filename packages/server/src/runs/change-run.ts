import { proposeRunDisposition } from "../dispositions/propose-run-disposition.ts";
import { ServerError } from "../error.ts";
import { abortUnfinishedTasks } from "../tasks/abort-unfinished-tasks.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { summaryOf } from "./create-run.ts";
import { findRun } from "./queries.ts";
import type { Run, RunChange, RunStatus } from "./schema.ts";

/** Every move that a run's status may make; the database holds the same. */
const MOVES: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  queued: ["running", "failed", "cancelled"],
  running: ["succeeded", "failed", "cancelled"],
  succeeded: [],
  failed: [],
  cancelled: [],
};

/**
 * Takes a run to another status. The status that it has already changes nothing. What tasks of a run that has ended are
 * not known to have ended are called aborted.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT for a move that may not be made, or a time before the one before.
 */
export async function changeRun(writing: Writing, idOrName: string, change: RunChange): Promise<Answer<Run>> {
  const { transaction } = writing;
  const old = await findRun(transaction, idOrName);
  if (old.status === change.status) return { status: 200, body: old };
  if (!MOVES[old.status].includes(change.status)) {
    throw new ServerError("TS_CONFLICT", `run ${old.name} is ${old.status} and cannot become ${change.status}`);
  }
  const at = change.at === undefined ? writing.at : new Date(change.at);
  if (old.startedAt !== null && at < new Date(old.startedAt)) {
    throw new ServerError("TS_CONFLICT", `run ${old.name} started at ${old.startedAt}, which is later than that`);
  }
  const hasFinished = change.status !== "running";
  await transaction
    .updateTable("run")
    .set({
      status: change.status,
      ...(hasFinished ? { finished_at: at } : { started_at: at }),
      ...(change.status === "failed" ? { failure: change.failure ?? null } : {}),
      revision: old.revision + 1,
    })
    .where("id", "=", old.id)
    .execute();
  if (hasFinished) await abortUnfinishedTasks(writing, old.id);
  // What did not succeed is not proposed for release, whatever was measured.
  if (hasFinished || old.proposedDisposition !== null) await proposeRunDisposition(writing, old.id);
  const body = await findRun(transaction, old.id);
  writing.record({ action: "run.change", subject: { kind: "run", id: body.id }, old, new: body });
  writing.publish({ topic: "run.changed", recordKind: "run", recordId: body.id, payload: summaryOf(body) });
  return { status: 200, body };
}
