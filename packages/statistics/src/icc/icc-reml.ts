import { chiSquaredQuantile } from "../distributions/chi-squared.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { requireRange } from "../numbers.ts";
import { fitReml, type RemlFit, remlDeviance } from "../variance-components/fit-reml.ts";
import type { RemlModel } from "../variance-components/reml-criterion.ts";
import type { IncompleteMatrix } from "./complete-subjects.ts";
import type { IccForm } from "./icc-form.ts";
import { profileInterval } from "./icc-profile-interval.ts";
import { IccRemlAccumulator } from "./icc-reml-accumulator.ts";

/** The forms of the two-way model, which REML estimates; a one-way form ignores what it tells apart. */
export type TwoWayIccForm = Exclude<IccForm, "ICC(1,1)" | "ICC(1,k)">;

/** One intraclass correlation from variance components. */
export interface RemlIccEstimate {
  readonly form: TwoWayIccForm;
  /** Between 0 and 1; null where undefined. */
  readonly value: number | null;
  /** Profile likelihood interval; null where undefined. */
  readonly interval: Interval | null;
  readonly reason: UndefinedReason | null;
}

/** Variance components and intraclass correlations of a table with missing values. */
export interface IccReml {
  /** Subjects with at least one value. */
  readonly subjects: number;
  readonly runs: number;
  /** Values that are not missing. */
  readonly observations: number;
  /** Never negative; null where the model has no fit. */
  readonly varSubject: number | null;
  readonly varRun: number | null;
  readonly varResidual: number | null;
  readonly estimates: readonly RemlIccEstimate[];
  /** Why the variances are null. */
  readonly reason: UndefinedReason | null;
}

const forms: readonly TwoWayIccForm[] = ["ICC(A,1)", "ICC(A,k)", "ICC(C,1)", "ICC(C,k)"];

/**
 * Intraclass correlations of an incomplete table `matrix[subject][run]`, null = missing, by restricted maximum
 * likelihood of value = mean + subject + run + residual, subjects and runs random. Uses every value that is there; right
 * if values are missing at random given the others. On a complete table with positive components it equals the mean
 * squares' result. Averages (k) are over as many values as there are runs.
 *
 * Intervals are the values of the correlation whose profile deviance lies within the chi-squared quantile of 1 degree of
 * freedom (Venzon & Moolgavkar 1988, Appl Stat 37:87).
 *
 * @param level coverage of the intervals, between 0 and 1.
 * @throws StatisticsError TS_STATISTICS_TOO_FEW with fewer than two runs, TS_STATISTICS_LENGTH for rows of unequal
 *   length, TS_STATISTICS_NOT_FINITE for a value that is neither null nor a finite number, TS_STATISTICS_OUT_OF_RANGE for
 *   the level.
 */
export function iccReml(matrix: IncompleteMatrix, level = 0.95): IccReml {
  if (matrix.length === 0) return undefinedIcc({ subjects: 0, runs: 0, observations: 0 }, "no data");
  const accumulator = new IccRemlAccumulator(matrix[0].length);
  for (const row of matrix) accumulator.add(row);
  return iccRemlOf(accumulator, level);
}

/** As {@link iccReml}, of a table that was added row by row. */
export function iccRemlOf(table: IccRemlAccumulator, level = 0.95): IccReml {
  requireRange(level, Number.MIN_VALUE, 1 - Number.EPSILON, "level");
  const { subjects, runs, observations } = table;
  const size = { subjects, runs, observations };
  if (observations === 0) return undefinedIcc(size, "no data");
  if (!table.estimable) return undefinedIcc(size, "too few values");
  if (table.constant) return undefinedIcc(size, "no variation");
  if (table.identicalRuns) return perfectAgreement(table);
  const model = table.model();
  const fit = fitReml(model);
  if (typeof fit === "string") return undefinedIcc(size, fit);
  const [varSubject, varRun, varResidual] = fit.variances;
  return { ...size, varSubject, varRun, varResidual, estimates: estimatesOf(model, fit, runs, level), reason: null };
}

function estimatesOf(model: RemlModel, fit: RemlFit, runs: number, level: number): RemlIccEstimate[] {
  const [varSubject, varRun, varResidual] = fit.variances;
  const runRatio = varRun / varResidual;
  const deviance = (subjectRatio: number, ratio: number) =>
    remlDeviance(model, [Math.sqrt(subjectRatio), Math.sqrt(ratio)]) ?? Number.POSITIVE_INFINITY;
  const agreement = varSubject / (varSubject + varRun + varResidual);
  const consistency = varSubject / (varSubject + varResidual);
  const limits = { minimum: fit.deviance, excess: chiSquaredQuantile(level, 1) };
  const agreementInterval = profileInterval((odds, ratio) => deviance(odds * (1 + ratio), ratio), {
    ...limits,
    estimate: agreement,
    ratio: runRatio,
  });
  const consistencyInterval = profileInterval(deviance, { ...limits, estimate: consistency, ratio: runRatio });
  return forms.map((form): RemlIccEstimate => {
    const absolute = form === "ICC(A,1)" || form === "ICC(A,k)";
    const single = absolute ? agreement : consistency;
    const [low, high] = absolute ? agreementInterval : consistencyInterval;
    const k = form === "ICC(A,k)" || form === "ICC(C,k)" ? runs : 1;
    return { form, value: average(single, k), interval: [average(low, k), average(high, k)], reason: null };
  });
}

/** Spearman-Brown; without a pole between 0 and 1. */
function average(single: number, k: number): number {
  return (k * single) / (1 + (k - 1) * single);
}

/** All values of each subject are equal: the likelihood has no maximum, the correlations are 1. */
function perfectAgreement(table: IccRemlAccumulator): IccReml {
  const { subjects, runs, observations } = table;
  return {
    subjects,
    runs,
    observations,
    varSubject: table.varianceOfMeans(),
    varRun: 0,
    varResidual: 0,
    estimates: forms.map((form) => ({ form, value: 1, interval: [1, 1], reason: null })),
    reason: null,
  };
}

function undefinedIcc(size: Pick<IccReml, "subjects" | "runs" | "observations">, reason: UndefinedReason): IccReml {
  const estimates = forms.map((form) => ({ form, value: null, interval: null, reason }));
  return { ...size, varSubject: null, varRun: null, varResidual: null, estimates, reason };
}
