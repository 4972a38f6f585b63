import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { approverOf } from "../access/approval.ts";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toAssaySummary } from "./queries.ts";
import { type AssaySummary, DefinitionStatusSchema } from "./schema.ts";

/** What the list of assays can be narrowed to. */
export const AssayListQuerySchema = Type.Object(
  { ...pageQuery, name: Type.Optional(NameSchema), status: Type.Optional(DefinitionStatusSchema) },
  { additionalProperties: false },
);

type AssayListQuery = Static<typeof AssayListQuerySchema>;

/** A page of assays, by name and version. */
export async function listAssays(
  kysely: Kysely<Tables>,
  { name, status, limit, cursor }: AssayListQuery,
): Promise<{ items: AssaySummary[]; next: string | null }> {
  const after = readCursor(cursor, ["text", "integer"]);
  let rows = kysely.selectFrom("assay").select(columns).select(approverOf("assay", "assay.id").as("approved_by"));
  if (name !== undefined) rows = rows.where("name", "=", name);
  if (status !== undefined) rows = rows.where("status", "=", status);
  if (after !== null) rows = rows.where(sql<boolean>`(name, version) > (${after[0]}, ${after[1]}::integer)`);
  const found = await rows
    .orderBy("name")
    .orderBy("version")
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => [row.name, row.version], toAssaySummary);
}

const columns = [
  "id",
  "name",
  "version",
  "description",
  "is_example",
  "status",
  "content_sha256",
  "proposed_by",
  "created_at",
  "approved_at",
  "retired_at",
] as const;
