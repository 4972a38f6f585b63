import { mean, variance } from "../descriptive/moments.ts";
import { requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import { StatisticsError } from "../error.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import type { Numbers } from "../numbers.ts";
import { DEFAULT_LEVEL, DEFAULT_MULTIPLIER } from "./limits-of-agreement.ts";
import { type OneWay, oneWay } from "./one-way.ts";
import { sumOfVariancesInterval, type VarianceTerm } from "./sum-of-variances.ts";

/** Limits of agreement of single measurements from repeated ones. What is undefined is null, with the reason. */
export interface ReplicatedLimits {
  /** Subjects with a measurement of both methods. */
  readonly subjects: number;
  readonly level: number;
  readonly multiplier: number;
  /** Mean over subjects of the difference x - y of their means; each subject counts once. */
  readonly bias: number | null;
  readonly biasInterval: Interval | null;
  /** Variance between subjects of the difference of means: too small for single measurements. */
  readonly varianceOfMeanDifferences: number | null;
  /** Mean squares within subjects: of x and of y, or of the paired differences; null without replicates. */
  readonly withinVariances: readonly (number | null)[];
  /** Variance of the difference between single measurements, and its root. */
  readonly correctedVariance: number | null;
  readonly correctedSd: number | null;
  readonly limits: Interval | null;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
  readonly reason: UndefinedReason | null;
}

export interface ReplicatedLimitsOptions {
  /** Confidence level of the intervals; 0.95 unless given. */
  readonly level?: number;
  /** Standard deviations between bias and limit; 1.96 unless given. */
  readonly multiplier?: number;
}

/**
 * Both methods measured each subject several times, its true value constant and the replicates of one method not paired
 * with those of the other. To the variance of the subjects' mean differences is added what averaging took away,
 * (1 - 1/m) of each method's within-subject variance, m being the harmonic mean of its replicates (Bland & Altman 1999,
 * Stat Methods Med Res 8:135, sections 5.1 and 5.2).
 *
 * @param x [subject][replicate] of one method; a subject without a measurement of either method is left out.
 * @param y the other method's, same subjects, not necessarily as many replicates.
 * @throws StatisticsError TS_STATISTICS_LENGTH for unequal numbers of subjects, TS_STATISTICS_NOT_FINITE,
 *   TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function replicatedLimits(
  x: readonly Numbers[],
  y: readonly Numbers[],
  options: ReplicatedLimitsOptions = {},
): ReplicatedLimits {
  if (x.length !== y.length) {
    throw new StatisticsError("TS_STATISTICS_LENGTH", `x has ${x.length} subjects and y has ${y.length}`, {
      argument: "y",
    });
  }
  const both = x.map((_, subject) => subject).filter((subject) => x[subject].length > 0 && y[subject].length > 0);
  const ofX = oneWay(
    both.map((subject) => x[subject]),
    "x",
  );
  const ofY = oneWay(
    both.map((subject) => y[subject]),
    "y",
  );
  return limits(
    ofX.means.map((centre, index) => centre - ofY.means[index]),
    [ofX, ofY],
    options,
  );
}

/**
 * Measurements in pairs, x with y at one moment, several pairs a subject whose true value may vary between the moments.
 * The variance of a single difference is that of the subjects' means plus (1 - 1/m) of the variance within subjects
 * (Bland & Altman 1999, section 5.3; 2007, J Biopharm Stat 17:571), with m the harmonic mean of the numbers of pairs and
 * each subject counted once, as in Zou 2013 (Stat Methods Med Res 22:630); for equal numbers all three agree.
 *
 * @param differences [subject][pair] of x - y; a subject without pairs is left out.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function pairedReplicateLimits(
  differences: readonly Numbers[],
  options: ReplicatedLimitsOptions = {},
): ReplicatedLimits {
  const within = oneWay(differences, "differences");
  return limits(within.means, [within], options);
}

function limits(
  meanDifferences: readonly number[],
  sources: readonly OneWay[],
  options: ReplicatedLimitsOptions,
): ReplicatedLimits {
  const { level = DEFAULT_LEVEL, multiplier = DEFAULT_MULTIPLIER } = options;
  requireOpenProbability(level, "level");
  requirePositive(multiplier, "multiplier");
  const subjects = meanDifferences.length;
  const bias = mean(meanDifferences);
  const withinVariances = sources.map((source) => source.msWithin);
  const given = { ...nothing, subjects, level, multiplier, bias, withinVariances };
  const varianceOfMeanDifferences = variance(meanDifferences);
  if (bias === null || varianceOfMeanDifferences === null) {
    return { ...given, reason: bias === null ? "no data" : "too few values" };
  }
  const between = { variance: varianceOfMeanDifferences, degreesOfFreedom: subjects - 1 };
  const components = [between, ...sources.flatMap(lostByAveraging)];
  const correctedVariance = components.reduce((sum, component) => sum + component.variance, 0);
  const correctedSd = Math.sqrt(correctedVariance);
  const distance = multiplier * correctedSd;
  const defined = {
    ...given,
    varianceOfMeanDifferences,
    correctedVariance,
    correctedSd,
    limits: [bias - distance, bias + distance] as const,
  };
  if (correctedVariance === 0) return { ...defined, reason: "no variation" };
  const half = -studentTQuantile((1 - level) / 2, subjects - 1) * Math.sqrt(varianceOfMeanDifferences / subjects);
  const [low, high] = sumOfVariancesInterval(components, level);
  const inward = Math.hypot(half, distance - multiplier * Math.sqrt(low));
  const outward = Math.hypot(half, multiplier * Math.sqrt(high) - distance);
  return {
    ...defined,
    biasInterval: varianceOfMeanDifferences === 0 ? null : [bias - half, bias + half],
    lowerLimitInterval: [bias - distance - outward, bias - distance + inward],
    upperLimitInterval: [bias + distance - inward, bias + distance + outward],
    reason: null,
  };
}

function lostByAveraging(source: OneWay): VarianceTerm[] {
  if (source.msWithin === null) return [];
  const weight = 1 - 1 / source.harmonicReplicates;
  return [{ variance: weight * source.msWithin, degreesOfFreedom: source.dfWithin }];
}

const nothing = {
  biasInterval: null,
  varianceOfMeanDifferences: null,
  correctedVariance: null,
  correctedSd: null,
  limits: null,
  lowerLimitInterval: null,
  upperLimitInterval: null,
} as const;
