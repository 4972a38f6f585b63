import { requireFiniteNumber, requirePositive } from "../distributions/requirements.ts";
import type { RuleSet } from "./rule-set.ts";

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

/** A control procedure that detects medically important errors at a sigma. */
export interface SigmaRecommendation {
  readonly ruleSet: RuleSet;
  /** Controls in every run (N). */
  readonly controls: number;
  /** Runs over which windows are evaluated (R). */
  readonly runs: number;
  /** False below 3 sigma: no control procedure makes up for the assay. */
  readonly isSufficient: boolean;
}

const MULTIRULES: RuleSet = ["1-3s", "2-2s", "R-4s", "4-1s", "8-x"];

/**
 * Westgard Sigma Rules for two levels of controls (Westgard & Westgard 2014, Basic Quality Management Systems, chapter
 * 11): 6 sigma 1-3s, N 2, R 1; 5 sigma 1-3s/2-2s/R-4s, N 2, R 1; 4 sigma with 4-1s, N 4, R 1 (or N 2, R 2); below that
 * with 8-x, N 4, R 2 (or N 2, R 4). A sigma belongs to the highest step that it reaches: 5.9 is 5 sigma.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE.
 */
export function sigmaRules(sigma: number): SigmaRecommendation {
  requireFiniteNumber(sigma, "sigma");
  if (sigma >= 6) return { ruleSet: ["1-3s"], controls: 2, runs: 1, isSufficient: true };
  if (sigma >= 5) return { ruleSet: ["1-3s", "2-2s", "R-4s"], controls: 2, runs: 1, isSufficient: true };
  if (sigma >= 4) return { ruleSet: ["1-3s", "2-2s", "R-4s", "4-1s"], controls: 4, runs: 1, isSufficient: true };
  return { ruleSet: MULTIRULES, controls: 4, runs: 2, isSufficient: sigma >= 3 };
}
