import { requirePositive } from "../distributions/requirements.ts";
import { StatisticsError } from "../error.ts";
import { type ControlScore, requireRunScores } from "./control-score.ts";
import type { RuleState } from "./rule-judge.ts";

/** Limits that widen with the true SD of the statistic, or their limit after many runs. */
export type EwmaLimits = "time-varying" | "asymptotic";

/** Design of an EWMA chart. */
export interface EwmaDesign {
  /** Weight of the newest measurement, above 0 and at most 1. */
  readonly lambda: number;
  /** Limit in SD of the statistic (L). */
  readonly limit: number;
  /** `time-varying` unless given. */
  readonly limits?: EwmaLimits;
}

/** One run on an EWMA chart; everything in SD of the baseline. */
export interface EwmaPoint {
  /** The moving average after this run; unchanged by a run without a score. */
  readonly value: number;
  /** It signals above this and below its negative. */
  readonly limit: number;
  readonly state: RuleState;
}

/**
 * Exponentially weighted moving average w[i] = lambda z[i] + (1 - lambda) w[i-1], from w[0] = 0 (Roberts 1959,
 * Technometrics 1:239), with the limits of Lucas & Saccucci 1990 (Technometrics 32:1): L sqrt(lambda / (2 - lambda)),
 * times sqrt(1 - (1 - lambda)^(2i)) when time-varying.
 *
 * @param scores one for each run, in order; see ControlScore for those that are no numbers: they do not move the chart.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function ewmaChart(scores: ArrayLike<ControlScore>, design: EwmaDesign): EwmaPoint[] {
  requireEwmaDesign(design);
  let value = 0;
  let measured = 0;
  return Array.from({ length: scores.length }, (_, run) => {
    const score = scores[run];
    requireRunScores([score], 1, run);
    if (typeof score !== "number") {
      return { value, limit: ewmaLimit(design, measured), state: score === null ? "not applicable" : score };
    }
    measured++;
    value = design.lambda * score + (1 - design.lambda) * value;
    const limit = ewmaLimit(design, measured);
    return { value, limit, state: Math.abs(value) > limit ? "fired" : "not fired" };
  });
}

/** Limit after some measurements, in SD of one measurement. */
export function ewmaLimit({ lambda, limit, limits = "time-varying" }: EwmaDesign, measurements: number): number {
  const asymptotic = limit * Math.sqrt(lambda / (2 - lambda));
  if (limits === "asymptotic") return asymptotic;
  // 1 - (1 - lambda)^(2i), without cancellation for small lambda; lambda = 1 has ln 0 = -Infinity.
  const share = measurements === 0 ? 0 : -Math.expm1(2 * measurements * Math.log1p(-lambda));
  return asymptotic * Math.sqrt(share);
}

/** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE. */
export function requireEwmaDesign({ lambda, limit }: EwmaDesign): void {
  if (!(lambda > 0 && lambda <= 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `lambda is ${lambda}, not above 0 and at most 1`, {
      argument: "lambda",
    });
  }
  requirePositive(limit, "limit");
}
