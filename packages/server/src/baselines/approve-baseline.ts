import { approveBaseline as approvedBaseline, requireApproved } from "@touchstone/quality";
import { requireSecondPerson } from "../access/require-second-person.ts";
import { type Signer, sign } from "../access/sign.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { neededApprovals } from "./needed-approvals.ts";
import { findBaseline, findBaselineSummary } from "./queries.ts";
import type { BaselineRecord, BaselineSummary } from "./schema.ts";
import { BASELINE_RECORD, loadBaseline } from "./stored-baseline.ts";

/**
 * Puts a signature under a baseline. It is approved, and judges what is measured from then on, once as many people have
 * signed as the rule set in force asks for; its exclusions are signed with it. Verdicts that were made before stay.
 *
 * @throws ServerError TS_NOT_FOUND, TS_FORBIDDEN for whoever proposed it; QualityError TS_BASELINE_INVALID when it is
 *   retired or this person approved it already.
 */
export async function approveBaseline(writing: Writing, signer: Signer, id: string): Promise<Answer<BaselineRecord>> {
  const { transaction, at } = writing;
  const old = await findBaselineSummary(transaction, id);
  requireSecondPerson(signer.caller, old.proposedBy, describe(old));
  const signed = approvedBaseline(await loadBaseline(transaction, id), {
    name: signer.caller.printedName,
    at: signer.at.toISOString(),
    meaning: signer.meaning,
  });
  await sign(transaction, signer, { kind: BASELINE_RECORD, id, content: signed.content });
  const needed = await neededApprovals(transaction, old.assay?.id ?? null);
  const isApproved = old.status === "draft" && hasApprovals(signed, needed);
  if (isApproved) {
    await transaction
      .updateTable("baseline")
      .set({ status: "approved", approved_at: at })
      .where("id", "=", id)
      .execute();
  }
  const summary = await findBaselineSummary(transaction, id);
  const payload = { id, name: old.name, version: old.version, status: summary.status };
  const topic = isApproved ? "baseline.approved" : "baseline.signed";
  writing.record({ action: "baseline.approve", subject: { kind: "baseline", id }, old, new: summary });
  writing.publish({ topic, recordKind: "baseline", recordId: id, payload });
  return { status: 200, body: await findBaseline(transaction, id) };
}

/** "version 2 of baseline hd200". */
export function describe({ name, version }: Pick<BaselineSummary, "name" | "version">): string {
  return `version ${version} of baseline ${name}`;
}

function hasApprovals(baseline: Parameters<typeof requireApproved>[0], needed: number): boolean {
  try {
    requireApproved(baseline, needed);
    return true;
  } catch {
    return false;
  }
}
