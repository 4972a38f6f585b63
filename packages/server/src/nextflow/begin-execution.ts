import { toJson } from "@touchstone/store";
import { ServerError } from "../error.ts";
import { ensurePipelineVersion, type NamedPipelineVersion } from "../named/ensure-named.ts";
import { changeRun } from "../runs/change-run.ts";
import { findRun, type RunKey } from "../runs/queries.ts";
import type { Writing } from "../writing/perform.ts";
import { pipelineOfWorkflow, withCommit } from "./pipeline-of-workflow.ts";
import type { NextflowRow } from "./queries.ts";
import { type JsonRecord, listOf, momentOf, recordOf, textOf } from "./report-values.ts";
import { configHash, keptOfWorkflow, parametersOf } from "./workflow.ts";

/**
 * Takes in that an execution begins: its run starts, and gets pipeline version and parameters unless it has them.
 *
 * @returns warnings.
 */
export async function beginExecution(
  writing: Writing,
  row: NextflowRow,
  run: RunKey,
  report: JsonRecord,
): Promise<readonly string[]> {
  const workflow = recordOf(report.workflow);
  const described = keptOfWorkflow(workflow);
  const before = recordOf(row.workflow);
  const warnings = await describeRun(writing, run, workflow);
  const processNames = listOf(report.processNames).flatMap((name) => textOf(name, 1000) ?? []);
  await writing.transaction
    .updateTable("nextflow_run")
    .set({
      // What was told at its end stands when its begin is told again.
      workflow: toJson(row.completed_at === null ? { ...before, ...described } : { ...described, ...before }),
      config_sha256: configHash(workflow) ?? row.config_sha256,
      ...(processNames.length === 0 ? {} : { process_names: toJson(processNames) }),
      begun_at: row.begun_at ?? writing.at,
      heard_at: writing.at,
    })
    .where("run_id", "=", run.id)
    .execute();
  if (row.begun_at !== null) return warnings;
  return [...warnings, ...(await startRun(writing, run, momentOf(workflow.start)))];
}

/**
 * Starts a run that is queued.
 *
 * @param startedAt by Nextflow's clock; null for now.
 * @returns warnings.
 */
export async function startRun(writing: Writing, run: RunKey, startedAt: Date | null): Promise<readonly string[]> {
  const { status } = await findRun(writing.transaction, run.id);
  if (status === "running") return [];
  if (status !== "queued") return [`Nextflow reports that a run goes on which is ${status}`];
  const at = (startedAt ?? writing.at).toISOString();
  await changeRun(writing, run.id, { status: "running", at });
  return [];
}

/** Completes a run's record with what only Nextflow knows; what it has already stays. */
async function describeRun(writing: Writing, run: RunKey, workflow: JsonRecord): Promise<readonly string[]> {
  const { transaction } = writing;
  const old = await findRun(transaction, run.id);
  const pipeline = pipelineOfWorkflow(workflow);
  const parameters = old.parameters === null ? parametersOf(workflow) : null;
  const { id: versionId, warnings } =
    old.pipelineVersion === null && pipeline !== null
      ? await ensureVersion(writing, pipeline)
      : { id: null, warnings: differenceOf(old.pipelineVersion, pipeline) };
  if (versionId === null && parameters === null) return warnings;
  await transaction
    .updateTable("run")
    .set({
      ...(versionId === null ? {} : { pipeline_version_id: versionId }),
      ...(parameters === null ? {} : { parameters: toJson(parameters) }),
      revision: old.revision + 1,
    })
    .where("id", "=", run.id)
    .execute();
  const body = await findRun(transaction, run.id);
  writing.record({ action: "run.describe", subject: { kind: "run", id: run.id }, old, new: body });
  return warnings;
}

async function ensureVersion(writing: Writing, pipeline: NamedPipelineVersion) {
  try {
    return { id: await ensurePipelineVersion(writing, pipeline), warnings: [] };
  } catch (error) {
    if (!(error instanceof ServerError) || error.code !== "TS_CONFLICT") throw error;
    const apart = withCommit(pipeline);
    const warnings = [`${error.message}: this run is recorded as version ${apart.version}`];
    return { id: await ensurePipelineVersion(writing, apart), warnings };
  }
}

function differenceOf(kept: NamedVersion | null, told: NamedPipelineVersion | null): readonly string[] {
  if (kept === null || told === null) return [];
  const isSame = kept.revision !== null && told.revision !== undefined && kept.revision === told.revision;
  if (isSame || (kept.pipeline === told.pipeline && kept.version === told.version)) return [];
  const [recorded, reported] = [kept, told].map(({ pipeline, version }) => `${pipeline} ${version}`);
  return [`the run is recorded as ${recorded}, but Nextflow runs ${reported}`];
}

interface NamedVersion {
  readonly pipeline: string;
  readonly version: string;
  readonly revision: string | null;
}
