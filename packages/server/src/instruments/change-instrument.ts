import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findInstrument } from "./queries.ts";
import type { Instrument, InstrumentChange } from "./schema.ts";

/**
 * Changes an instrument, retires it, or takes it into use again. Publishes `instrument.changed`.
 *
 * @throws ServerError TS_NOT_FOUND.
 */
export async function changeInstrument(
  writing: Writing,
  id: string,
  change: InstrumentChange,
): Promise<Answer<Instrument>> {
  const { transaction, at } = writing;
  const old = await findInstrument(transaction, id);
  const retiredAt = change.retired === true ? (old.retiredAt ?? at) : null;
  await transaction
    .updateTable("instrument")
    .set({
      ...(change.model === undefined ? {} : { model: change.model }),
      ...(change.serialNumber === undefined ? {} : { serial_number: change.serialNumber }),
      retired_at: change.retired === undefined ? old.retiredAt : retiredAt,
    })
    .where("id", "=", id)
    .execute();
  const body = await findInstrument(transaction, id);
  writing.record({ action: "instrument.change", subject: { kind: "instrument", id }, old, new: body });
  writing.publish({ topic: "instrument.changed", recordKind: "instrument", recordId: id, payload: body });
  return { status: 200, body };
}
