import { type RuleSetDocument, RuleSetSchema } from "@touchstone/model";
import { classicMultirule, completeRuleSet, type RuleSetting, StatisticsError } from "@touchstone/statistics";
import { contentHash } from "../content-hash.ts";
import { readDefinition } from "../definition/read-definition.ts";
import { completePolicies, type Policies } from "./policies.ts";

/** Which rules judge a run and by which policies, with every default filled in. */
export interface RuleSet {
  readonly name: string;
  readonly version: number;
  readonly rules: readonly Required<RuleSetting>[];
  readonly policies: Policies;
  /** SHA-256 of name, version, rules and policies, defaults included, as canonical JSON. */
  readonly contentSha256: string;
}

/** What a verdict says about the rule set that it was made with. */
export type RuleSetIdentity = Pick<RuleSet, "name" | "version" | "contentSha256">;

/**
 * A rule set of a document that holds to its schema.
 *
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN for a rule named twice or a scope that a rule does not have.
 */
export function createRuleSet({ name, version, rules, policies }: RuleSetDocument): RuleSet {
  const content = { name, version, rules: completeRuleSet(rules), policies: completePolicies(policies) };
  return { ...content, contentSha256: contentHash(content) };
}

/**
 * Reads a rule set from YAML or JSON.
 *
 * @param file the name that errors give the text.
 * @throws QualityError TS_DEFINITION_INVALID naming file, line, column and field: an unknown rule, scope or policy.
 */
export function readRuleSet(text: string, file: string): RuleSet {
  const definition = readDefinition(text, file, RuleSetSchema);
  try {
    return createRuleSet(definition.value);
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error;
    throw definition.error(["rules", error.details.index ?? 0], error.message);
  }
}

/** The rule set that is used when none is given: Westgard's multirule procedure with 1-2s as a warning. */
export const defaultRuleSet: RuleSet = createRuleSet({
  schema: "touchstone/rule-set/1",
  name: "westgard-multirule",
  version: 1,
  rules: classicMultirule as RuleSetDocument["rules"],
});
