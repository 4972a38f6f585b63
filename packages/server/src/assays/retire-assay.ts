import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findAssay } from "./queries.ts";
import type { AssayRecord } from "./schema.ts";

/**
 * Ends the use of an assay: runs name it no more unless they name its version. What was judged by it stays.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is retired.
 */
export async function retireAssay(writing: Writing, id: string, reason: string): Promise<Answer<AssayRecord>> {
  const { transaction, at } = writing;
  const old = await findAssay(transaction, id);
  const { name, version } = old;
  if (old.status === "retired")
    throw new ServerError("TS_CONFLICT", `version ${version} of ${name} is retired already`);
  await transaction.updateTable("assay").set({ status: "retired", retired_at: at }).where("id", "=", id).execute();
  const body = await findAssay(transaction, id);
  writing.record({ action: "assay.retire", subject: { kind: "assay", id }, old, new: body, reason });
  writing.publish({ topic: "assay.retired", recordKind: "assay", recordId: id, payload: { id, name, version } });
  return { status: 200, body };
}
