import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { describeThreshold } from "./approve-threshold.ts";
import { findThreshold } from "./queries.ts";
import type { ThresholdRecord } from "./schema.ts";

/**
 * Ends the use of a threshold. What was judged by it stays.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is retired.
 */
export async function retireThreshold(writing: Writing, id: string, reason: string): Promise<Answer<ThresholdRecord>> {
  const { transaction, at } = writing;
  const old = await findThreshold(transaction, id);
  const what = describeThreshold(old);
  if (old.status === "retired") throw new ServerError("TS_CONFLICT", `${what} is retired already`);
  await transaction.updateTable("threshold").set({ status: "retired", retired_at: at }).where("id", "=", id).execute();
  const body = await findThreshold(transaction, id);
  writing.record({ action: "threshold.retire", subject: { kind: "threshold", id }, old, new: body, reason });
  writing.publish({ topic: "threshold.retired", recordKind: "threshold", recordId: id, payload: { id, what } });
  return { status: 200, body };
}
