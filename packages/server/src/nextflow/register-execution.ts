import { createHash } from "node:crypto";
import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import { createRun } from "../runs/create-run.ts";
import { findRun, type RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import { findByWorkflowId, type NextflowRow } from "./queries.ts";

/** By what Nextflow says which execution it reports of. */
export interface ExecutionKey {
  /** Given by whoever started Nextflow; null otherwise. */
  readonly workflowId: string | null;
  readonly sessionId: string | null;
  readonly runName: string | null;
  /** When Nextflow said so, by its own clock; null when it did not. */
  readonly instant: Date | null;
}

/** An execution and its run. */
export interface RegisteredExecution {
  readonly row: NextflowRow;
  readonly run: RunKey;
  /** What whoever started Nextflow has to know; null when all is as they may expect. */
  readonly message: string | null;
}

/**
 * The run of an execution of Nextflow. One that was announced before is found again, also when a request is sent twice. It
 * belongs to the run that was added for it beforehand, by its name or its `nextflowId`; otherwise a run is added.
 */
export async function registerExecution(writing: Writing, key: ExecutionKey): Promise<RegisteredExecution> {
  const { transaction } = writing;
  const before = await findBefore(transaction, key);
  if (before !== null) return { row: before, run: await findRunOf(transaction, before), message: null };
  const workflowId = key.workflowId ?? (await nextWorkflowId(transaction, key));
  const expected = await findExpected(transaction, key);
  const { run, message } =
    expected === null ? await addRun(writing, key, workflowId) : { run: expected, message: null };
  const row = await transaction
    .insertInto("nextflow_run")
    .values({
      run_id: run.id,
      workflow_id: workflowId,
      session_id: key.sessionId,
      run_name: key.runName,
      created_at: writing.at,
      heard_at: writing.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  writing.record({
    action: "run.report by nextflow",
    subject: { kind: "run", id: run.id },
    new: { workflowId, sessionId: key.sessionId, runName: key.runName },
  });
  return { row, run, message };
}

/** The run that an execution belongs to. */
export function findRunOf(transaction: Transaction<Tables>, row: NextflowRow): Promise<RunKey> {
  return transaction.selectFrom("run").select(["id", "name"]).where("id", "=", row.run_id).executeTakeFirstOrThrow();
}

async function findBefore(transaction: Transaction<Tables>, key: ExecutionKey): Promise<NextflowRow | null> {
  if (key.workflowId !== null) return findByWorkflowId(transaction, key.workflowId);
  if (key.sessionId === null || key.runName === null) return null;
  const last = await transaction
    .selectFrom("nextflow_run")
    .innerJoin("run", "run.id", "nextflow_run.run_id")
    .selectAll("nextflow_run")
    .select("run.finished_at")
    .where("session_id", "=", key.sessionId)
    .where("run_name", "=", key.runName)
    .orderBy("nextflow_run.created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined) return null;
  // The same session and name once more, after the first has ended, is another execution.
  const isOver = last.finished_at !== null && key.instant !== null && key.instant > last.finished_at;
  return isOver ? null : last;
}

/** A run that was added for this execution and has no other. */
async function findExpected(transaction: Transaction<Tables>, key: ExecutionKey): Promise<RunKey | null> {
  const ids = [key.workflowId, key.sessionId].filter((id) => id !== null);
  const run = await transaction
    .selectFrom("run")
    .select(["id", "name"])
    .where((where) => {
      const named = key.runName === null ? [] : [where("name", "=", key.runName)];
      return where.or([...named, ...ids.map((id) => where("nextflow_id", "=", id))]);
    })
    .where("status", "in", ["queued", "running"])
    .where("is_imported", "=", false)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("nextflow_run").select("run_id").whereRef("run_id", "=", "run.id"))),
    )
    .orderBy("nextflow_id")
    .limit(1)
    .executeTakeFirst();
  return run ?? null;
}

async function addRun(writing: Writing, { runName }: ExecutionKey, workflowId: string) {
  const named = runName ?? `nextflow ${workflowId}`;
  const { transaction } = writing;
  const taken = await transaction.selectFrom("run").select("id").where("name", "=", named).executeTakeFirst();
  const name = taken === undefined ? named : `${named.slice(0, 180)} ${workflowId.slice(0, 16)}`;
  const { body } = await createRun(writing, { name, nextflowId: workflowId, status: "queued" });
  const run = await findRun(transaction, body.id);
  const message = taken === undefined ? null : `Touchstone has another run named ${named}; this one is ${name}`;
  return { run: { id: run.id, name: run.name }, message };
}

async function nextWorkflowId(transaction: Transaction<Tables>, key: ExecutionKey): Promise<string> {
  const { before } = await transaction
    .selectFrom("nextflow_run")
    .select((select) => select.fn.countAll<number>().as("before"))
    .where("session_id", "=", key.sessionId)
    .where("run_name", "=", key.runName)
    .executeTakeFirstOrThrow();
  return workflowIdOf(key, Number(before));
}

/** An id for an execution that could not be kept. */
export function unkeptWorkflowId(key: ExecutionKey): string {
  return key.workflowId ?? workflowIdOf(key, 0);
}

/** Sixteen hexadecimal digits, the most that Nextflow has room for; the same for a request that comes twice. */
function workflowIdOf({ sessionId, runName }: ExecutionKey, before: number): string {
  if (sessionId === null || runName === null) return newId().replaceAll("-", "").slice(-16);
  return createHash("sha256")
    .update(JSON.stringify([sessionId, runName, before]))
    .digest("hex")
    .slice(0, 16);
}
