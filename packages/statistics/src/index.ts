export { type ControlScore, controlScore, type RunScores } from "./control-charts/control-score.ts";
export type { ControlPoint, RuleFiring, RuleState } from "./control-charts/rule-judge.ts";
export {
  classicMultirule,
  completeRuleSet,
  multiruleForThreeControls,
  type RangeForm,
  type RuleCheck,
  type RuleSet,
  type RuleSetting,
  type RuleSeverity,
} from "./control-charts/rule-set.ts";
export {
  type ControlVerdict,
  type CounterReset,
  combineRuleStates,
  evaluateWestgard,
  type RunEvaluation,
  ruleState,
  WestgardEvaluator,
  type WestgardOptions,
  type WestgardSeries,
} from "./control-charts/westgard.ts";
export {
  isWestgardRule,
  type RuleDefinition,
  type RuleScope,
  ruleDefinition,
  type WestgardRule,
  westgardRules,
} from "./control-charts/westgard-rule.ts";
export { lagOneAutocorrelation, mean, standardDeviation, variance } from "./descriptive/moments.ts";
export { median, type QuantileType, quantile } from "./descriptive/quantile.ts";
export { betaCdf, betaQuantile, betaUpperTail } from "./distributions/beta.ts";
export { binomialCdf, binomialProbability, binomialUpperTail } from "./distributions/binomial.ts";
export { chiSquaredCdf, chiSquaredQuantile, chiSquaredUpperTail } from "./distributions/chi-squared.ts";
export { fCdf, fQuantile, fUpperTail } from "./distributions/f.ts";
export { noncentralTCdf, noncentralTQuantile } from "./distributions/noncentral-t.ts";
export { normalCdf, normalQuantile, normalUpperQuantile, normalUpperTail } from "./distributions/normal.ts";
export { studentTCdf, studentTQuantile, studentTTwoSided, studentTUpperTail } from "./distributions/student-t.ts";
export {
  StatisticsError,
  type StatisticsErrorCode,
  type StatisticsErrorDetails,
  statisticsErrorCodes,
} from "./error.ts";
export type { Interval, UndefinedReason } from "./interval.ts";
export type { Numbers } from "./numbers.ts";
