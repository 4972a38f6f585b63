import { mean } from "../descriptive/moments.ts";
import { requirePositive } from "../distributions/requirements.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import type { Numbers } from "../numbers.ts";

/** Expected range of two standard normal values, 2 / sqrt(pi) = 1.128. */
const D2: number = 2 / Math.sqrt(Math.PI);

/** SD of that range over its expectation, sqrt(pi / 2 - 1). */
const RANGE_SD_RATIO: number = Math.sqrt(Math.PI / 2 - 1);

/** Limits of an individuals and moving range chart (I-MR). */
export interface IndividualsLimits {
  readonly n: number;
  readonly mean: number | null;
  /** Mean of |x[i] - x[i - 1]|. */
  readonly meanMovingRange: number | null;
  /** Mean moving range / d2: short-term SD, which a slow drift inflates less than the sample SD. */
  readonly sd: number | null;
  /** mean -+ multiplier SD. */
  readonly limits: Interval | null;
  /** Limits of the moving ranges; the lower one is never below 0. */
  readonly movingRangeLimits: Interval | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Limits from the mean moving range of two (Montgomery, Introduction to Statistical Quality Control, section 6.4, with
 * d2 = 1.128 and D4 = 3.267 for a multiplier of 3).
 *
 * @param values in the order in which they were measured.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE unless the multiplier is positive.
 */
export function individualsLimits(values: Numbers, multiplier = 3): IndividualsLimits {
  requirePositive(multiplier, "multiplier");
  const n = values.length;
  const centre = mean(values);
  const none = { n, mean: centre, meanMovingRange: null, sd: null, limits: null, movingRangeLimits: null };
  if (centre === null) return { ...none, reason: "no data" };
  const range = mean(movingRanges(values));
  if (range === null) return { ...none, reason: "too few values" };
  if (range === 0) return { ...none, meanMovingRange: 0, reason: "no variation" };
  const sd = range / D2;
  const spread = multiplier * RANGE_SD_RATIO;
  return {
    n,
    mean: centre,
    meanMovingRange: range,
    sd,
    limits: [centre - multiplier * sd, centre + multiplier * sd],
    movingRangeLimits: [Math.max(0, range * (1 - spread)), range * (1 + spread)],
    reason: null,
  };
}

/** |x[i] - x[i - 1]|: one fewer than there are values. */
export function movingRanges(values: Numbers): number[] {
  return Array.from({ length: Math.max(0, values.length - 1) }, (_, index) =>
    Math.abs(values[index + 1] - values[index]),
  );
}
