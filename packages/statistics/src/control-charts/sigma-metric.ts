import { requireFiniteNumber, requirePositive } from "../distributions/requirements.ts";
import type { RuleSet, RuleSetting } from "./rule-set.ts";

/** Quality requirement and performance of an assay, all in percent or all in another common unit. */
export interface AssayPerformance {
  /** Total allowable error; above 0. */
  readonly allowableError: number;
  /** Signed or not; only its size counts. */
  readonly bias: number;
  /** Coefficient of variation or SD; 0 or above. */
  readonly imprecision: number;
}

/**
 * Sigma metric, (TEa - |bias|) / CV (Westgard & Westgard 2006, Clin Lab Med 26:221). Negative where the bias alone
 * exceeds the allowable error; null where the imprecision is 0, which no measurement has.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE.
 */
export function sigmaMetric({ allowableError, bias, imprecision }: AssayPerformance): number | null {
  requirePositive(allowableError, "allowableError");
  requireFiniteNumber(bias, "bias");
  if (imprecision === 0) return null;
  requirePositive(imprecision, "imprecision");
  return (allowableError - Math.abs(bias)) / imprecision;
}

/** Rules with the controls that they need. */
interface SigmaStep {
  readonly ruleSet: RuleSet;
  /** Controls in every run (N). */
  readonly controls: number;
  /** Runs over which windows are evaluated (R). */
  readonly runs: number;
}

/** A control procedure that detects medically important errors at a sigma. */
export interface SigmaRecommendation extends SigmaStep {
  /** False below 3 sigma: no control procedure makes up for the assay. */
  readonly isSufficient: boolean;
}

const FOUR_1S: RuleSetting = { rule: "4-1s", scopes: ["within run", "across runs"] };
const THREE_1S: RuleSetting = { rule: "3-1s", scopes: ["within run", "across runs"] };
const EIGHT_X: RuleSetting = { rule: "8-x", scopes: ["across runs", "across materials"] };
const SIX_X: RuleSetting = { rule: "6-x", scopes: ["across runs", "across materials"] };

/** From 6 sigma down to 3. */
const TWO_LEVELS: readonly SigmaStep[] = [
  { ruleSet: ["1-3s"], controls: 2, runs: 1 },
  { ruleSet: ["1-3s", "2-2s", "R-4s"], controls: 2, runs: 1 },
  { ruleSet: ["1-3s", "2-2s", "R-4s", FOUR_1S], controls: 4, runs: 1 },
  { ruleSet: ["1-3s", "2-2s", "R-4s", FOUR_1S, EIGHT_X], controls: 4, runs: 2 },
];
const THREE_LEVELS: readonly SigmaStep[] = [
  { ruleSet: ["1-3s"], controls: 3, runs: 1 },
  { ruleSet: ["1-3s", "2of3-2s", "R-4s"], controls: 3, runs: 1 },
  { ruleSet: ["1-3s", "2of3-2s", "R-4s", THREE_1S], controls: 3, runs: 1 },
  { ruleSet: ["1-3s", "2of3-2s", "R-4s", THREE_1S, SIX_X], controls: 3, runs: 2 },
];

/**
 * Westgard Sigma Rules for two or three levels of controls (Westgard & Westgard 2014, Basic Quality Management Systems,
 * chapter 11). Two levels: 6 sigma 1-3s, N 2; 5 sigma 1-3s/2-2s/R-4s, N 2; 4 sigma with 4-1s, N 4 in one run (or 2 in
 * each of two); below that with 8-x, N 4 over two runs. Three levels: 1-3s; 1-3s/2of3-2s/R-4s; with 3-1s; with 6-x over
 * two runs. A sigma belongs to the highest step that it reaches: 5.9 is 5 sigma.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE.
 */
export function sigmaRules(sigma: number, levels: 2 | 3 = 2): SigmaRecommendation {
  requireFiniteNumber(sigma, "sigma");
  const steps = levels === 2 ? TWO_LEVELS : THREE_LEVELS;
  const place = Math.min(steps.length - 1, Math.max(0, 6 - Math.floor(sigma)));
  return { ...steps[place], isSufficient: sigma >= 3 };
}
