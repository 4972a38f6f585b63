import { requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import { meanSquares } from "../icc/mean-squares.ts";
import type { MeanSquares } from "../icc/mean-squares-accumulator.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite } from "../numbers.ts";
import { DEFAULT_LEVEL, DEFAULT_MULTIPLIER } from "./limits-of-agreement.ts";
import { standardDeviationInterval } from "./repeatability.ts";
import { sumOfVariancesInterval } from "./sum-of-variances.ts";

export interface MixedModelOptions {
  readonly level?: number;
  readonly multiplier?: number;
}

/** Limits of agreement over all runs at once. What is undefined is null, with the reason. */
export interface MixedModelLimits {
  readonly subjects: number;
  readonly runs: number;
  readonly level: number;
  readonly multiplier: number;
  /** Variance between runs, at least 0; null where runs are fixed. */
  readonly runVariance: number | null;
  readonly residualVariance: number;
  /** Standard deviation of the difference between two runs at one subject. */
  readonly differenceSd: number;
  readonly differenceSdInterval: Interval | null;
  readonly reason: UndefinedReason | null;
}

/** Runs are a sample of all runs: the limits are for any two, also future ones, and symmetric about 0. */
export interface RandomRunLimits extends MixedModelLimits {
  readonly runVariance: number;
  readonly limits: Interval;
  /** Interval of the upper limit; the lower limit's is its mirror image. */
  readonly upperLimitInterval: Interval | null;
}

/** Limits of one pair of fixed runs, 0-based places, differences first - second. */
export interface FixedRunPair {
  readonly first: number;
  readonly second: number;
  readonly bias: number;
  readonly limits: Interval;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
}

/** Only these runs are meant: each pair has its bias, and all share one standard deviation. */
export interface FixedRunLimits extends MixedModelLimits {
  readonly runVariance: null;
  /** Of differenceSd: (subjects - 1)(runs - 1). */
  readonly degreesOfFreedom: number;
  readonly pairs: readonly FixedRunPair[];
}

/**
 * Limits of agreement between any two runs, for subjects and runs that are both random: y = mean + subject + run +
 * residual. The difference between two runs at one subject has mean 0 and variance 2 (run + residual variance)
 * (Carstensen, Simpson & Gurrin 2008, Int J Biostat 4:16, with runs in the place of methods). ANOVA estimates; run +
 * residual variance is the mean square within subjects, also where the run variance is set to 0. The interval is that of
 * Graybill & Wang 1980 (J Am Stat Assoc 75:869) for the sum of the mean squares of runs and residual. With few runs it is
 * wide, however many subjects there are: unlike the intervals of single pairs, it tells how runs vary.
 *
 * @param squares mean squares of a complete table, from `meanSquares(matrix)` or streamed.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function randomRunLimits(squares: MeanSquares, options: MixedModelOptions = {}): RandomRunLimits {
  const { level, multiplier } = settings(options);
  const { subjects, runs, msRuns, msError } = squares;
  const fromRuns = msRuns / subjects;
  const fromResidual = ((subjects - 1) / subjects) * msError;
  const within = fromRuns + fromResidual;
  const runVariance = Math.max(0, (msRuns - msError) / subjects);
  const differenceSd = Math.sqrt(2 * within);
  const interval = within > 0 ? differenceInterval(fromRuns, fromResidual, squares, level) : null;
  return {
    subjects,
    runs,
    level,
    multiplier,
    runVariance,
    residualVariance: within - runVariance,
    differenceSd,
    differenceSdInterval: interval,
    limits: [-multiplier * differenceSd, multiplier * differenceSd],
    upperLimitInterval: interval === null ? null : [multiplier * interval[0], multiplier * interval[1]],
    reason: interval === null ? "no variation" : null,
  };
}

function differenceInterval(
  fromRuns: number,
  fromResidual: number,
  { subjects, runs }: MeanSquares,
  level: number,
): Interval {
  const terms = [
    { variance: fromRuns, degreesOfFreedom: runs - 1 },
    { variance: fromResidual, degreesOfFreedom: (subjects - 1) * (runs - 1) },
  ];
  const [low, high] = sumOfVariancesInterval(terms, level);
  return [Math.sqrt(2 * low), Math.sqrt(2 * high)];
}

/**
 * Limits of agreement of each pair of these runs, for random subjects and fixed runs: bias -+ z sqrt(2 residual variance),
 * the variance pooled over all runs with (n - 1)(k - 1) degrees of freedom. Intervals as Bland & Altman 1999, their
 * degrees of freedom replaced; for two runs they are those of `blandAltman` with interval "1999".
 *
 * @param runMeans mean of each run over the subjects.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for bad options, TS_STATISTICS_NOT_FINITE for a run mean.
 */
export function fixedRunLimits(
  squares: MeanSquares,
  runMeans: Numbers,
  options: MixedModelOptions = {},
): FixedRunLimits {
  requireFinite(runMeans, "runMeans");
  const { level, multiplier } = settings(options);
  const { subjects, runs, msError } = squares;
  const differenceSd = Math.sqrt(2 * msError);
  const degreesOfFreedom = (subjects - 1) * (runs - 1);
  const interval = standardDeviationInterval(differenceSd, degreesOfFreedom, level);
  const distance = multiplier * differenceSd;
  const standardError = differenceSd * Math.sqrt(1 / subjects + multiplier ** 2 / (2 * degreesOfFreedom));
  const half = -studentTQuantile((1 - level) / 2, degreesOfFreedom) * standardError;
  const around = (limit: number): Interval | null => (interval === null ? null : [limit - half, limit + half]);
  const pairs: FixedRunPair[] = [];
  for (let first = 0; first < runs; first++) {
    for (let second = first + 1; second < runs; second++) {
      const bias = runMeans[first] - runMeans[second];
      const limits: Interval = [bias - distance, bias + distance];
      const [low, high] = limits;
      pairs.push({ first, second, bias, limits, lowerLimitInterval: around(low), upperLimitInterval: around(high) });
    }
  }
  return {
    subjects,
    runs,
    level,
    multiplier,
    runVariance: null,
    residualVariance: msError,
    differenceSd,
    differenceSdInterval: interval,
    degreesOfFreedom,
    pairs,
    reason: interval === null ? "no variation" : null,
  };
}

/** Both kinds of limits of a complete table. */
export interface MixedModel {
  readonly random: RandomRunLimits;
  readonly fixed: FixedRunLimits;
}

/**
 * {@link randomRunLimits} and {@link fixedRunLimits} of a complete table.
 *
 * @param matrix [subject][run]
 * @throws StatisticsError TS_STATISTICS_TOO_FEW below two subjects or two runs, TS_STATISTICS_LENGTH for rows of unequal
 *   length, TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function mixedModelLimits(matrix: readonly Numbers[], options: MixedModelOptions = {}): MixedModel {
  const squares = meanSquares(matrix);
  const runMeans = Array.from({ length: squares.runs }, () => 0);
  for (const row of matrix) {
    for (let run = 0; run < squares.runs; run++) runMeans[run] += row[run] / squares.subjects;
  }
  return { random: randomRunLimits(squares, options), fixed: fixedRunLimits(squares, runMeans, options) };
}

function settings({ level = DEFAULT_LEVEL, multiplier = DEFAULT_MULTIPLIER }: MixedModelOptions): {
  readonly level: number;
  readonly multiplier: number;
} {
  requireOpenProbability(level, "level");
  requirePositive(multiplier, "multiplier");
  return { level, multiplier };
}
