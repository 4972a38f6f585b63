import {
  SameSideAcrossMaterialsJudge,
  SameSideAcrossRunsJudge,
  TwoOfThreeAcrossRunsJudge,
} from "./across-runs-judges.ts";
import type { RuleJudge } from "./rule-judge.ts";
import { completeRuleSet, type RuleCheck, type RuleSet, type RuleSetting } from "./rule-set.ts";
import { type RuleScope, ruleDefinition } from "./westgard-rule.ts";
import { RangeJudge, SameSideWithinRunJudge, SingleJudge } from "./within-run-judges.ts";

const TWO_OF_THREE_CONTROLS = 3;

/** One judge for each check of the rule set, in its order; within a rule by scope, then material. */
export function createJudges(materials: number, ruleSet: RuleSet): RuleJudge[] {
  const settings = completeRuleSet(ruleSet);
  // With three controls 2of3-2s takes the place of 2-2s within the run; one event is not reported twice.
  const handsOver = settings.some(({ rule, scopes }) => rule === "2of3-2s" && scopes.includes("within run"));
  const mostForTwo = handsOver ? TWO_OF_THREE_CONTROLS - 1 : Number.POSITIVE_INFINITY;
  return settings.flatMap((setting) =>
    setting.scopes.flatMap((scope) => {
      const check = { rule: setting.rule, scope, severity: setting.severity };
      if (!isPerMaterial(setting, scope)) return [createJointJudge({ ...check, material: null }, setting, mostForTwo)];
      return Array.from({ length: materials }, (_, material) => createMaterialJudge({ ...check, material }, material));
    }),
  );
}

function isPerMaterial({ rule }: Required<RuleSetting>, scope: RuleScope): boolean {
  return scope === "across runs" || ruleDefinition(rule).shape === "single";
}

function createMaterialJudge(check: RuleCheck, material: number): RuleJudge {
  const { shape, limit, count } = ruleDefinition(check.rule);
  if (shape === "single") return new SingleJudge(check, limit, material);
  if (shape === "two of three") return new TwoOfThreeAcrossRunsJudge(check, limit, material);
  return new SameSideAcrossRunsJudge(check, limit, count, material);
}

function createJointJudge(check: RuleCheck, setting: Required<RuleSetting>, mostForTwo: number): RuleJudge {
  const { shape, limit, count } = ruleDefinition(check.rule);
  if (check.scope === "across materials") return new SameSideAcrossMaterialsJudge(check, limit, count);
  if (shape === "range") return new RangeJudge(check, limit, setting.rangeForm === "difference");
  if (shape === "two of three") {
    return new SameSideWithinRunJudge(check, limit, count, [TWO_OF_THREE_CONTROLS, Number.POSITIVE_INFINITY]);
  }
  const most = check.rule === "2-2s" ? mostForTwo : Number.POSITIVE_INFINITY;
  return new SameSideWithinRunJudge(check, limit, count, [count, most]);
}
