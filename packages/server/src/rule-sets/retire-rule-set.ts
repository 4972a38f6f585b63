import { defaultRuleSet } from "@touchstone/quality";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { describeRuleSet, findRuleSet } from "./queries.ts";
import type { RuleSetRecord } from "./schema.ts";

/**
 * Ends the use of a rule set; without another one the default holds. What was judged by it stays.
 *
 * @throws ServerError TS_NOT_FOUND, TS_CONFLICT when it is retired or the default.
 */
export async function retireRuleSet(writing: Writing, id: string, reason: string): Promise<Answer<RuleSetRecord>> {
  const { transaction, at } = writing;
  const old = await findRuleSet(transaction, id);
  const what = describeRuleSet(old);
  if (old.status === "retired") throw new ServerError("TS_CONFLICT", `${what} is retired already`);
  if (old.contentSha256 === defaultRuleSet.contentSha256) {
    throw new ServerError(
      "TS_CONFLICT",
      `${what} is what holds where no other is approved; approve another one instead`,
    );
  }
  await transaction.updateTable("rule_set").set({ status: "retired", retired_at: at }).where("id", "=", id).execute();
  const body = await findRuleSet(transaction, id);
  const { name, version } = body;
  writing.record({ action: "rule set.retire", subject: { kind: "rule set", id }, old, new: body, reason });
  writing.publish({ topic: "rule-set.retired", recordKind: "rule set", recordId: id, payload: { id, name, version } });
  return { status: 200, body };
}
