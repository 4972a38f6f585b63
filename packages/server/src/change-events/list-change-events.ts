import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { IdSchema, MomentInSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectChangeEvents, toChangeEvent } from "./queries.ts";
import { type ChangeEvent, ChangeEventSchema } from "./schema.ts";

/** What the list of change events can be narrowed to. */
export const ChangeEventListQuerySchema = Type.Object(
  {
    ...pageQuery,
    kind: Type.Optional(ChangeEventSchema.properties.kind),
    assayId: Type.Optional(IdSchema),
    instrumentId: Type.Optional(IdSchema),
    happenedFrom: Type.Optional(MomentInSchema),
    happenedBefore: Type.Optional(MomentInSchema),
  },
  { additionalProperties: false },
);

type ChangeEventListQuery = Static<typeof ChangeEventListQuerySchema>;

/** The query of a page of change events, the last first. */
export function changeEventListQuery(kysely: Kysely<Tables>, query: ChangeEventListQuery) {
  const { kind, assayId, instrumentId, happenedFrom, happenedBefore } = query;
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = selectChangeEvents(kysely);
  if (kind !== undefined) rows = rows.where("change_event.kind", "=", kind);
  if (assayId !== undefined) rows = rows.where("change_event.assay_id", "=", assayId);
  if (instrumentId !== undefined) rows = rows.where("change_event.instrument_id", "=", instrumentId);
  if (happenedFrom !== undefined) rows = rows.where("change_event.happened_at", ">=", new Date(happenedFrom));
  if (happenedBefore !== undefined) rows = rows.where("change_event.happened_at", "<", new Date(happenedBefore));
  if (after !== null) {
    rows = rows.where(
      sql<boolean>`(change_event.happened_at, change_event.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
    );
  }
  return rows
    .orderBy("change_event.happened_at", "desc")
    .orderBy("change_event.id", "desc")
    .limit(query.limit + 1);
}

/** A page of change events. */
export async function listChangeEvents(
  kysely: Kysely<Tables>,
  query: ChangeEventListQuery,
): Promise<{ items: ChangeEvent[]; next: string | null }> {
  const rows = await changeEventListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.happened_at.toISOString(), row.id], toChangeEvent);
}
