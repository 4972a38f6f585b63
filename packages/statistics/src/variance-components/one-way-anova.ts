import { fUpperTail } from "../distributions/f.ts";
import { StatisticsError } from "../error.ts";
import { type Numbers, requireFinite } from "../numbers.ts";
import { encodeFactor } from "./factor.ts";
import { nestedSumsOfSquares } from "./nested-sums-of-squares.ts";

/** One-way analysis of variance. */
export interface OneWayAnova {
  readonly groups: number;
  readonly observations: number;
  readonly mean: number;
  /** Mean square between groups (MSB). */
  readonly msBetween: number;
  /** Mean square within groups (MSW). */
  readonly msWithin: number;
  /** Null where all values of each group are equal; `p` is then 0, or null if the groups are equal too. */
  readonly f: number | null;
  readonly df: readonly [between: number, within: number];
  readonly p: number | null;
  /** Fraction of the sum of squares that is between groups; null where all values are equal. */
  readonly rSquared: number | null;
  /** Weighted mean size of a group, (N - sum n^2 / N) / (groups - 1); the size itself where all are equal. */
  readonly groupSize: number;
  /** Estimate (MSB - MSW) / groupSize of the variance between groups, negative where groups differ less than values. */
  readonly varianceBetween: number;
  /** Estimate of the variance within groups, MSW. */
  readonly varianceWithin: number;
  /** ICC(1) = varianceBetween / (varianceBetween + varianceWithin), at most 1, unclamped; null where that is 0 / 0. */
  readonly icc: number | null;
}

/**
 * One-way analysis of variance of values grouped by label, with the components of variance by the method of moments
 * (Searle, Casella & McCulloch 1992, Variance Components, section 3.6).
 *
 * @throws StatisticsError TS_STATISTICS_TOO_FEW with fewer than two groups or no repeated group, TS_STATISTICS_LENGTH
 *   for labels that are not as many as values, TS_STATISTICS_NOT_FINITE for a value that is no finite number.
 */
export function oneWayAnova(values: Numbers, labels: ArrayLike<string | number>): OneWayAnova {
  requireFinite(values, "values");
  const factor = encodeFactor({ name: "labels", labels }, values.length);
  const within = values.length - factor.levels;
  if (factor.levels < 2 || within < 1) {
    throw new StatisticsError(
      "TS_STATISTICS_TOO_FEW",
      `${values.length} values in ${factor.levels} groups; an analysis of variance needs two groups and a repeat`,
      { argument: "labels" },
    );
  }
  const { mean, strata } = nestedSumsOfSquares(values, [factor]);
  const [between, residual] = strata;
  const msBetween = between.sumOfSquares / between.degreesOfFreedom;
  const msWithin = residual.sumOfSquares / residual.degreesOfFreedom;
  const groupSize = between.coefficients[0] / between.degreesOfFreedom;
  const varianceBetween = (msBetween - msWithin) / groupSize;
  const total = between.sumOfSquares + residual.sumOfSquares;
  const totalVariance = varianceBetween + msWithin;
  return {
    groups: factor.levels,
    observations: values.length,
    mean,
    msBetween,
    msWithin,
    ...test(msBetween, msWithin, between.degreesOfFreedom, within),
    rSquared: total === 0 ? null : between.sumOfSquares / total,
    groupSize,
    varianceBetween,
    varianceWithin: msWithin,
    icc: totalVariance > 0 ? varianceBetween / totalVariance : null,
  };
}

function test(msBetween: number, msWithin: number, df1: number, df2: number): Pick<OneWayAnova, "f" | "df" | "p"> {
  const df = [df1, df2] as const;
  const f = msWithin === 0 ? null : msBetween / msWithin;
  if (f !== null && Number.isFinite(f)) return { f, df, p: fUpperTail(f, df1, df2) };
  return { f: null, df, p: msBetween > 0 ? 0 : null };
}
