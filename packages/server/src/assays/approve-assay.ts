import { assayThresholds, approveAssay as signedAssay } from "@touchstone/quality";
import { requireSecondPerson } from "../access/require-second-person.ts";
import { type Signer, sign } from "../access/sign.ts";
import { ServerError } from "../error.ts";
import { putInForce } from "../thresholds/put-in-force.ts";
import { storedVariantType } from "../thresholds/variant-type.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { DEFINITION, definitionText, findAssay } from "./queries.ts";
import type { AssayRecord } from "./schema.ts";

/**
 * Approves a draft by a signature. The version in force so far is retired, and the definition's thresholds come into
 * force: they are part of what was signed, so that they need no signature of their own.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is no draft, TS_FORBIDDEN for whoever proposed it; QualityError
 *   TS_ASSAY_NOT_APPROVABLE for an example or a number without a citation.
 */
export async function approveAssay(writing: Writing, signer: Signer, id: string): Promise<Answer<AssayRecord>> {
  const { transaction, at } = writing;
  const old = await findAssay(transaction, id);
  const what = `version ${old.version} of assay ${old.name}`;
  if (old.status !== "draft") throw new ServerError("TS_CONFLICT", `${what} is ${old.status} and no draft`);
  requireSecondPerson(signer.caller, old.proposedBy, what);
  const assay = signedAssay(definitionText(old), DEFINITION, {
    name: signer.caller.printedName,
    at: signer.at.toISOString(),
    meaning: signer.meaning,
  });
  const { name, version, contentSha256, document } = old;
  await retireVersionInForce(writing, old);
  await transaction.updateTable("assay").set({ status: "approved", approved_at: at }).where("id", "=", id).execute();
  await sign(transaction, signer, { kind: "assay", id, content: { name, version, contentSha256, document } });
  for (const [index, { variantType, threshold, decline }] of assayThresholds(assay).entries()) {
    await putInForce(writing, {
      assayId: id,
      score: threshold.score,
      variantType: storedVariantType(variantType),
      stratum: "*",
      stage: "routine",
      minimum: threshold.minimum,
      observations: threshold.observations ?? null,
      trendHorizonDays: decline?.horizon ?? null,
      citation: assay.document.thresholds[index]?.minimum.citation ?? null,
      proposedBy: old.proposedBy,
    });
  }
  const body = await findAssay(transaction, id);
  writing.record({ action: "assay.approve", subject: { kind: "assay", id }, old, new: body });
  writing.publish({ topic: "assay.approved", recordKind: "assay", recordId: id, payload: { id, name, version } });
  return { status: 200, body };
}

async function retireVersionInForce({ transaction, at, record }: Writing, next: AssayRecord): Promise<void> {
  const inForce = await transaction
    .updateTable("assay")
    .set({ status: "retired", retired_at: at })
    .where("name", "=", next.name)
    .where("status", "=", "approved")
    .returning(["id", "name", "version"])
    .executeTakeFirst();
  if (inForce === undefined) return;
  const reason = `version ${next.version} took its place`;
  record({ action: "assay.retire", subject: { kind: "assay", id: inForce.id }, old: inForce, reason });
}
