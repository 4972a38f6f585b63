import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toInstrument } from "./queries.ts";
import type { Instrument } from "./schema.ts";

/** What the list of instruments can be narrowed to. */
export const InstrumentListQuerySchema = Type.Object(
  {
    ...pageQuery,
    model: Type.Optional(NameSchema),
    retired: Type.Optional(Type.Boolean({ description: "true: only what is retired; false: only what is in use." })),
  },
  { additionalProperties: false },
);

type InstrumentListQuery = Static<typeof InstrumentListQuerySchema>;

/** The query of a page of instruments, by name. */
export function instrumentListQuery(kysely: Kysely<Tables>, query: InstrumentListQuery) {
  const after = readCursor(query.cursor, ["text", "id"]);
  let rows = kysely.selectFrom("instrument").selectAll();
  if (query.model !== undefined) rows = rows.where("model", "=", query.model);
  if (query.retired !== undefined) rows = rows.where("retired_at", query.retired ? "is not" : "is", null);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(name, id) > (${after[0]}::text, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("name")
    .orderBy("id")
    .limit(query.limit + 1);
}

/** A page of instruments. */
export async function listInstruments(
  kysely: Kysely<Tables>,
  query: InstrumentListQuery,
): Promise<{ items: Instrument[]; next: string | null }> {
  const rows = await instrumentListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.name, row.id], toInstrument);
}
