import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { readCursor } from "../http/page.ts";
import type { Run } from "./schema.ts";
import type { Substitution, ToolVersion } from "./tools-schema.ts";

/** Runs with what they name, as `toRun` takes them. */
export function selectRuns(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("run")
    .leftJoin("assay", "assay.id", "run.assay_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "run.pipeline_version_id")
    .leftJoin("instrument", "instrument.id", "run.instrument_id")
    .selectAll("run")
    .select([
      "assay.name as assay_name",
      "assay.version as assay_version",
      "pipeline_version.pipeline",
      "pipeline_version.version as pipeline_version",
      "pipeline_version.revision as pipeline_revision",
      "instrument.name as instrument_name",
      sql<string[]>`array(
        select sample.name::text from run_sample join sample on sample.id = run_sample.sample_id
        where run_sample.run_id = run.id order by sample.name
      )`.as("samples"),
      sql<{ reagent: string; lot: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('reagent', reagent, 'lot', lot) order by reagent, lot)
        from run_reagent_lot join reagent_lot on reagent_lot.id = run_reagent_lot.reagent_lot_id
        where run_reagent_lot.run_id = run.id
      ), '[]')`.as("reagent_lots"),
    ]);
}

type RunRow = Awaited<ReturnType<ReturnType<typeof selectRuns>["executeTakeFirstOrThrow"]>>;

/** The page of such runs after its cursor, by the time at which they were performed, and one row more. */
export function pageByTime(
  runs: ReturnType<typeof selectRuns>,
  { cursor, sort, limit }: { readonly cursor?: string; readonly sort: string; readonly limit: number },
) {
  const direction = sort === "performedAt" ? "asc" : "desc";
  const after = readCursor(cursor, ["moment", "id"]);
  const comparison = sql.raw(direction === "asc" ? ">" : "<");
  const rest =
    after === null
      ? runs
      : runs.where(
          sql<boolean>`(run.performed_at, run.id) ${comparison} (${after[0]}::timestamptz, ${after[1]}::uuid)`,
        );
  return rest
    .orderBy("run.performed_at", direction)
    .orderBy("run.id", direction)
    .limit(limit + 1);
}

/** A run as answers show it. */
export function toRun(row: RunRow): Run {
  return {
    id: row.id,
    name: row.name,
    assay:
      row.assay_id === null ? null : { id: row.assay_id, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    pipelineVersion:
      row.pipeline_version_id === null
        ? null
        : {
            id: row.pipeline_version_id,
            pipeline: row.pipeline ?? "",
            version: row.pipeline_version ?? "",
            revision: row.pipeline_revision,
          },
    instrument: row.instrument_id === null ? null : { id: row.instrument_id, name: row.instrument_name ?? "" },
    samples: row.samples,
    reagentLots: row.reagent_lots,
    nextflowId: row.nextflow_id,
    inputsSha256: row.inputs_sha256,
    parameters: row.parameters,
    toolVersions: row.tool_versions as ToolVersion[] | null,
    substitutions: toSubstitutions(row.substitutions),
    isImported: row.is_imported,
    performedAt: momentOut(row.performed_at),
    status: row.status,
    startedAt: momentOutOrNull(row.started_at),
    finishedAt: momentOutOrNull(row.finished_at),
    failure: row.failure,
    proposedDisposition: row.proposed_disposition,
    proposalReasons: row.proposal_reasons ?? [],
    disposition: row.disposition,
    revision: row.revision,
    createdAt: momentOut(row.created_at),
  };
}

type StoredSubstitution = Omit<Substitution, "sentence">;

/** Those of a run as they are stored; null where nothing says. */
export function toSubstitutions(stored: unknown): Substitution[] | null {
  return (stored as StoredSubstitution[] | null)?.map(toSubstitution) ?? null;
}

function toSubstitution(stored: StoredSubstitution): Substitution {
  const { standsFor, used, version } = stored;
  return { ...stored, sentence: `${used}${version === null ? "" : ` ${version}`} stood in for ${standsFor}.` };
}

/**
 * A run by its id or its name.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function findRun(kysely: Kysely<Tables>, idOrName: string): Promise<Run> {
  const row = await selectRuns(kysely)
    .where(UUID.test(idOrName) ? "run.id" : "run.name", "=", idOrName)
    .executeTakeFirst();
  if (row === undefined) throw notFound("run", idOrName);
  return toRun(row);
}

/**
 * The same, when only what it is known by is asked for.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function findRunKey(kysely: Kysely<Tables>, idOrName: string): Promise<RunKey> {
  const row = await kysely
    .selectFrom("run")
    .select(["id", "name"])
    .where(UUID.test(idOrName) ? "id" : "name", "=", idOrName)
    .executeTakeFirst();
  if (row === undefined) throw notFound("run", idOrName);
  return row;
}

/** What a run is known by. */
export interface RunKey {
  readonly id: string;
  readonly name: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
