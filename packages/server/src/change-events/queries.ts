import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { notFound } from "../error.ts";
import { momentOut } from "../http/field-schemas.ts";
import { personOf } from "../principals/person.ts";
import type { ChangeEvent } from "./schema.ts";

/** Change events with what they name, as `toChangeEvent` takes them. */
export function selectChangeEvents(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("change_event")
    .leftJoin("assay", "assay.id", "change_event.assay_id")
    .leftJoin("instrument", "instrument.id", "change_event.instrument_id")
    .leftJoin("reagent_lot", "reagent_lot.id", "change_event.reagent_lot_id")
    .leftJoin("material", "material.id", "change_event.material_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "change_event.pipeline_version_id")
    .selectAll("change_event")
    .select([
      "assay.name as assay_name",
      "assay.version as assay_version",
      "instrument.name as instrument_name",
      "reagent_lot.reagent",
      "reagent_lot.lot",
      "material.name as material_name",
      "material.lot as material_lot",
      "pipeline_version.pipeline",
      "pipeline_version.version as pipeline_version",
      personOf("change_event.recorded_by").as("recorded_by_person"),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectChangeEvents>["executeTakeFirstOrThrow"]>>;

/** A change event as answers show it. */
export function toChangeEvent(row: Row): ChangeEvent {
  const { assay_id: assayId, instrument_id: instrumentId, reagent_lot_id: lotId, material_id: materialId } = row;
  const versionId = row.pipeline_version_id;
  return {
    id: row.id,
    kind: row.kind,
    happenedAt: momentOut(row.happened_at),
    description: row.description,
    assay: assayId === null ? null : { id: assayId, name: row.assay_name ?? "", version: row.assay_version ?? 0 },
    instrument: instrumentId === null ? null : { id: instrumentId, name: row.instrument_name ?? "" },
    reagentLot: lotId === null ? null : { id: lotId, reagent: row.reagent ?? "", lot: row.lot ?? "" },
    material: materialId === null ? null : { id: materialId, name: row.material_name ?? "", lot: row.material_lot },
    pipelineVersion:
      versionId === null ? null : { id: versionId, pipeline: row.pipeline ?? "", version: row.pipeline_version ?? "" },
    recordedBy: row.recorded_by_person,
    createdAt: momentOut(row.created_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findChangeEvent(kysely: Kysely<Tables>, id: string): Promise<ChangeEvent> {
  const row = await selectChangeEvents(kysely).where("change_event.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("change event", id);
  return toChangeEvent(row);
}
