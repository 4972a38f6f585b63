import { requirePositive } from "../distributions/requirements.ts";
import { requireRange } from "../numbers.ts";
import { type ControlScore, requireRunScores } from "./control-score.ts";
import type { RuleState } from "./rule-judge.ts";

/** Design of a tabular CUSUM, in SD of the baseline. */
export interface CusumDesign {
  /** Reference value (slack), usually half the shift to detect; 0 or above. */
  readonly k: number;
  /** Decision limit; a sum signals above it. */
  readonly h: number;
  /** Where both sums start: 0 unless given; h / 2 is the fast initial response. */
  readonly headStart?: number;
}

/** One run on a CUSUM chart, in SD of the baseline. */
export interface CusumPoint {
  /** Sum of excesses above +k; never below 0. */
  readonly upper: number;
  /** Sum of excesses below -k, counted positive; never below 0. */
  readonly lower: number;
  readonly state: RuleState;
  /** Side on which it signals. */
  readonly side: "above" | "below" | null;
}

/**
 * Two-sided tabular CUSUM: C+[i] = max(0, C+[i-1] + z[i] - k), C-[i] = max(0, C-[i-1] - z[i] - k) (Page 1954,
 * Biometrika 41:100; Montgomery, section 9.1.2; head start: Lucas & Crosier 1982, Technometrics 24:199).
 *
 * @param scores one for each run, in order; those that are no numbers do not move the sums.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function cusumChart(scores: ArrayLike<ControlScore>, design: CusumDesign): CusumPoint[] {
  requireCusumDesign(design);
  const { k, h, headStart = 0 } = design;
  let [upper, lower] = [headStart, headStart];
  return Array.from({ length: scores.length }, (_, run) => {
    const score = scores[run];
    requireRunScores([score], 1, run);
    if (typeof score !== "number") {
      return { upper, lower, state: score === null ? "not applicable" : score, side: null };
    }
    upper = Math.max(0, upper + score - k);
    lower = Math.max(0, lower - score - k);
    if (upper > h) return { upper, lower, state: "fired", side: "above" };
    if (lower > h) return { upper, lower, state: "fired", side: "below" };
    return { upper, lower, state: "not fired", side: null };
  });
}

/** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE. */
export function requireCusumDesign({ k, h, headStart = 0 }: CusumDesign): void {
  requireRange(k, 0, Number.MAX_VALUE, "k");
  requirePositive(h, "h");
  requireRange(h, 0, Number.MAX_VALUE, "h");
  requireRange(headStart, 0, h, "headStart");
}
