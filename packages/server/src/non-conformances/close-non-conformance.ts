import { type Signer, sign } from "../access/sign.ts";
import { invalidField, ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { requireOpen } from "./change-non-conformance.ts";
import { publishedOf } from "./open-non-conformance.ts";
import { findNonConformance } from "./queries.ts";
import type { NonConformanceDetail } from "./schema.ts";

/**
 * Closes a non-conformance with its root cause and a signature under all of it. Publishes `non-conformance.closed`.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT when it is closed, or a corrective action is neither verified nor
 *   abandoned; TS_REQUEST_INVALID without a root cause.
 */
export async function closeNonConformance(
  writing: Writing,
  signer: Signer,
  id: string,
  rootCause: string | undefined,
): Promise<Answer<NonConformanceDetail>> {
  const { transaction, at } = writing;
  const old = await findNonConformance(transaction, id);
  requireOpen(old);
  if (old.openActions > 0) {
    const message = `${old.openActions} corrective actions of non-conformance ${old.number} are neither verified nor abandoned`;
    throw new ServerError("TS_CONFLICT", message);
  }
  const found = rootCause ?? old.rootCause;
  if (found === null) throw invalidField("/body/rootCause", "is needed: what led to it?");
  const { closingSignature: _none, ...record } = old;
  const content = { ...record, status: "closed", rootCause: found };
  const signature = await sign(transaction, signer, { kind: "non-conformance", id, content });
  await transaction
    .updateTable("non_conformance")
    .set({ status: "closed", root_cause: found, closed_at: at, closing_signature_id: signature.id })
    .where("id", "=", id)
    .execute();
  const body = await findNonConformance(transaction, id);
  writing.record({ action: "non-conformance.close", subject: { kind: "non-conformance", id }, old, new: body });
  writing.publish(publishedOf("closed", body));
  return { status: 200, body };
}
