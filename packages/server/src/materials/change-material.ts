import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findMaterial } from "./queries.ts";
import type { Material, MaterialChange } from "./schema.ts";

/**
 * Changes a material, retires it, or takes it into use again. Publishes `material.changed`.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function changeMaterial(writing: Writing, id: string, change: MaterialChange): Promise<Answer<Material>> {
  const { transaction, at } = writing;
  const old = await findMaterial(transaction, id);
  const retiredAt = change.retired === true ? (old.retiredAt ?? at) : null;
  await transaction
    .updateTable("material")
    .set({
      ...(change.description === undefined ? {} : { description: change.description }),
      ...(change.expiresOn === undefined ? {} : { expires_on: change.expiresOn }),
      retired_at: change.retired === undefined ? old.retiredAt : retiredAt,
    })
    .where("id", "=", id)
    .execute();
  const body = await findMaterial(transaction, id);
  writing.record({ action: "material.change", subject: { kind: "material", id }, old, new: body });
  writing.publish({ topic: "material.changed", recordKind: "material", recordId: id, payload: body });
  return { status: 200, body };
}
