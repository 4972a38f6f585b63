import { retireBaseline as retiredBaseline } from "@touchstone/quality";
import { type Signer, sign } from "../access/sign.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { describe } from "./approve-baseline.ts";
import { findBaseline, findBaselineDocument, findBaselineSummary } from "./queries.ts";
import type { BaselineRecord } from "./schema.ts";
import { loadBaseline, RETIREMENT_RECORD } from "./stored-baseline.ts";

/** Kind of record that the signature of who withdraws a draft is under. */
const WITHDRAWAL_RECORD = "baseline withdrawal";

/**
 * Takes a baseline out of use by a signature: it judges nothing that is measured after it. Verdicts that it gave stay. A
 * draft is withdrawn.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is retired.
 */
export async function retireBaseline(writing: Writing, signer: Signer, id: string): Promise<Answer<BaselineRecord>> {
  const { transaction, at } = writing;
  const old = await findBaselineSummary(transaction, id);
  if (old.status === "retired") throw new ServerError("TS_CONFLICT", `${describe(old)} is retired already`);
  const { content } = await findBaselineDocument(transaction, id);
  if (old.status === "approved") {
    const { printedName: name } = signer.caller;
    const signature = { name, at: signer.at.toISOString(), meaning: signer.meaning };
    retiredBaseline(await loadBaseline(transaction, id), signature);
  }
  const kind = old.status === "approved" ? RETIREMENT_RECORD : WITHDRAWAL_RECORD;
  await sign(transaction, signer, { kind, id, content });
  await transaction.updateTable("baseline").set({ status: "retired", retired_at: at }).where("id", "=", id).execute();
  const summary = await findBaselineSummary(transaction, id);
  const payload = { id, name: old.name, version: old.version };
  const { meaning: reason } = signer;
  writing.record({ action: "baseline.retire", subject: { kind: "baseline", id }, old, new: summary, reason });
  writing.publish({ topic: "baseline.retired", recordKind: "baseline", recordId: id, payload });
  return { status: 200, body: await findBaseline(transaction, id) };
}
