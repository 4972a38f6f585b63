import { fQuantile, fUpperTail } from "../distributions/f.ts";
import { completeSubjects } from "../icc/complete-subjects.ts";
import { type IccEstimate, iccFromMeanSquares } from "../icc/icc.ts";
import type { IccForm } from "../icc/icc-form.ts";
import { type IccReml, iccReml } from "../icc/icc-reml.ts";
import { meanSquares } from "../icc/mean-squares.ts";
import type { MeanSquares } from "../icc/mean-squares-accumulator.ts";
import {
  type Answer,
  type Answers,
  answersBy,
  type Computed,
  Estimate,
  once,
  undefinedBecause,
  Withheld,
} from "./answer.ts";
import { generatedMatrix } from "./generator.ts";
import { levelOf, matrixOf, type Problem, textOf } from "./problem.ts";
import { isList, type JsonRecord } from "./reference-case.ts";
import { readSideTable } from "./side-table.ts";

type Matrix = readonly (readonly (number | null)[])[];

/** Shrout & Fleiss's names (1, 2, 3 with k) and psych's, in those of McGraw & Wong. */
const SHROUT_FLEISS: Readonly<Record<string, string>> = { "1": "1", "2": "A", "3": "C", A: "A", C: "C" };

/** Intraclass correlations: `matrix`, a `file` of columns with rows by group, or a `generator`. */
export function intraclass(problem: Problem): readonly Answers[] {
  const { input } = problem;
  const matrix = matrixOf(input, "matrix") ?? fileMatrix(problem) ?? generatedMatrix(input);
  if (matrix === null) return [];
  const form = formNamed(textOf(input, "coefficient")) ?? (saysAverage(problem) ? "ICC(A,k)" : "ICC(A,1)");
  const settings = { level: levelOf(input), form };
  const readings = [answersOf(matrix, problem, { ...settings, ownDegrees: false })];
  // The interval of ICC(A,k) is stepped up by psych, and has degrees of freedom of its own in irr.
  if (form === "ICC(A,k)") readings.push(answersOf(matrix, problem, { ...settings, ownDegrees: true }));
  return readings;
}

interface Settings {
  readonly level: number;
  /** What a bare `icc` is. */
  readonly form: IccForm;
  readonly ownDegrees: boolean;
}

function answersOf(matrix: Matrix, problem: Problem, settings: Settings): Answers {
  const complete = once(() => completeSubjects(matrix).matrix);
  const isComplete = once(() => complete().length === matrix.length);
  const reml = once(() => iccReml(matrix, settings.level));
  const listwise = tableAnswers(
    once(() => meanSquares(complete())),
    settings,
  );
  const blocks = answersBy(
    {
      listwise: () => new Estimate(null, listwise),
      listwise_n: () => complete().length,
      n: () => matrix.length,
      k: () => matrix[0].length,
      reml: () => new Estimate(null, remlAnswers(reml, settings.form)),
      pooled: () =>
        blockOf(
          once(() => meanSquares(complete())),
          settings.form,
          settings,
        ),
    },
    (name) => groupBlock(name, matrix, problem.input, settings),
  );
  const isListwise = /listwise|complete/i.test(`${textOf(problem.input, "method")} ${problem.referenceImplementation}`);
  const ofMissing = remlAnswers(reml, settings.form);
  // With missing values every value that is there is used, unless the case asks for complete rows.
  return (name) => blocks(name) ?? (isComplete() || isListwise ? listwise(name) : ofMissing(name));
}

/** `het_only` and the like: the rows that `rows_het` of the input names, first and last, from 1. */
function groupBlock(name: string, matrix: Matrix, input: JsonRecord, settings: Settings): Answer | undefined {
  const group = /^(.+)_only$/.exec(name)?.[1];
  const range = group === undefined ? undefined : input[`rows_${group}`];
  if (!isList(range)) return undefined;
  const [first, last] = range.map(Number);
  const rows = once(() => meanSquares(completeSubjects(matrix.slice(first - 1, last)).matrix));
  return () => blockOf(rows, settings.form, settings);
}

function tableAnswers(squares: () => MeanSquares, settings: Settings): Answers {
  const squareAnswers = meanSquareAnswers(squares);
  const bare = blockAnswers(squares, settings.form, settings);
  return (name) => {
    if (name === "mean_squares") return () => new Estimate(null, squareAnswers);
    if (name === "icc11") return () => estimateOf(squares(), "ICC(1,1)", settings).value;
    const form = formNamed(name);
    if (form !== null) return () => blockOf(squares, form, settings);
    return squareAnswers(name) ?? bare(name);
  };
}

function meanSquareAnswers(squares: () => MeanSquares): Answers {
  return answersBy({
    MSR: () => squares().msSubjects,
    MSC: () => squares().msRuns,
    MSE: () => squares().msError,
    MSW: () => squares().msWithin,
  });
}

function blockOf(squares: () => MeanSquares, form: IccForm, settings: Settings): Estimate {
  return new Estimate(estimateOf(squares(), form, settings).value, blockAnswers(squares, form, settings));
}

function estimateOf(squares: MeanSquares, form: IccForm, { level, ownDegrees }: Settings): IccEstimate {
  const estimate = iccFromMeanSquares(squares, form, level);
  return form === "ICC(A,k)" && ownDegrees ? { ...estimate, ...ownInterval(squares, level) } : estimate;
}

function blockAnswers(squares: () => MeanSquares, form: IccForm, settings: Settings): Answers {
  const estimate = once(() => estimateOf(squares(), form, settings));
  const bound = (side: 0 | 1): Computed => {
    const { interval, value, reason } = estimate();
    // With v near 0 programs print the bounds that an overflowing quantile leaves; Touchstone gives none.
    if (interval === null && value !== null && reason !== null) return new Withheld(reason);
    return interval?.[side] ?? null;
  };
  const degrees: Answer = () => estimate().v;
  const f: Answer = () => (estimate().flags.includes("infinite F") ? Number.POSITIVE_INFINITY : estimate().f);
  const p: Answer = () => estimate().p;
  return answersBy(
    {
      icc: () => estimate().value,
      value: () => estimate().value,
      F: f,
      df1: () => estimate().df1,
      df2: () => estimate().df2,
      p,
      ci_low: () => bound(0),
      ci_high: () => bound(1),
      ci: () => [bound(0), bound(1)],
      v: degrees,
      ci_v: degrees,
      // irr gives the test of "rho = 0" the interval's degrees of freedom.
      p_irr_reported: () => {
        const { f: statistic, df1, v } = estimate();
        return statistic === null || df1 === null || v === null ? null : fUpperTail(statistic, df1, v);
      },
      reason: (expected) => undefinedBecause(estimate().reason)(expected),
    },
    (name) => (/^p_correct(_df2_\d+)?$/.test(name) ? p : undefined),
  );
}

/**
 * Interval of ICC(A,k) with Satterthwaite's v taken at ICC(A,k) itself (McGraw & Wong 1996, Table 7), as R's irr has it;
 * `icc` steps the interval of ICC(A,1) up instead.
 */
function ownInterval(squares: MeanSquares, level: number): Pick<IccEstimate, "interval" | "v"> {
  const { subjects: n, runs: k, msSubjects, msRuns, msError } = squares;
  const rho = iccFromMeanSquares(squares, "ICC(A,k)").value;
  if (rho === null || rho === 1) return { interval: null, v: null };
  const fromRuns = ((k * rho) / (n * (1 - rho))) * msRuns;
  const fromError = (1 + (k * rho * (n - 1)) / (n * (1 - rho))) * msError;
  const v = (fromRuns + fromError) ** 2 / (fromRuns ** 2 / (k - 1) + fromError ** 2 / ((n - 1) * (k - 1)));
  const forLow = fQuantile((1 + level) / 2, n - 1, v);
  const forHigh = fQuantile((1 + level) / 2, v, n - 1);
  if (forLow === null || forHigh === null) return { interval: null, v };
  const low = (n * (msSubjects - forLow * msError)) / (forLow * (msRuns - msError) + n * msSubjects);
  const high = (n * (forHigh * msSubjects - msError)) / (msRuns - msError + n * forHigh * msSubjects);
  return { interval: [low, high], v };
}

function remlAnswers(reml: () => IccReml, bareForm: IccForm): Answers {
  const estimate = (form: IccForm) => reml().estimates.find((one) => one.form === form);
  const block = (form: IccForm): Estimate => {
    const found = estimate(form);
    return new Estimate(
      found?.value ?? null,
      answersBy({
        icc: () => found?.value ?? null,
        ci_low: () => found?.interval?.[0] ?? null,
        ci_high: () => found?.interval?.[1] ?? null,
      }),
    );
  };
  const byName = answersBy({
    var_subject: () => reml().varSubject,
    var_judge: () => reml().varRun,
    var_run: () => reml().varRun,
    var_resid: () => reml().varResidual,
    icc: () => block(bareForm),
    reason: (expected) => undefinedBecause(reml().reason)(expected),
  });
  return (name) => {
    const form = formNamed(name);
    if (form === null) return byName(name);
    return form === "ICC(1,1)" || form === "ICC(1,k)" ? undefined : () => block(form);
  };
}

/** "ICC(A,1)", "ICC(2,1)", "ICC2k", "ICC(C,4)" and so on; null for any other name. */
function formNamed(name: string): IccForm | null {
  const [, kind, of] = /^ICC\(?([123AC])(?:,\s*)?([1k]|\d+)?\)?$/.exec(name) ?? [];
  if (kind === undefined) return null;
  return `ICC(${SHROUT_FLEISS[kind]},${of === undefined || of === "1" ? "1" : "k"})` as IccForm;
}

function saysAverage({ source, referenceImplementation }: Problem): boolean {
  return /k-average|average of (?:the )?k|ICC\(A,\s*k\)|agreement,? average|average,? agreement/i.test(
    `${source} ${referenceImplementation}`,
  );
}

/** Columns are runs. */
function fileMatrix({ input, readSideFile }: Problem): Matrix | null {
  const file = textOf(input, "file");
  if (file === "") return null;
  const { rows, columns } = readSideTable(readSideFile(file), file);
  const isTable = rows.every((row) => row.every((cell) => typeof cell !== "string"));
  return isTable && columns.length > 1 ? (rows as Matrix) : null;
}
