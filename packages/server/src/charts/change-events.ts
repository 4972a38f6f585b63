import type { Tables } from "@touchstone/store";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { momentOut } from "../http/field-schemas.ts";
import { type Chart, MOST_EVENTS } from "./schema.ts";

/** What a chart shows points of. */
export interface Charted {
  /** Times of its first and last point. */
  readonly from: Date;
  readonly to: Date;
  readonly assayIds: Iterable<string>;
  readonly instrumentIds: Iterable<string>;
  readonly pipelines: Iterable<string>;
  /** Whether the material that an event names is one of the chart's. */
  readonly isOfMaterial: RawBuilder<boolean>;
}

/** Changes in the time of the points that concern one of them; what an event does not name, it concerns whatever it is. */
export async function changeEventsOf(
  kysely: Kysely<Tables>,
  { from, to, assayIds, instrumentIds, pipelines, isOfMaterial }: Charted,
): Promise<Pick<Chart, "events" | "moreEvents">> {
  const rows = await kysely
    .selectFrom("change_event")
    .leftJoin("material", "material.id", "change_event.material_id")
    .leftJoin("pipeline_version", "pipeline_version.id", "change_event.pipeline_version_id")
    .select(["change_event.id", "kind", "happened_at", "change_event.description", "assay_id", "instrument_id"])
    .where("happened_at", ">=", from)
    .where("happened_at", "<=", to)
    .where(sql<boolean>`(assay_id is null or assay_id = any(${distinct(assayIds)}::uuid[]))`)
    .where(sql<boolean>`(instrument_id is null or instrument_id = any(${distinct(instrumentIds)}::uuid[]))`)
    .where(sql<boolean>`(pipeline_version_id is null or pipeline = any(${distinct(pipelines)}::text[]))`)
    .where(sql<boolean>`(material_id is null or ${isOfMaterial})`)
    .orderBy("happened_at", "desc")
    .orderBy("change_event.id", "desc")
    .limit(MOST_EVENTS + 1)
    .execute();
  const events = rows.slice(0, MOST_EVENTS).map((row) => ({
    id: row.id,
    kind: row.kind,
    time: momentOut(row.happened_at),
    description: row.description,
    assayId: row.assay_id,
    instrumentId: row.instrument_id,
  }));
  return { events: events.reverse(), moreEvents: rows.length > MOST_EVENTS };
}

function distinct(values: Iterable<string>): string[] {
  return [...new Set(values)];
}
