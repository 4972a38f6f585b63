import { newId } from "@touchstone/store";
import { requireSame } from "../catalogue/require-same.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findReagentLot } from "./queries.ts";
import type { NewReagentLot, ReagentLot } from "./schema.ts";

/**
 * Adds a reagent lot. The same one sent again gets the first answer. Publishes `reagent-lot.created`.
 *
 * @throws ServerError TS_CONFLICT when it is there with other details.
 */
export async function createReagentLot(writing: Writing, request: NewReagentLot): Promise<Answer<ReagentLot>> {
  const { transaction, at } = writing;
  const first = await transaction
    .selectFrom("reagent_lot")
    .select("id")
    .where("reagent", "=", request.reagent)
    .where("lot", "=", request.lot)
    .executeTakeFirst();
  if (first !== undefined) {
    const body = await findReagentLot(transaction, first.id);
    requireSame(`reagent lot ${request.reagent} ${request.lot}`, body, {
      ...request,
      ...(request.openedAt === undefined ? {} : { openedAt: new Date(request.openedAt).toISOString() }),
    });
    return { status: 200, body };
  }
  const id = newId();
  await transaction
    .insertInto("reagent_lot")
    .values({
      id,
      reagent: request.reagent,
      lot: request.lot,
      expires_on: request.expiresOn ?? null,
      opened_at: request.openedAt === undefined ? null : new Date(request.openedAt),
      created_at: at,
    })
    .execute();
  const body = await findReagentLot(transaction, id);
  writing.record({ action: "reagent lot.create", subject: { kind: "reagent lot", id }, new: body });
  writing.publish({ topic: "reagent-lot.created", recordKind: "reagent lot", recordId: id, payload: body });
  return { status: 201, body };
}
