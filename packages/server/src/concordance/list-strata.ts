import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { notFound } from "../error.ts";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toStratum } from "./queries.ts";
import type { Stratum } from "./schema.ts";

/** What the rows of a comparison can be narrowed to. */
export const StratumListQuerySchema = Type.Object(
  {
    ...pageQuery,
    variantType: Type.Optional(NameSchema),
    subtype: Type.Optional(NameSchema),
    stratum: Type.Optional(NameSchema),
    filter: Type.Optional(NameSchema),
  },
  { additionalProperties: false },
);

type StratumListQuery = Static<typeof StratumListQuerySchema>;

/** The query of a page of a comparison's rows, in the order of type, subtype, stratum and filter. */
export function stratumListQuery(kysely: Kysely<Tables>, comparisonId: string, query: StratumListQuery) {
  const after = readCursor(query.cursor, ["text", "text", "text", "text"]);
  let rows = kysely.selectFrom("comparison_stratum").selectAll().where("comparison_id", "=", comparisonId);
  if (query.variantType !== undefined) rows = rows.where("variant_type", "=", query.variantType);
  if (query.subtype !== undefined) rows = rows.where("subtype", "=", query.subtype);
  if (query.stratum !== undefined) rows = rows.where("stratum", "=", query.stratum);
  if (query.filter !== undefined) rows = rows.where("filter", "=", query.filter);
  if (after !== null) {
    const [variantType, subtype, stratum, filter] = after;
    rows = rows.where(
      sql<boolean>`(variant_type, subtype, stratum, filter) > (${variantType}, ${subtype}, ${stratum}, ${filter})`,
    );
  }
  return rows
    .orderBy("variant_type")
    .orderBy("subtype")
    .orderBy("stratum")
    .orderBy("filter")
    .limit(query.limit + 1);
}

/** A page of a comparison's rows. @throws ServerError TS_NOT_FOUND. */
export async function listStrata(
  kysely: Kysely<Tables>,
  comparisonId: string,
  query: StratumListQuery,
): Promise<{ items: Stratum[]; next: string | null }> {
  await requireComparison(kysely, comparisonId);
  const rows = await stratumListQuery(kysely, comparisonId, query).execute();
  return toPage(rows, query.limit, (row) => [row.variant_type, row.subtype, row.stratum, row.filter], toStratum);
}

/** @throws ServerError TS_NOT_FOUND: no rows of a comparison that is not there are not the same as none. */
export async function requireComparison(kysely: Kysely<Tables>, id: string): Promise<void> {
  const found = await kysely.selectFrom("comparison").select("id").where("id", "=", id).executeTakeFirst();
  if (found === undefined) throw notFound("comparison", id);
}
