import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { DaySchema } from "../http/day-schema.ts";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toMaterial } from "./queries.ts";
import { type Material, MaterialSchema } from "./schema.ts";

/** What the list of materials can be narrowed to. */
export const MaterialListQuerySchema = Type.Object(
  {
    ...pageQuery,
    name: Type.Optional(NameSchema),
    use: Type.Optional(MaterialSchema.properties.use),
    expiresBefore: Type.Optional(DaySchema),
    retired: Type.Optional(Type.Boolean({ description: "true: only what is retired; false: only what is in use." })),
  },
  { additionalProperties: false },
);

type MaterialListQuery = Static<typeof MaterialListQuerySchema>;

/** The query of a page of materials, by name. */
export function materialListQuery(kysely: Kysely<Tables>, query: MaterialListQuery) {
  const after = readCursor(query.cursor, ["text", "id"]);
  let rows = kysely.selectFrom("material").selectAll();
  if (query.name !== undefined) rows = rows.where("name", "=", query.name);
  if (query.use !== undefined) rows = rows.where("use", "=", query.use);
  if (query.expiresBefore !== undefined) rows = rows.where("expires_on", "<", query.expiresBefore);
  if (query.retired !== undefined) rows = rows.where("retired_at", query.retired ? "is not" : "is", null);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(name, id) > (${after[0]}::text, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("name")
    .orderBy("id")
    .limit(query.limit + 1);
}

/** A page of materials. */
export async function listMaterials(
  kysely: Kysely<Tables>,
  query: MaterialListQuery,
): Promise<{ items: Material[]; next: string | null }> {
  const rows = await materialListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.name, row.id], toMaterial);
}
