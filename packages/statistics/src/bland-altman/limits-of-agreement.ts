import { requireCount, requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import { studentTQuantile, studentTTwoSided } from "../distributions/student-t.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireRange } from "../numbers.ts";
import { type Differences, differenceMoments, differencesOf } from "./differences.ts";
import { EXACT_BELOW, type LimitIntervalMethod, limitDistances, limitStandardError } from "./limit-intervals.ts";

export interface LimitsOptions {
  /** Confidence level of all intervals, between 0 and 1; 0.95 unless given. */
  readonly level?: number;
  /** Standard deviations between bias and limit; 1.96 unless given (Bland & Altman 1986 used 2). */
  readonly multiplier?: number;
  /** "auto" unless given: "exact" for n < 30, otherwise "1999". */
  readonly interval?: LimitIntervalMethod | "auto";
}

/** What {@link LimitsOptions} leaves open, filled in. */
export const DEFAULT_LEVEL = 0.95;
/** Multiplier of Bland & Altman 1999; the normal quantile is 1.959964. */
export const DEFAULT_MULTIPLIER = 1.96;

/** Limits of agreement of x - y, in the unit of the measurements. What is undefined is null, with the reason. */
export interface LimitsOfAgreement {
  readonly n: number;
  readonly level: number;
  readonly multiplier: number;
  /** Mean difference. */
  readonly bias: number | null;
  readonly sd: number | null;
  readonly biasStandardError: number | null;
  /** t interval of the bias. */
  readonly biasInterval: Interval | null;
  /** Bias over its standard error, and the two-sided p-value of a bias of 0 (t with n - 1 degrees of freedom). */
  readonly biasT: number | null;
  readonly biasP: number | null;
  /** bias -+ multiplier sd. */
  readonly limits: Interval | null;
  readonly intervalMethod: LimitIntervalMethod;
  /** Of either limit; null also where the exact interval is used. */
  readonly limitStandardError: number | null;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
  /** Why something is null; null when all is defined. */
  readonly reason: UndefinedReason | null;
}

/**
 * Limits of agreement of pairs in memory (Bland & Altman 1986, Lancet i:307; 1999, Stat Methods Med Res 8:135).
 *
 * The intervals treat the pairs as independent. Variants of one sample are pairs of one run each: such intervals tell how
 * well the limits of these sites are known, not how runs vary. For that see `mixedModelLimits`.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function blandAltman(x: Numbers, y: Numbers, options: LimitsOptions = {}): LimitsOfAgreement {
  return limitsOfAgreement(differencesOf(differenceMoments(x, y)), options);
}

/**
 * Limits of agreement from a summary of the differences; see {@link blandAltman}.
 * - n = 0: nothing is defined; n = 1: only the bias
 * - all differences equal: the limits coincide with the bias, and intervals and test are null ("no variation"), because
 *   an interval of width 0 would claim certainty
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for n no count, sd < 0 or bad options.
 */
export function limitsOfAgreement(differences: Differences, options: LimitsOptions = {}): LimitsOfAgreement {
  const { n, mean: bias } = differences;
  const { level = DEFAULT_LEVEL, multiplier = DEFAULT_MULTIPLIER, interval = "auto" } = options;
  requireCount(n, 0, Number.MAX_SAFE_INTEGER, "n");
  requireOpenProbability(level, "level");
  requirePositive(multiplier, "multiplier");
  const intervalMethod = interval === "auto" ? (n < EXACT_BELOW ? "exact" : "1999") : interval;
  const settings = { n, level, multiplier, intervalMethod };
  if (n === 0) return { ...settings, ...nothing, reason: "no data" };
  requireFinite([bias], "mean");
  if (n === 1) return { ...settings, ...nothing, bias, reason: "too few values" };
  const sd = requireStandardDeviation(differences.sd);
  const defined = {
    ...settings,
    bias,
    sd,
    biasStandardError: sd / Math.sqrt(n),
    limits: [bias - multiplier * sd, bias + multiplier * sd] as const,
    limitStandardError: limitStandardError(sd, n, multiplier, intervalMethod),
  };
  if (sd === 0) return { ...nothing, ...defined, reason: "no variation" };
  const [near, far] = limitDistances(n, multiplier, level, intervalMethod);
  const half = -studentTQuantile((1 - level) / 2, n - 1) * defined.biasStandardError;
  const biasT = bias / defined.biasStandardError;
  return {
    ...defined,
    biasInterval: [bias - half, bias + half],
    biasT,
    biasP: studentTTwoSided(biasT, n - 1),
    lowerLimitInterval: [bias - far * sd, bias - near * sd],
    upperLimitInterval: [bias + near * sd, bias + far * sd],
    reason: null,
  };
}

const nothing = {
  bias: null,
  sd: null,
  biasStandardError: null,
  biasInterval: null,
  biasT: null,
  biasP: null,
  limits: null,
  limitStandardError: null,
  lowerLimitInterval: null,
  upperLimitInterval: null,
} as const;

function requireStandardDeviation(sd: number | null): number {
  const given = sd ?? Number.NaN;
  requireRange(given, 0, Number.MAX_VALUE, "sd");
  return given;
}
