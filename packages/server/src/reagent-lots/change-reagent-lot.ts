import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findReagentLot } from "./queries.ts";
import type { ReagentLot, ReagentLotChange } from "./schema.ts";

/**
 * Changes a reagent lot, retires it, or takes it into use again. Publishes `reagent-lot.changed`.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function changeReagentLot(
  writing: Writing,
  id: string,
  change: ReagentLotChange,
): Promise<Answer<ReagentLot>> {
  const { transaction, at } = writing;
  const old = await findReagentLot(transaction, id);
  const retiredAt = change.retired === true ? (old.retiredAt ?? at) : null;
  await transaction
    .updateTable("reagent_lot")
    .set({
      ...(change.expiresOn === undefined ? {} : { expires_on: change.expiresOn }),
      ...(change.openedAt === undefined
        ? {}
        : { opened_at: change.openedAt === null ? null : new Date(change.openedAt) }),
      retired_at: change.retired === undefined ? old.retiredAt : retiredAt,
    })
    .where("id", "=", id)
    .execute();
  const body = await findReagentLot(transaction, id);
  writing.record({ action: "reagent lot.change", subject: { kind: "reagent lot", id }, old, new: body });
  writing.publish({ topic: "reagent-lot.changed", recordKind: "reagent lot", recordId: id, payload: body });
  return { status: 200, body };
}
