import { requireSecondPerson } from "../access/require-second-person.ts";
import { type Signer, sign } from "../access/sign.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { approveDraft } from "./put-in-force.ts";
import { findThreshold } from "./queries.ts";
import type { Threshold, ThresholdRecord } from "./schema.ts";

/**
 * Approves a draft by a signature: it judges what is taken in from now on, in place of the one in force so far.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is no draft, TS_FORBIDDEN for whoever proposed it.
 */
export async function approveThreshold(writing: Writing, signer: Signer, id: string): Promise<Answer<ThresholdRecord>> {
  const { transaction } = writing;
  const old = await findThreshold(transaction, id);
  const what = describeThreshold(old);
  if (old.status !== "draft") throw new ServerError("TS_CONFLICT", `${what} is ${old.status} and no draft`);
  requireSecondPerson(signer.caller, old.proposedBy, what);
  await approveDraft(writing, id, { ...old, assayId: old.assay.id });
  const { status: _, approvedBy: __, approvedAt: ___, retiredAt: ____, approval: _____, ...content } = old;
  await sign(transaction, signer, { kind: "threshold", id, content });
  const body = await findThreshold(transaction, id);
  writing.record({ action: "threshold.approve", subject: { kind: "threshold", id }, old, new: body });
  writing.publish({ topic: "threshold.approved", recordKind: "threshold", recordId: id, payload: { id, what } });
  return { status: 200, body };
}

/** "version 2 of the threshold for recall of SNP of germline v1". */
export function describeThreshold({ version, score, variantType, stratum, assay }: Threshold): string {
  const place = stratum === "*" ? variantType : `${variantType} in ${stratum}`;
  return `version ${version} of the threshold for ${score} of ${place} of ${assay.name} v${assay.version}`;
}
