import { newId } from "@touchstone/store";
import { requireSame } from "../catalogue/require-same.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findMaterial } from "./queries.ts";
import type { Material, NewMaterial } from "./schema.ts";

/**
 * Adds a material. The same one sent again gets the first answer. Publishes `material.created`.
 *
 * @throws ServerError TS_CONFLICT when it is there with other details.
 */
export async function createMaterial(writing: Writing, request: NewMaterial): Promise<Answer<Material>> {
  const { transaction, at } = writing;
  const first = await transaction
    .selectFrom("material")
    .select("id")
    .where("name", "=", request.name)
    .where("lot", "is not distinct from", request.lot ?? null)
    .executeTakeFirst();
  if (first !== undefined) {
    const body = await findMaterial(transaction, first.id);
    requireSame(`material ${request.name}${request.lot === undefined ? "" : ` ${request.lot}`}`, body, request);
    return { status: 200, body };
  }
  const id = newId();
  await transaction
    .insertInto("material")
    .values({
      id,
      name: request.name,
      lot: request.lot ?? null,
      use: request.use,
      description: request.description ?? null,
      expires_on: request.expiresOn ?? null,
      created_at: at,
    })
    .execute();
  const body = await findMaterial(transaction, id);
  writing.record({ action: "material.create", subject: { kind: "material", id }, new: body });
  writing.publish({ topic: "material.created", recordKind: "material", recordId: id, payload: body });
  return { status: 201, body };
}
