import { fUpperTail } from "../distributions/f.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireRange } from "../numbers.ts";
import type { IccForm } from "./icc-form.ts";
import { iccInterval } from "./icc-interval.ts";
import { meanSquaresOrNull } from "./mean-squares.ts";
import type { MeanSquares } from "./mean-squares-accumulator.ts";

/**
 * What a reader must know of an estimate. "negative": runs of one subject differ more than subjects do. "above one": an
 * average form of a very negative single one. "infinite F": no error at all between runs.
 */
export type IccFlag = "negative" | "above one" | "infinite F";

/** One intraclass correlation with its test and interval. */
export interface IccEstimate {
  readonly form: IccForm;
  /** At most 1 for single values; never clamped, so negative values and averages above 1 show. Null where 0/0. */
  readonly value: number | null;
  /** At the level asked for; null where undefined, `reason` says why. */
  readonly interval: Interval | null;
  /**
   * F statistic of the test of no difference between subjects. Null where undefined, and where it is infinite because
   * the runs agree exactly: then `flags` has "infinite F" and `p` is 0.
   */
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  /** One-sided p-value of `f`. */
  readonly p: number | null;
  /** Satterthwaite's degrees of freedom of the interval; only for the absolute agreement forms. */
  readonly v: number | null;
  readonly flags: readonly IccFlag[];
  /** Why the value, or else the interval, is null. */
  readonly reason: UndefinedReason | null;
}

/**
 * Intraclass correlation of a complete table `matrix[subject][run]`; see {@link iccFromMeanSquares}. With fewer than two
 * subjects the value is null.
 *
 * @throws StatisticsError as {@link meanSquares}, but not for few subjects; TS_STATISTICS_OUT_OF_RANGE for the level.
 */
export function icc(matrix: readonly Numbers[], form: IccForm, level = 0.95): IccEstimate {
  return iccFromMeanSquares(meanSquaresOrNull(matrix), form, level);
}

/**
 * Intraclass correlation, F test against 0 and interval from mean squares, by McGraw & Wong (1996, Psychol Methods 1:30,
 * Tables 4, 7 and 8, with the erratum 1:390).
 *
 * The test of ICC(A,1) has (subjects - 1)(runs - 1) denominator degrees of freedom: with no difference between subjects
 * the denominator is the error mean square alone; Satterthwaite's v belongs to the interval only. The interval of
 * ICC(A,k) is that of ICC(A,1), stepped up by the Spearman-Brown formula.
 *
 * @param ms null where there are fewer than two subjects.
 * @param level coverage of the interval, between 0 and 1.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for the level.
 */
export function iccFromMeanSquares(ms: MeanSquares | null, form: IccForm, level = 0.95): IccEstimate {
  requireRange(level, Number.MIN_VALUE, 1 - Number.EPSILON, "level");
  if (ms === null) return undefinedEstimate(form, "too few values");
  const value = iccValue(ms, form);
  const test = fTest(ms, form);
  const bounds = iccInterval(ms, form, level);
  const interval = value === null ? null : bounds.interval;
  const valueReason = value === null ? undefinedReason(ms) : null;
  return {
    form,
    value,
    interval,
    ...test,
    v: value === null ? null : bounds.v,
    flags: [
      ...(value !== null && value < 0 ? (["negative"] as const) : []),
      ...(value !== null && value > 1 ? (["above one"] as const) : []),
      ...(test.f === null && test.p === 0 ? (["infinite F"] as const) : []),
    ],
    reason: valueReason ?? bounds.reason,
  };
}

function undefinedEstimate(form: IccForm, reason: UndefinedReason): IccEstimate {
  return { form, value: null, interval: null, f: null, df1: null, df2: null, p: null, v: null, flags: [], reason };
}

/** Table 4 of McGraw & Wong; null where the denominator is 0. */
function iccValue(ms: MeanSquares, form: IccForm): number | null {
  const { subjects: n, runs: k, msSubjects, msRuns, msError, msWithin } = ms;
  switch (form) {
    case "ICC(1,1)":
      return ratio(msSubjects - msWithin, msSubjects + (k - 1) * msWithin);
    case "ICC(1,k)":
      return ratio(msSubjects - msWithin, msSubjects);
    case "ICC(C,1)":
      return ratio(msSubjects - msError, msSubjects + (k - 1) * msError);
    case "ICC(C,k)":
      return ratio(msSubjects - msError, msSubjects);
    case "ICC(A,1)":
      return ratio(msSubjects - msError, msSubjects + (k - 1) * msError + (k / n) * (msRuns - msError));
    case "ICC(A,k)":
      return ratio(msSubjects - msError, msSubjects + (msRuns - msError) / n);
  }
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function undefinedReason(ms: MeanSquares): UndefinedReason {
  if (ms.msSubjects > 0) return "denominator is zero";
  return ms.msWithin === 0 ? "no variation" : "no variation between subjects";
}

function fTest(ms: MeanSquares, form: IccForm): Pick<IccEstimate, "f" | "df1" | "df2" | "p"> {
  const oneWay = form === "ICC(1,1)" || form === "ICC(1,k)";
  const denominator = oneWay ? ms.msWithin : ms.msError;
  const df1 = ms.subjects - 1;
  const df2 = (oneWay ? ms.subjects : ms.subjects - 1) * (ms.runs - 1);
  if (denominator === 0) return { f: null, df1, df2, p: ms.msSubjects > 0 ? 0 : null };
  const f = ms.msSubjects / denominator;
  return Number.isFinite(f) ? { f, df1, df2, p: fUpperTail(f, df1, df2) } : { f: null, df1, df2, p: 0 };
}
