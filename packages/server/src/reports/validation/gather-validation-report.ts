import type { ValidationInput, ValidationRun } from "@touchstone/report";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { approvalOf } from "../../access/approval.ts";
import { findAssay } from "../../assays/queries.ts";
import { notFound, ServerError } from "../../error.ts";
import { momentOut } from "../../http/field-schemas.ts";
import { toSubstitutions } from "../../runs/queries.ts";
import { selectTruthSets, toTruthSet } from "../../truth-sets/queries.ts";
import { judgedCriteria } from "./judged-criteria.ts";
import { comparisonsOfVersion } from "./validation-comparisons.ts";
import { studiesOfRuns } from "./validation-studies.ts";

/** Which validation is asked for. */
export interface ValidationQuery {
  readonly assay: string;
  /** The version in force unless given. */
  readonly version?: number;
  readonly pipelineVersionId: string;
  /** When the runs that are part of it were performed: from a moment on, and before another one; all unless given. */
  readonly performedFrom?: string;
  readonly performedBefore?: string;
}

/**
 * What the validation of a pipeline version for an assay is made of.
 *
 * @throws ServerError TS_NOT_FOUND when there is no such pipeline version, or no such version of the assay.
 */
export async function gatherValidationReport(
  kysely: Kysely<Tables>,
  query: ValidationQuery,
  { touchstone, now }: { touchstone: string; now: Date },
): Promise<ValidationInput> {
  const pipelineVersion = await kysely
    .selectFrom("pipeline_version")
    .select(["id", "pipeline", "version", "revision"])
    .where("id", "=", query.pipelineVersionId)
    .executeTakeFirst();
  if (pipelineVersion === undefined) throw notFound("pipeline version", query.pipelineVersionId);
  const assay = await findAssay(kysely, await assayIdOf(kysely, query));
  const runs = await runsOf(kysely, assay.id, query);
  const runIds = runs.map(({ id }) => id);
  const comparisons = await comparisonsOfVersion(kysely, runIds);
  const truthSetIds = [...new Set(comparisons.map(({ truthSet }) => truthSet.id))];
  const truthSets = await selectTruthSets(kysely)
    .where("truth_set.id", "=", sql<string>`any(${truthSetIds}::uuid[])`)
    .orderBy("truth_set.name")
    .orderBy("truth_set.version")
    .execute();
  return {
    assay: {
      ...assay,
      obstacles: assay.obstacles.map(({ message }) => message),
      approval: await approvalOf(kysely, "assay", assay.id),
    },
    pipelineVersion,
    runs,
    truthSets: truthSets.map(toTruthSet),
    comparisons,
    criteria: await judgedCriteria(kysely, assay.id, comparisons),
    studies: await studiesOfRuns(kysely, runIds),
    otherRuns: (await countRuns(kysely, pipelineVersion.id)) - runs.length,
    madeAt: momentOut(now),
    touchstone,
  };
}

async function assayIdOf(kysely: Kysely<Tables>, { assay, version }: ValidationQuery): Promise<string> {
  const found = await kysely
    .selectFrom("assay")
    .select("id")
    .where("name", "=", assay)
    .$if(version !== undefined, (rows) => rows.where("version", "=", version ?? 0))
    .orderBy("status") // approved before draft and retired
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  if (found !== undefined) return found.id;
  const what = version === undefined ? `assay ${assay}` : `version ${version} of assay ${assay}`;
  throw new ServerError("TS_NOT_FOUND", `there is no ${what}`);
}

async function runsOf(
  kysely: Kysely<Tables>,
  assayId: string,
  { pipelineVersionId, performedFrom, performedBefore }: ValidationQuery,
): Promise<(ValidationRun & { readonly id: string })[]> {
  const rows = await kysely
    .selectFrom("run")
    .leftJoin("instrument", "instrument.id", "run.instrument_id")
    .select(["run.id", "run.name", "run.performed_at", "run.status", "run.inputs_sha256", "run.is_imported"])
    .select("run.substitutions")
    .select("instrument.name as instrument")
    .where("run.pipeline_version_id", "=", pipelineVersionId)
    .where("run.assay_id", "=", assayId)
    .$if(performedFrom !== undefined, (some) => some.where("run.performed_at", ">=", new Date(performedFrom ?? 0)))
    .$if(performedBefore !== undefined, (some) => some.where("run.performed_at", "<", new Date(performedBefore ?? 0)))
    .orderBy("run.performed_at")
    .orderBy("run.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    performedAt: momentOut(row.performed_at),
    status: row.status,
    instrument: row.instrument,
    inputsSha256: row.inputs_sha256,
    isImported: row.is_imported,
    substitutions: toSubstitutions(row.substitutions),
  }));
}

async function countRuns(kysely: Kysely<Tables>, pipelineVersionId: string): Promise<number> {
  const { n } = await kysely
    .selectFrom("run")
    .select(sql<number>`count(*)::int`.as("n"))
    .where("pipeline_version_id", "=", pipelineVersionId)
    .executeTakeFirstOrThrow();
  return n;
}
