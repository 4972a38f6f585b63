import { StatisticsError } from "../error.ts";
import { type RuleScope, ruleDefinition, type WestgardRule } from "./westgard-rule.ts";

/** What a violation means for the run. */
export type RuleSeverity = "warning" | "rejection";

/**
 * What R-4s compares: `two-sided 2s` (Westgard; one control above +2 SD, another below -2 SD) or `difference` (Bio-Rad
 * Unity; the largest less the smallest score exceeds 4 SD).
 */
export type RangeForm = "two-sided 2s" | "difference";

/** A rule with what a laboratory has decided about it. */
export interface RuleSetting {
  readonly rule: WestgardRule;
  /** Each is evaluated and reported separately; the rule's own (`ruleDefinition`) unless given. */
  readonly scopes?: readonly RuleScope[];
  /** `warning` for 1-2s and `rejection` for all others unless given. */
  readonly severity?: RuleSeverity;
  /** Form of R-4s, `two-sided 2s` unless given. */
  readonly rangeForm?: RangeForm;
}

/** Rules that are evaluated together on every run; a bare name stands for the rule's default setting. */
export type RuleSet = readonly (WestgardRule | RuleSetting)[];

/** The multirule procedure of Westgard et al. 1981 for one or two controls a run; 1-2s warns and gates nothing. */
export const classicMultirule: RuleSet = ["1-2s", "1-3s", "2-2s", "R-4s", "4-1s", "10-x"];

/** The counterpart for three controls a run (Westgard, Basic QC Practices). */
export const multiruleForThreeControls: RuleSet = ["1-2s", "1-3s", "2of3-2s", "R-4s", "3-1s", "12-x"];

/** One thing that is looked at in every run: a rule in one scope, for one material where the scope has one. */
export interface RuleCheck {
  readonly rule: WestgardRule;
  readonly scope: RuleScope;
  /** 0-based; null when the check looks at all materials together. */
  readonly material: number | null;
  readonly severity: RuleSeverity;
}

/**
 * The settings with every default filled in, in the order given.
 *
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN for an unknown rule, a scope that the rule does not have (R-4s
 *   across runs) or a rule named twice; TS_STATISTICS_TOO_FEW without any rule.
 */
export function completeRuleSet(ruleSet: RuleSet): Required<RuleSetting>[] {
  if (ruleSet.length === 0) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", "the rule set is empty", { argument: "ruleSet" });
  }
  const named = new Set<WestgardRule>();
  return ruleSet.map((entry, index) => {
    const setting = typeof entry === "string" ? { rule: entry } : entry;
    const complete = completeSetting(setting, index);
    if (named.has(complete.rule)) throw unusable(`${complete.rule} is named twice`, index);
    named.add(complete.rule);
    return complete;
  });
}

function completeSetting(setting: RuleSetting, index: number): Required<RuleSetting> {
  const { rule } = setting;
  const { scopes: possible, defaultScopes } = ruleDefinition(rule);
  const scopes = setting.scopes ?? defaultScopes;
  if (scopes.length === 0) throw unusable(`${rule} has no scope`, index);
  for (const scope of scopes) {
    if (!possible.includes(scope)) {
      throw unusable(`${rule} has no scope "${scope}"; it has ${possible.join(", ")}`, index);
    }
  }
  const severity = setting.severity ?? (rule === "1-2s" ? "warning" : "rejection");
  return { rule, scopes, severity, rangeForm: setting.rangeForm ?? "two-sided 2s" };
}

function unusable(message: string, index: number): StatisticsError {
  return new StatisticsError("TS_STATISTICS_RULE_UNKNOWN", message, { argument: "ruleSet", index });
}
