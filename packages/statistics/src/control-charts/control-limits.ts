import { mean, standardDeviation } from "../descriptive/moments.ts";
import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import { normalCdf } from "../distributions/normal.ts";
import { requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import { StatisticsError } from "../error.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite } from "../numbers.ts";

/** Centre and spread of a Levey-Jennings chart, with what a baseline of this size leaves open. */
export interface ControlLimits {
  /** Baseline measurements. */
  readonly n: number;
  /** In the unit of the values; null without values. */
  readonly mean: number | null;
  /** Sample SD (divisor n - 1) in the unit of the values; null when it is undefined or 0, which makes no limits. */
  readonly sd: number | null;
  /** Confidence interval of the mean, mean -+ t SD / sqrt(n). */
  readonly meanInterval: Interval | null;
  /** Confidence interval of the SD, from the chi-squared distribution of (n - 1) SD^2 / sigma^2. */
  readonly sdInterval: Interval | null;
  /** Of the intervals. */
  readonly level: number;
  /** Why there is no SD. */
  readonly reason: UndefinedReason | null;
}

/**
 * Levey-Jennings limits of a baseline. Intervals after Hahn & Meeker 1991, Statistical Intervals, sections 4.2 and 4.4;
 * they hold for independent, normally distributed measurements.
 *
 * @param values measurements of the frozen baseline of one analyte, material and level.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE for a level that is no probability.
 */
export function controlLimits(values: Numbers, level = 0.95): ControlLimits {
  requireOpenProbability(level, "level");
  requireFinite(values, "values");
  const n = values.length;
  const undefinedLimits = { n, sd: null, meanInterval: null, sdInterval: null, level };
  const centre = mean(values);
  if (centre === null) return { ...undefinedLimits, mean: null, reason: "no data" };
  const sd = standardDeviation(values);
  if (sd === null) return { ...undefinedLimits, mean: centre, reason: "too few values" };
  if (sd === 0 || areAllEqual(values)) return { ...undefinedLimits, mean: centre, reason: "no variation" };
  const tail = (1 - level) / 2;
  const margin = (-studentTQuantile(tail, n - 1) * sd) / Math.sqrt(n);
  const bound = (p: number): number => sd * Math.sqrt((n - 1) / chiSquaredQuantile(p, n - 1));
  return {
    n,
    mean: centre,
    sd,
    meanInterval: [centre - margin, centre + margin],
    sdInterval: [bound(1 - tail), bound(tail)],
    level,
    reason: null,
  };
}

/** Rounding can give equal values an SD just above 0. */
function areAllEqual(values: Numbers): boolean {
  for (let index = 1; index < values.length; index++) if (values[index] !== values[0]) return false;
  return true;
}

/**
 * The multiple of the baseline's SD that one future measurement exceeds as rarely as a normal one exceeds `multiplier`
 * true SD: t(p, n - 1) sqrt(1 + 1/n), the prediction interval of one observation (Hahn & Meeker 1991, section 4.7).
 * 3 becomes 3.53 for 20 measurements and 4.29 for 10.
 *
 * @param n measurements in the baseline, at least 2.
 * @throws StatisticsError TS_STATISTICS_TOO_FEW, TS_STATISTICS_OUT_OF_RANGE unless the multiplier is positive.
 */
export function predictionMultiplier(multiplier: number, n: number): number {
  requirePositive(multiplier, "multiplier");
  if (!(Number.isSafeInteger(n) && n >= 2)) {
    throw new StatisticsError("TS_STATISTICS_TOO_FEW", `n is ${n}; a prediction needs 2 measurements or more`, {
      argument: "n",
    });
  }
  return -studentTQuantile(normalCdf(-multiplier), n - 1) * Math.sqrt(1 + 1 / n);
}
