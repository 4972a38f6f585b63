import { readRuleSet } from "@touchstone/quality";
import { newId, toJson } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import { DEFINITION } from "../assays/queries.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { describeRuleSet, findRuleSet } from "./queries.ts";
import { ensureDefaultRuleSet } from "./rule-set-in-force.ts";
import type { NewRuleSet, RuleSetRecord } from "./schema.ts";

/**
 * Adds a rule set as a draft. The same rules and policies sent again, whatever their layout, get the first answer.
 *
 * @throws QualityError TS_DEFINITION_INVALID naming line and column; ServerError TS_CONFLICT when another rule set has
 *   its name and version.
 */
export async function createRuleSet(
  writing: Writing,
  caller: Caller,
  { definition }: NewRuleSet,
): Promise<Answer<RuleSetRecord>> {
  const { transaction, at } = writing;
  const text = typeof definition === "string" ? definition : JSON.stringify(definition, null, 2);
  const { name, version, rules, policies, contentSha256 } = readRuleSet(text, DEFINITION);
  await ensureDefaultRuleSet(writing); // so that nothing else takes its name
  const known = await transaction
    .selectFrom("rule_set")
    .select(["id", "content_sha256"])
    .where("name", "=", name)
    .where("version", "=", version)
    .executeTakeFirst();
  if (known?.content_sha256 === contentSha256) return { status: 200, body: await findRuleSet(transaction, known.id) };
  if (known !== undefined) {
    const message = `there is a ${describeRuleSet({ name, version })} with other rules or policies; raise the version`;
    throw new ServerError("TS_CONFLICT", message, { fields: [{ pointer: "/body/definition/version", message }] });
  }
  const id = newId();
  await transaction
    .insertInto("rule_set")
    .values({
      id,
      name,
      version,
      content_sha256: contentSha256,
      document: toJson({ schema: "touchstone/rule-set/1", name, version, rules, policies }),
      proposed_by: caller.principalId,
      created_at: at,
    })
    .execute();
  const body = await findRuleSet(transaction, id);
  writing.record({ action: "rule set.create", subject: { kind: "rule set", id }, new: body });
  writing.publish({ topic: "rule-set.created", recordKind: "rule set", recordId: id, payload: { id, name, version } });
  return { status: 201, body };
}
