import { type Static, Type } from "@sinclair/typebox";
import type { Tables } from "@touchstone/store";
import { type Kysely, sql } from "kysely";
import { DaySchema } from "../http/day-schema.ts";
import { NameSchema } from "../http/field-schemas.ts";
import { pageQuery, readCursor, toPage } from "../http/page.ts";
import { toReagentLot } from "./queries.ts";
import type { ReagentLot } from "./schema.ts";

/** What the list of reagent lots can be narrowed to. */
export const ReagentLotListQuerySchema = Type.Object(
  {
    ...pageQuery,
    reagent: Type.Optional(NameSchema),
    expiresBefore: Type.Optional(DaySchema),
    retired: Type.Optional(Type.Boolean({ description: "true: only what is retired; false: only what is in use." })),
  },
  { additionalProperties: false },
);

type ReagentLotListQuery = Static<typeof ReagentLotListQuerySchema>;

/** The query of a page of reagent lots, by reagent and lot. */
export function reagentLotListQuery(kysely: Kysely<Tables>, query: ReagentLotListQuery) {
  const after = readCursor(query.cursor, ["text", "text", "id"]);
  let rows = kysely.selectFrom("reagent_lot").selectAll();
  if (query.reagent !== undefined) rows = rows.where("reagent", "=", query.reagent);
  if (query.expiresBefore !== undefined) rows = rows.where("expires_on", "<", query.expiresBefore);
  if (query.retired !== undefined) rows = rows.where("retired_at", query.retired ? "is not" : "is", null);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(reagent, lot, id) > (${after[0]}::text, ${after[1]}::text, ${after[2]}::uuid)`);
  }
  return rows
    .orderBy("reagent")
    .orderBy("lot")
    .orderBy("id")
    .limit(query.limit + 1);
}

/** A page of reagent lots. */
export async function listReagentLots(
  kysely: Kysely<Tables>,
  query: ReagentLotListQuery,
): Promise<{ items: ReagentLot[]; next: string | null }> {
  const rows = await reagentLotListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.reagent, row.lot, row.id], toReagentLot);
}
