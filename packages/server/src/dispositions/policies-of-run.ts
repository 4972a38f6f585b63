import type { Policies } from "@touchstone/quality";
import { loadRuleSet, ruleSetFor } from "../rule-sets/rule-set-in-force.ts";
import type { Writing } from "../writing/perform.ts";

/**
 * The policies that a run's disposition is proposed by: of every rule set that judged it; where none did, of the one that
 * is in force.
 */
export async function policiesOfRun(
  writing: Writing,
  assayId: string | null,
  ruleSetIds: readonly string[],
): Promise<readonly Policies[]> {
  if (ruleSetIds.length === 0) return [(await ruleSetFor(writing, assayId)).ruleSet.policies];
  const policies: Policies[] = [];
  for (const id of ruleSetIds) policies.push((await loadRuleSet(writing.transaction, id)).ruleSet.policies);
  return policies;
}
