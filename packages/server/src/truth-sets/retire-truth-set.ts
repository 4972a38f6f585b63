import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findTruthSet } from "./queries.ts";
import type { TruthSet } from "./schema.ts";

/**
 * Ends the use of a truth set: comparisons that are made from now on may not name it. Those that were stay.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is retired.
 */
export async function retireTruthSet(writing: Writing, id: string, reason: string): Promise<Answer<TruthSet>> {
  const { transaction, at } = writing;
  const old = await findTruthSet(transaction, id);
  const { name, version } = old;
  if (old.retiredAt !== null) throw new ServerError("TS_CONFLICT", `truth set ${name} ${version} is retired already`);
  await transaction.updateTable("truth_set").set({ retired_at: at }).where("id", "=", id).execute();
  const body = await findTruthSet(transaction, id);
  writing.record({ action: "truth set.retire", subject: { kind: "truth set", id }, old, new: body, reason });
  writing.publish({
    topic: "truth set.retired",
    recordKind: "truth set",
    recordId: id,
    payload: { id, name, version },
  });
  return { status: 200, body };
}
