import type { InstrumentTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { Instrument } from "./schema.ts";

/** An instrument as answers show it. */
export function toInstrument(row: Selectable<InstrumentTable>): Instrument {
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    serialNumber: row.serial_number,
    createdAt: momentOut(row.created_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findInstrument(kysely: Kysely<Tables>, id: string): Promise<Instrument> {
  const row = await kysely.selectFrom("instrument").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("instrument", id);
  return toInstrument(row);
}
