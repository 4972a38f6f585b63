import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { DefinitionStatusSchema } from "../assays/schema.ts";
import { IdSchema, NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { selectBaselines, toBaselineSummary } from "./queries.ts";
import type { BaselineSummary } from "./schema.ts";

/** What the list of baselines can be narrowed to. */
export const BaselineListQuerySchema = Type.Object(
  {
    ...pageQuery,
    name: Type.Optional(NameSchema),
    status: Type.Optional(DefinitionStatusSchema),
    assayId: Type.Optional(IdSchema),
  },
  { additionalProperties: false },
);

type BaselineListQuery = Static<typeof BaselineListQuerySchema>;

/** A page of baselines, by name and version. */
export async function listBaselines(
  kysely: Kysely<Tables>,
  { name, status, assayId, limit, cursor }: BaselineListQuery,
): Promise<{ items: BaselineSummary[]; next: string | null }> {
  const after = readCursor(cursor, ["text", "integer"]);
  let rows = selectBaselines(kysely);
  if (name !== undefined) rows = rows.where("baseline.name", "=", name);
  if (status !== undefined) rows = rows.where("baseline.status", "=", status);
  if (assayId !== undefined) rows = rows.where("baseline.assay_id", "=", assayId);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(baseline.name, baseline.version) > (${after[0]}, ${after[1]}::integer)`);
  }
  const found = await rows
    .orderBy("baseline.name")
    .orderBy("baseline.version")
    .limit(limit + 1)
    .execute();
  return toPage(found, limit, (row) => [row.name, row.version], toBaselineSummary);
}
