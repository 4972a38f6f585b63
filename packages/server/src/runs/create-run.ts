import { newId, toJson } from "@touchstone/store";
import { invalidField, ServerError } from "../error.ts";
import { ensureInstrument, ensurePipelineVersion, ensureReagentLot, ensureSample } from "../named/ensure-named.ts";
import { findAssayId } from "../named/find-assay.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findRun } from "./queries.ts";
import { sameRun } from "./same-run.ts";
import type { NewRun, Run } from "./schema.ts";

/**
 * Adds a run. The same run sent again, known by its name, gets the first answer.
 *
 * @param pointer where in the request the run is.
 * @throws ServerError TS_CONFLICT when another run has the name or Nextflow's id, TS_REQUEST_INVALID for an assay that is not there or
 *   times that cannot be.
 */
export async function createRun(writing: Writing, request: NewRun, pointer = "/body"): Promise<Answer<Run>> {
  const { transaction } = writing;
  const first = await transaction.selectFrom("run").select("id").where("name", "=", request.name).executeTakeFirst();
  if (first !== undefined) {
    const run = await findRun(transaction, first.id);
    const difference = sameRun(run, request);
    if (difference === null) return { status: 200, body: run };
    const message = `there is a run named ${request.name} with another ${difference}`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `${pointer}/${difference}`, message }] });
  }
  await requireFreeNextflowId(transaction, request, pointer);
  const id = newId();
  await insertRun(writing, id, request, pointer);
  for (const sample of request.samples ?? []) {
    const sampleId = await ensureSample(writing, sample);
    await transaction.insertInto("run_sample").values({ run_id: id, sample_id: sampleId }).execute();
  }
  for (const lot of request.reagentLots ?? []) {
    const lotId = await ensureReagentLot(writing, lot);
    await transaction.insertInto("run_reagent_lot").values({ run_id: id, reagent_lot_id: lotId }).execute();
  }
  const body = await findRun(transaction, id);
  writing.record({ action: "run.create", subject: { kind: "run", id }, new: body });
  writing.publish({ topic: "run.created", recordKind: "run", recordId: id, payload: summaryOf(body) });
  return { status: 201, body };
}

async function requireFreeNextflowId(
  transaction: Writing["transaction"],
  { nextflowId }: NewRun,
  pointer: string,
): Promise<void> {
  if (nextflowId === undefined) return;
  const other = await transaction
    .selectFrom("run")
    .select("name")
    .where("nextflow_id", "=", nextflowId)
    .executeTakeFirst();
  if (other === undefined) return;
  const message = `run ${other.name} has the nextflowId ${nextflowId}: each run of Nextflow is one run`;
  throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `${pointer}/nextflowId`, message }] });
}

async function insertRun(writing: Writing, id: string, request: NewRun, pointer: string): Promise<void> {
  const { transaction, at } = writing;
  const { assay, pipelineVersion, instrument, imported = false } = request;
  const status = request.status ?? (imported ? "succeeded" : "queued");
  const performedAt = momentOf(request.performedAt) ?? momentOf(request.startedAt) ?? at;
  const hasStarted = status !== "queued";
  const hasFinished = status === "succeeded" || status === "failed" || status === "cancelled";
  const startedAt = hasStarted ? (momentOf(request.startedAt) ?? performedAt) : null;
  const finishedAt = hasFinished ? (momentOf(request.finishedAt) ?? startedAt) : null;
  requirePossible(request, pointer, { status, startedAt, finishedAt });
  await transaction
    .insertInto("run")
    .values({
      id,
      name: request.name,
      assay_id: assay === undefined ? null : await findAssayId(transaction, assay, `${pointer}/assay`),
      pipeline_version_id:
        pipelineVersion === undefined
          ? null
          : await ensurePipelineVersion(writing, pipelineVersion, `${pointer}/pipelineVersion`),
      instrument_id: instrument === undefined ? null : await ensureInstrument(writing, instrument),
      nextflow_id: request.nextflowId ?? null,
      inputs_sha256: request.inputsSha256 ?? null,
      parameters: request.parameters === undefined ? null : toJson(request.parameters),
      is_imported: imported,
      performed_at: performedAt,
      status,
      started_at: startedAt,
      finished_at: finishedAt,
      failure: request.failure ?? null,
      created_at: at,
    })
    .execute();
}

function requirePossible(
  request: NewRun,
  pointer: string,
  { status, startedAt, finishedAt }: { status: string; startedAt: Date | null; finishedAt: Date | null },
): void {
  if (request.failure !== undefined && status !== "failed") {
    throw invalidField(`${pointer}/failure`, `is for runs that failed, and this one is ${status}`);
  }
  if (request.startedAt !== undefined && startedAt === null) {
    throw invalidField(`${pointer}/startedAt`, "a queued run has not started");
  }
  if (request.finishedAt !== undefined && finishedAt === null) {
    throw invalidField(`${pointer}/finishedAt`, `a run that is ${status} has not finished`);
  }
  if (startedAt !== null && finishedAt !== null && finishedAt < startedAt) {
    throw invalidField(`${pointer}/finishedAt`, "lies before startedAt");
  }
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

/** What those who watch are told about a run. */
export function summaryOf({ id, name, status, disposition }: Run): object {
  return { id, name, status, disposition };
}
