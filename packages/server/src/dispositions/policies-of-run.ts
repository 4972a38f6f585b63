import type { AssayDocument, RuleSetDocument } from "@touchstone/model";
import { createRuleSet, defaultPolicies, type Policies } from "@touchstone/quality";
import type { Tables } from "@touchstone/store";
import type { Kysely } from "kysely";

/**
 * The policies that a run's disposition is proposed by: of every rule set that judged its controls; where none did, of its
 * assay's rule set, and without an assay the defaults.
 */
export async function policiesOfRun(
  kysely: Kysely<Tables>,
  assayId: string | null,
  ruleSetIds: readonly string[],
): Promise<readonly Policies[]> {
  if (ruleSetIds.length > 0) {
    const ruleSets = await kysely.selectFrom("rule_set").select("document").where("id", "in", ruleSetIds).execute();
    return ruleSets.map(({ document }) => createRuleSet(document as RuleSetDocument).policies);
  }
  if (assayId === null) return [defaultPolicies];
  const assay = await kysely.selectFrom("assay").select("document").where("id", "=", assayId).executeTakeFirstOrThrow();
  const { name, version, rules, policies } = (assay.document as AssayDocument).ruleSet;
  const ruleSet = createRuleSet({
    schema: "touchstone/rule-set/1",
    name,
    version,
    rules,
    ...(policies && { policies }),
  });
  return [ruleSet.policies];
}
