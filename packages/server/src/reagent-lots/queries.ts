import type { ReagentLotTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { ReagentLot } from "./schema.ts";

/** A reagent lot as answers show it. */
export function toReagentLot(row: Selectable<ReagentLotTable>): ReagentLot {
  return {
    id: row.id,
    reagent: row.reagent,
    lot: row.lot,
    expiresOn: row.expires_on,
    openedAt: momentOutOrNull(row.opened_at),
    createdAt: momentOut(row.created_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findReagentLot(kysely: Kysely<Tables>, id: string): Promise<ReagentLot> {
  const row = await kysely.selectFrom("reagent_lot").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("reagent lot", id);
  return toReagentLot(row);
}
