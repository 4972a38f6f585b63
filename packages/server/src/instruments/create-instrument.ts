import { newId } from "@touchstone/store";
import { requireSame } from "../catalogue/require-same.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findInstrument } from "./queries.ts";
import type { Instrument, NewInstrument } from "./schema.ts";

/**
 * Adds an instrument. The same one sent again gets the first answer. Publishes `instrument.created`.
 *
 * @throws ServerError TS_CONFLICT when it is there with other details.
 */
export async function createInstrument(writing: Writing, request: NewInstrument): Promise<Answer<Instrument>> {
  const { transaction, at } = writing;
  const first = await transaction
    .selectFrom("instrument")
    .select("id")
    .where("name", "=", request.name)
    .executeTakeFirst();
  if (first !== undefined) {
    const body = await findInstrument(transaction, first.id);
    requireSame(`instrument ${request.name}`, body, request);
    return { status: 200, body };
  }
  const id = newId();
  await transaction
    .insertInto("instrument")
    .values({
      id,
      name: request.name,
      model: request.model ?? null,
      serial_number: request.serialNumber ?? null,
      created_at: at,
    })
    .execute();
  const body = await findInstrument(transaction, id);
  writing.record({ action: "instrument.create", subject: { kind: "instrument", id }, new: body });
  writing.publish({ topic: "instrument.created", recordKind: "instrument", recordId: id, payload: body });
  return { status: 201, body };
}
