import { StatisticsError } from "../error.ts";

/** The rules, in the order in which they are reported. */
export const westgardRules = [
  "1-2s",
  "1-3s",
  "2-2s",
  "2of3-2s",
  "R-4s",
  "3-1s",
  "4-1s",
  "6-x",
  "8-x",
  "10-x",
  "12-x",
] as const;

/** A control rule in Westgard's notation: number of measurements, then the limit in SD (x: the mean). */
export type WestgardRule = (typeof westgardRules)[number];

/**
 * Which measurements form a window of a rule.
 *
 * - `within run`: those of one run, whatever their material;
 * - `across runs`: consecutive measurements of one material;
 * - `across materials`: all measurements of consecutive whole runs, so that the order of the materials does not matter.
 */
export type RuleScope = "within run" | "across runs" | "across materials";

/** What the measurements of a window have to show. */
export interface RuleDefinition {
  readonly shape: "single" | "same side" | "two of three" | "range";
  /** SD from the mean that a measurement has to exceed, strictly; 0 is the mean itself. */
  readonly limit: number;
  /** Measurements beyond the limit. */
  readonly count: number;
  /** Scopes in which the rule means something. */
  readonly scopes: readonly RuleScope[];
  /** Scopes used when a rule set names none. */
  readonly defaultScopes: readonly RuleScope[];
}

const WITHIN: readonly RuleScope[] = ["within run"];
const ACROSS: readonly RuleScope[] = ["across runs"];
const WITHIN_AND_ACROSS: readonly RuleScope[] = ["within run", "across runs"];
const LONG: readonly RuleScope[] = ["across runs", "across materials"];
const ALL: readonly RuleScope[] = ["within run", "across runs", "across materials"];

/**
 * Westgard, Barry, Hunt & Groth 1981, Clin Chem 27:493 (1-2s, 1-3s, 2-2s, R-4s, 4-1s, 10-x); 2of3-2s, 3-1s, 6-x and
 * 12-x are their counterparts for three controls a run, 8-x for four (Westgard, Basic QC Practices). R-4s measures
 * random error within a run and has no other scope.
 */
const definitions: Readonly<Record<WestgardRule, RuleDefinition>> = {
  "1-2s": { shape: "single", limit: 2, count: 1, scopes: WITHIN, defaultScopes: WITHIN },
  "1-3s": { shape: "single", limit: 3, count: 1, scopes: WITHIN, defaultScopes: WITHIN },
  "2-2s": { shape: "same side", limit: 2, count: 2, scopes: WITHIN_AND_ACROSS, defaultScopes: WITHIN_AND_ACROSS },
  "2of3-2s": { shape: "two of three", limit: 2, count: 2, scopes: WITHIN_AND_ACROSS, defaultScopes: WITHIN },
  "R-4s": { shape: "range", limit: 2, count: 2, scopes: WITHIN, defaultScopes: WITHIN },
  "3-1s": { shape: "same side", limit: 1, count: 3, scopes: ALL, defaultScopes: WITHIN_AND_ACROSS },
  "4-1s": { shape: "same side", limit: 1, count: 4, scopes: ALL, defaultScopes: WITHIN_AND_ACROSS },
  "6-x": { shape: "same side", limit: 0, count: 6, scopes: LONG, defaultScopes: ACROSS },
  "8-x": { shape: "same side", limit: 0, count: 8, scopes: LONG, defaultScopes: ACROSS },
  "10-x": { shape: "same side", limit: 0, count: 10, scopes: LONG, defaultScopes: ACROSS },
  "12-x": { shape: "same side", limit: 0, count: 12, scopes: LONG, defaultScopes: ACROSS },
};

/** Whether the text is the name of a rule. */
export function isWestgardRule(text: string): text is WestgardRule {
  return (westgardRules as readonly string[]).includes(text);
}

/**
 * What a rule asks for, with the scopes in which it can be used.
 *
 * @throws StatisticsError TS_STATISTICS_RULE_UNKNOWN when there is no such rule.
 */
export function ruleDefinition(rule: WestgardRule): RuleDefinition {
  if (!isWestgardRule(rule)) {
    throw new StatisticsError(
      "TS_STATISTICS_RULE_UNKNOWN",
      `there is no rule ${String(rule)}; the rules are ${westgardRules.join(", ")}`,
      { argument: "rule" },
    );
  }
  return definitions[rule];
}
