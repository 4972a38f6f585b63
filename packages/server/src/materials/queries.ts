import type { MaterialTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { Material } from "./schema.ts";

/** A material as answers show it. */
export function toMaterial(row: Selectable<MaterialTable>): Material {
  return {
    id: row.id,
    name: row.name,
    lot: row.lot,
    use: row.use,
    description: row.description,
    expiresOn: row.expires_on,
    createdAt: momentOut(row.created_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findMaterial(kysely: Kysely<Tables>, id: string): Promise<Material> {
  const row = await kysely.selectFrom("material").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("material", id);
  return toMaterial(row);
}
