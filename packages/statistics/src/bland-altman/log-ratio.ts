import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireSameLength } from "../numbers.ts";
import { blandAltman, type LimitsOfAgreement, type LimitsOptions } from "./limits-of-agreement.ts";

/** Limits of agreement of the ratio x / y. */
export interface RatioLimits {
  /** Limits of ln x - ln y; null where a value has no logarithm. */
  readonly logarithm: LimitsOfAgreement | null;
  /** Geometric mean of x / y. */
  readonly ratio: number | null;
  readonly ratioInterval: Interval | null;
  /** Limits of x / y. */
  readonly limits: Interval | null;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Limits of agreement of the ratio, for differences that grow in proportion to the magnitude (Bland & Altman 1999,
 * section 3.1): the limits of the difference of natural logarithms, and their exponentials. Null ("value not positive")
 * when any value is 0 or negative; leaving such pairs out would hide the worst disagreement.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE, and TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function ratioLimits(x: Numbers, y: Numbers, options: LimitsOptions = {}): RatioLimits {
  requireSameLength(x, y, "x", "y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  if (!(allPositive(x) && allPositive(y))) return { ...nothing, reason: "value not positive" };
  const logarithm = blandAltman(Float64Array.from(x, Math.log), Float64Array.from(y, Math.log), options);
  return {
    logarithm,
    ratio: logarithm.bias === null ? null : Math.exp(logarithm.bias),
    ratioInterval: exponentials(logarithm.biasInterval),
    limits: exponentials(logarithm.limits),
    lowerLimitInterval: exponentials(logarithm.lowerLimitInterval),
    upperLimitInterval: exponentials(logarithm.upperLimitInterval),
    reason: logarithm.reason,
  };
}

/** e to the power of both bounds; null where a bound then exceeds all numbers. */
export function exponentials(interval: Interval | null): Interval | null {
  if (interval === null) return null;
  const high = Math.exp(interval[1]);
  return Number.isFinite(high) ? [Math.exp(interval[0]), high] : null;
}

function allPositive(values: Numbers): boolean {
  for (let index = 0; index < values.length; index++) if (values[index] <= 0) return false;
  return true;
}

const nothing = {
  logarithm: null,
  ratio: null,
  ratioInterval: null,
  limits: null,
  lowerLimitInterval: null,
  upperLimitInterval: null,
} as const;
