import type { RuleFiring } from "../control-charts/rule-judge.ts";
import type { RuleSetting } from "../control-charts/rule-set.ts";
import { isWestgardRule, type RuleScope, ruleDefinition, type WestgardRule } from "../control-charts/westgard-rule.ts";
import { StatisticsError } from "../error.ts";

/** A rule as a text mentions it: "2-2s:C2:across", "R-4s within run", "1-2s(warn)". */
export interface RuleMention {
  readonly rule: WestgardRule;
  /** Null where the text does not say. */
  readonly scope: RuleScope | null;
  /** 0-based; null where the text names none. */
  readonly material: number | null;
  readonly isWarning: boolean;
  readonly isDifference: boolean;
}

/**
 * The rule that a text names, also written 1_2s, 12s, R4s, 10x or (2of3)2s, and what it says of scope and material.
 *
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN for a text that names none.
 */
export function ruleMention(text: string, materials: readonly string[]): RuleMention {
  const pattern = /(?<![\w-])\(?(\d+\s*of\s*\d+|10|12|\d|R)\)?[-_\s]*(\d\s*s|x(?:bar|\u0304)?)(?![a-z\d])/i;
  const [found = "", count = "", limit = ""] = pattern.exec(text) ?? [];
  const rule = `${count.toLowerCase().replace("r", "R")}-${limit.toLowerCase()}`.replaceAll(/\s|bar|\u0304/g, "");
  if (!isWestgardRule(rule)) {
    throw new StatisticsError("TS_STATISTICS_RULE_UNKNOWN", `'${text}' names no control rule`, { argument: "rules" });
  }
  const rest = text.replace(found, " ").replaceAll(/^[\s_]+|[\s_]+$/g, "");
  const words = rest.split(/[\s:,()[\]]+/);
  const material = materials.findIndex(
    (name) => words.includes(name) || rest === name || (name.includes(" ") && rest.includes(name)),
  );
  return {
    rule,
    scope: scopeIn(rest),
    material: material < 0 ? null : material,
    isWarning: /warn/i.test(rest),
    isDifference: /diff|exact/i.test(rest),
  };
}

/** The rule that a text names, whatever else it says. */
export function ruleNamed(text: string): WestgardRule {
  return ruleMention(text, []).rule;
}

function scopeIn(text: string): RuleScope | null {
  if (/within/i.test(text)) return "within run";
  if (/across[\s-]*materials/i.test(text)) return "across materials";
  return /across/i.test(text) ? "across runs" : null;
}

/** Whether a violation is one that a text mentions. */
export function isMentioned(firing: RuleFiring, mention: RuleMention): boolean {
  return (
    firing.rule === mention.rule &&
    (mention.scope === null || firing.scope === mention.scope) &&
    (mention.material === null || firing.material === mention.material)
  );
}

/** Settings with which every mention can be judged: a rule's usual scopes, and those that a mention names. */
export function settingsOf(mentions: readonly RuleMention[]): RuleSetting[] {
  return [...new Set(mentions.map(({ rule }) => rule))].map((rule) => {
    const own = mentions.filter((mention) => mention.rule === rule);
    const { scopes, defaultScopes } = ruleDefinition(rule);
    const named = own.map(({ scope }) => scope);
    return {
      rule,
      scopes: scopes.filter((scope) => defaultScopes.includes(scope) || named.includes(scope)),
      ...(own.some(({ isWarning }) => isWarning) ? { severity: "warning" as const } : {}),
      ...(own.some(({ isDifference }) => isDifference) ? { rangeForm: "difference" as const } : {}),
    };
  });
}

/** A violation in the words of a mention. */
export function describeFiring({ rule, scope, material }: RuleFiring, materials: readonly string[]): string {
  return `${rule}${material === null ? "" : `:${materials[material]}`}:${scope}`;
}
