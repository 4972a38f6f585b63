import { requireSecondPerson } from "../access/require-second-person.ts";
import { type Signer, sign } from "../access/sign.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { describeRuleSet, findRuleSet } from "./queries.ts";
import { approvedRuleSet, RULE_SET_RECORD } from "./rule-set-in-force.ts";
import type { RuleSetRecord } from "./schema.ts";

/**
 * Approves a draft by a signature: it judges what is measured from now on, in place of the one in force so far, which is
 * retired. Verdicts that were made stay.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is no draft, TS_FORBIDDEN for whoever proposed it.
 */
export async function approveRuleSet(writing: Writing, signer: Signer, id: string): Promise<Answer<RuleSetRecord>> {
  const { transaction, at } = writing;
  const old = await findRuleSet(transaction, id);
  const what = describeRuleSet(old);
  if (old.status !== "draft") throw new ServerError("TS_CONFLICT", `${what} is ${old.status} and no draft`);
  requireSecondPerson(signer.caller, old.proposedBy, what);
  const before = await approvedRuleSet(transaction);
  if (before !== null) {
    await transaction
      .updateTable("rule_set")
      .set({ status: "retired", retired_at: at })
      .where("id", "=", before.id)
      .execute();
    const subject = { kind: "rule set", id: before.id };
    writing.record({
      action: "rule set.retire",
      subject,
      new: { status: "retired" },
      reason: `${what} took its place`,
    });
  }
  await transaction.updateTable("rule_set").set({ status: "approved", approved_at: at }).where("id", "=", id).execute();
  await sign(transaction, signer, { kind: RULE_SET_RECORD, id, content: old.document });
  const body = await findRuleSet(transaction, id);
  const { name, version } = body;
  writing.record({ action: "rule set.approve", subject: { kind: "rule set", id }, old, new: body });
  writing.publish({ topic: "rule-set.approved", recordKind: "rule set", recordId: id, payload: { id, name, version } });
  return { status: 200, body };
}
