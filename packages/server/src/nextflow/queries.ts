import type { NextflowRunTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { RunKey } from "../runs/queries.ts";
import type { NextflowRun, NextflowWarning } from "./schema.ts";

/** What is kept of an execution, as writers of it need it. */
export type NextflowRow = Selectable<NextflowRunTable>;

/** The execution that Nextflow reports under that id; null when nobody knows it. */
export async function findByWorkflowId(kysely: Kysely<Tables>, workflowId: string): Promise<NextflowRow | null> {
  const row = await kysely
    .selectFrom("nextflow_run")
    .selectAll()
    .where("workflow_id", "=", workflowId)
    .executeTakeFirst();
  return row ?? null;
}

/** @throws ServerError TS_NOT_FOUND for a run that Nextflow does not report of. */
export async function findNextflowRun(kysely: Kysely<Tables>, run: RunKey): Promise<NextflowRun> {
  const row = await kysely.selectFrom("nextflow_run").selectAll().where("run_id", "=", run.id).executeTakeFirst();
  if (row === undefined) throw notFound("report of Nextflow about run", run.name);
  return {
    runId: row.run_id,
    workflowId: row.workflow_id,
    sessionId: row.session_id,
    runName: row.run_name,
    workflow: row.workflow,
    configSha256: row.config_sha256,
    processNames: row.process_names as string[],
    containers: row.containers,
    progress: row.progress,
    metrics: row.metrics,
    warnings: row.warnings as NextflowWarning[],
    createdAt: momentOut(row.created_at),
    begunAt: momentOutOrNull(row.begun_at),
    heardAt: momentOut(row.heard_at),
    completedAt: momentOutOrNull(row.completed_at),
  };
}
