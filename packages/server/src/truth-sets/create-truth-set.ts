import { newId, type Tables } from "@touchstone/store";
import type { Kysely } from "kysely";
import { invalidField, ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findTruthSet, selectTruthSets, toTruthSet } from "./queries.ts";
import type { NewTruthSet, TruthSet } from "./schema.ts";

/**
 * Adds a truth set. The same one sent again gets the first answer.
 *
 * @throws ServerError TS_CONFLICT when the version is there with other files, TS_REQUEST_INVALID for a material that is
 *   not there.
 */
export async function createTruthSet(writing: Writing, request: NewTruthSet): Promise<Answer<TruthSet>> {
  const { transaction, at } = writing;
  const { name, version, reference, vcfSha256 } = request;
  const materialId = request.material === undefined ? null : await findMaterialId(transaction, request.material);
  const first = await selectTruthSets(transaction)
    .where("truth_set.name", "=", name)
    .where("truth_set.version", "=", version)
    .executeTakeFirst();
  if (first !== undefined) {
    const body = toTruthSet(first);
    const difference = differenceOf(body, request, materialId);
    if (difference === null) return { status: 200, body };
    const message = `there is a truth set ${name} ${version} with another ${difference}`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: `/body/${difference}`, message }] });
  }
  const id = newId();
  await transaction
    .insertInto("truth_set")
    .values({
      id,
      name,
      version,
      material_id: materialId,
      reference,
      vcf_sha256: vcfSha256,
      regions_sha256: request.regionsSha256 ?? null,
      created_at: at,
    })
    .execute();
  const body = await findTruthSet(transaction, id);
  writing.record({ action: "truth set.create", subject: { kind: "truth set", id }, new: body });
  writing.publish({
    topic: "truth set.created",
    recordKind: "truth set",
    recordId: id,
    payload: { id, name, version },
  });
  return { status: 201, body };
}

function differenceOf(kept: TruthSet, said: NewTruthSet, materialId: string | null): keyof NewTruthSet | null {
  if (kept.vcfSha256 !== said.vcfSha256) return "vcfSha256";
  if (kept.regionsSha256 !== (said.regionsSha256 ?? null)) return "regionsSha256";
  if (kept.reference !== said.reference) return "reference";
  return (kept.material?.id ?? null) === materialId ? null : "material";
}

async function findMaterialId(
  kysely: Kysely<Tables>,
  { name, lot }: NonNullable<NewTruthSet["material"]>,
): Promise<string> {
  const found = await kysely
    .selectFrom("material")
    .select("id")
    .where("name", "=", name)
    .where("lot", lot === undefined ? "is" : "=", lot ?? null)
    .executeTakeFirst();
  if (found !== undefined) return found.id;
  const what = lot === undefined ? `material ${name} without a lot` : `lot ${lot} of material ${name}`;
  throw invalidField("/body/material", `there is no ${what}; add it first (POST /api/v1/materials)`);
}
