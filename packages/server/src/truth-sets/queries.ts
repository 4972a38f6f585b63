import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import type { TruthSet } from "./schema.ts";

/** Truth sets with the material that they are of, as `toTruthSet` takes them. */
export function selectTruthSets(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("truth_set")
    .leftJoin("material", "material.id", "truth_set.material_id")
    .selectAll("truth_set")
    .select(["material.name as material_name", "material.lot as material_lot"]);
}

type TruthSetRow = Awaited<ReturnType<ReturnType<typeof selectTruthSets>["executeTakeFirstOrThrow"]>>;

/** A truth set as answers show it. */
export function toTruthSet(row: TruthSetRow): TruthSet {
  return {
    id: row.id,
    name: row.name,
    version: row.version,
    material:
      row.material_id === null ? null : { id: row.material_id, name: row.material_name ?? "", lot: row.material_lot },
    reference: row.reference,
    vcfSha256: row.vcf_sha256,
    regionsSha256: row.regions_sha256,
    createdAt: momentOut(row.created_at),
    retiredAt: momentOutOrNull(row.retired_at),
  };
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findTruthSet(kysely: Kysely<Tables>, id: string): Promise<TruthSet> {
  const row = await selectTruthSets(kysely).where("truth_set.id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("truth set", id);
  return toTruthSet(row);
}
