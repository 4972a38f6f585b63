import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { IdSchema, MomentInSchema, momentOut, momentOutOrNull, NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import type { MeasurementRecord } from "./schema.ts";

/** What the list of measurements can be narrowed to. */
export const MeasurementListQuerySchema = Type.Object(
  {
    ...pageQuery,
    runId: Type.Optional(IdSchema),
    materialId: Type.Optional(IdSchema),
    analyte: Type.Optional(NameSchema),
    level: Type.Optional(NameSchema),
    instrumentId: Type.Optional(IdSchema),
    reagentLotId: Type.Optional(IdSchema),
    measuredFrom: Type.Optional(MomentInSchema),
    measuredBefore: Type.Optional(MomentInSchema),
    includeSuperseded: Type.Boolean({
      default: false,
      description: "Whether those that were corrected are listed too.",
    }),
  },
  { additionalProperties: false },
);

type MeasurementListQuery = Static<typeof MeasurementListQuerySchema>;

/** The query of a page of measurements, the latest first. */
export function measurementListQuery(kysely: Kysely<Tables>, query: MeasurementListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectMeasurements(kysely);
  if (!query.includeSuperseded) rows = rows.where("measurement.superseded_at", "is", null);
  if (query.runId !== undefined) rows = rows.where("measurement.run_id", "=", query.runId);
  if (query.materialId !== undefined) rows = rows.where("measurement.material_id", "=", query.materialId);
  if (query.analyte !== undefined) rows = rows.where("measurement.analyte", "=", query.analyte);
  if (query.level !== undefined) rows = rows.where("measurement.level", "=", query.level);
  if (query.instrumentId !== undefined) rows = rows.where("measurement.instrument_id", "=", query.instrumentId);
  if (query.reagentLotId !== undefined) rows = rows.where("measurement.reagent_lot_id", "=", query.reagentLotId);
  if (query.measuredFrom !== undefined) {
    rows = rows.where("measurement.measured_at", ">=", new Date(query.measuredFrom));
  }
  if (query.measuredBefore !== undefined) {
    rows = rows.where("measurement.measured_at", "<", new Date(query.measuredBefore));
  }
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(measurement.measured_at, measurement.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return rows
    .orderBy("measurement.measured_at", "desc")
    .orderBy("measurement.id", "desc")
    .limit(query.limit + 1);
}

/** A page of measurements. */
export async function listMeasurements(
  kysely: Kysely<Tables>,
  query: MeasurementListQuery,
): Promise<{ items: MeasurementRecord[]; next: string | null }> {
  const rows = await measurementListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.measured_at.toISOString(), row.id], toMeasurement);
}

/** One measurement. @throws ServerError TS_NOT_FOUND. */
export async function findMeasurement(kysely: Kysely<Tables>, id: string): Promise<MeasurementRecord> {
  const row = await selectMeasurements(kysely).where("measurement.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("measurement", id);
  return toMeasurement(row);
}

function selectMeasurements(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("measurement")
    .innerJoin("run", "run.id", "measurement.run_id")
    .innerJoin("material", "material.id", "measurement.material_id")
    .leftJoin("instrument", "instrument.id", "measurement.instrument_id")
    .leftJoin("reagent_lot", "reagent_lot.id", "measurement.reagent_lot_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "measurement.pipeline_version_id")
    .leftJoin("measurement_exclusion as exclusion", (join) =>
      join.onRef("exclusion.measurement_id", "=", "measurement.id").on("exclusion.withdrawn_at", "is", null),
    )
    .leftJoin("signature", "signature.id", "exclusion.signature_id")
    .selectAll("measurement")
    .select([
      "exclusion.id as exclusion_id",
      "exclusion.reason as excluded_reason",
      "exclusion.excluded_at",
      "signature.printed_name as excluded_by",
      "run.name as run_name",
      "material.name as material_name",
      "material.lot as material_lot",
      "instrument.name as instrument_name",
      "reagent_lot.reagent",
      "reagent_lot.lot as reagent_lot",
      "pipeline_version.pipeline",
      "pipeline_version.version as pipeline_version",
    ]);
}

type MeasurementRow = Awaited<ReturnType<ReturnType<typeof selectMeasurements>["executeTakeFirstOrThrow"]>>;

function toMeasurement(row: MeasurementRow): MeasurementRecord {
  return {
    id: row.id,
    run: { id: row.run_id, name: row.run_name },
    material: { id: row.material_id, name: row.material_name, lot: row.material_lot },
    analyte: row.analyte,
    level: row.level,
    replicate: row.replicate,
    kind: row.kind,
    value: row.value,
    depth: row.depth,
    instrument: row.instrument_name,
    reagentLot: row.reagent === null ? null : { reagent: row.reagent, lot: row.reagent_lot ?? "" },
    pipelineVersion: row.pipeline === null ? null : { pipeline: row.pipeline, version: row.pipeline_version ?? "" },
    measuredAt: momentOut(row.measured_at),
    isImported: row.is_imported,
    supersedes: row.supersedes,
    supersededAt: momentOutOrNull(row.superseded_at),
    excluded: toExcluded(row),
    createdAt: momentOut(row.created_at),
  };
}

function toExcluded({ exclusion_id: id, excluded_reason, excluded_at, excluded_by }: MeasurementRow) {
  if (id === null || excluded_at === null) return null;
  return { id, by: excluded_by ?? "", at: momentOut(excluded_at), reason: excluded_reason ?? "" };
}
