import type { LimitIntervalMethod } from "../bland-altman/limit-intervals.ts";
import { blandAltman } from "../bland-altman/limits-of-agreement.ts";
import { ratioLimits } from "../bland-altman/log-ratio.ts";
import { proportionalBias } from "../bland-altman/proportional-bias.ts";
import { replicatedLimits } from "../bland-altman/replicated-limits.ts";
import { normalQuantile } from "../distributions/normal.ts";
import { StatisticsError } from "../error.ts";
import { type Answers, answersBy, Estimate, once, undefinedBecause } from "./answer.ts";
import { levelOf, numberOf, numbersOf, type Problem, textOf } from "./problem.ts";
import { isList } from "./reference-case.ts";
import { readSideTable, type SideTable } from "./side-table.ts";

/** Limits of agreement: `x` and `y`, or repeated measurements in a `file` of method, subject, replicate and value. */
export function agreementLimits(problem: Problem): readonly Answers[] {
  const multipliers = multipliersOf(problem);
  const x = numbersOf(problem.input, "x");
  const y = numbersOf(problem.input, "y");
  if (x !== null && y !== null) return multipliers.map((multiplier) => pairAnswers(x, y, problem, multiplier));
  const table = longTable(problem);
  return table === null ? [] : multipliers.map((multiplier) => replicateAnswers(table, problem, multiplier));
}

/** 1.96, which stands for the normal quantile in some sources: where `z` is not given either will do, the same throughout. */
function multipliersOf({ input }: Problem): readonly number[] {
  const given = numberOf(input, "z");
  return given === null ? [1.96, normalQuantile(0.975)] : [given];
}

function pairAnswers(x: readonly number[], y: readonly number[], { input }: Problem, multiplier: number): Answers {
  const level = levelOf(input);
  const by = (interval: LimitIntervalMethod) => once(() => blandAltman(x, y, { level, multiplier, interval }));
  const methods = { "1999": by("1999"), "1986": by("1986"), exact: by("exact") };
  const formula = methods["1999"];
  const line = once(() => proportionalBias(x, y));
  const ratio = once(() => ratioLimits(x, y, { level, multiplier, interval: "1999" }));
  const slope = answersBy({
    slope: () => line().slope,
    intercept: () => line().intercept,
    slope_se: () => line().slopeStandardError,
    se: () => line().slopeStandardError,
    r: () => line().r,
    p: () => line().p,
  });
  const logarithm = answersBy({
    n: () => formula().n,
    bias: () => ratio().logarithm?.bias ?? null,
    sd: () => ratio().logarithm?.sd ?? null,
    loa: () => ratio().logarithm?.limits ?? null,
    bias_ci: () => ratio().logarithm?.biasInterval ?? null,
    loa_lower_ci: () => ratio().logarithm?.lowerLimitInterval ?? null,
    loa_upper_ci: () => ratio().logarithm?.upperLimitInterval ?? null,
  });
  return answersBy(
    {
      n: () => formula().n,
      bias: () => formula().bias,
      bias_se: () => formula().biasStandardError,
      bias_t: () => formula().biasT,
      bias_p: () => formula().biasP,
      bias_ci: () => formula().biasInterval,
      sd: () => formula().sd,
      loa: () => formula().limits,
      loa_low: () => formula().limits?.[0] ?? null,
      loa_high: () => formula().limits?.[1] ?? null,
      prop: () => new Estimate(line().slope, slope),
      pitman_r: () => line().r,
      pitman_p: () => line().p,
      log_ratio: () => new Estimate(ratio().logarithm?.bias ?? null, logarithm),
      ratio: () => ratio().ratio,
      ratio_bias: () => ratio().ratio,
      ratio_ci: () => ratio().ratioInterval,
      ratio_loa: () => ratio().limits,
      reason: (expected) => undefinedBecause(formula().reason)(expected),
    },
    (name) => {
      const [, part, method = "1999"] =
        /^loa_(se|lower_ci|upper_ci)(?:_(1986|1999|exact)(?:_approx_sqrt3)?)?$/.exec(name) ?? [];
      const limits = methods[method as LimitIntervalMethod];
      if (part === "se") return () => limits().limitStandardError;
      if (part === "lower_ci") return () => limits().lowerLimitInterval;
      if (part === "upper_ci") return () => limits().upperLimitInterval;
      return name.startsWith("prop_") ? slope(name.slice("prop_".length)) : undefined;
    },
  );
}

/** Measurements [subject][replicate] of each method. */
type Replicates = ReadonlyMap<string, readonly (readonly number[])[]>;

function replicateAnswers(replicates: Replicates, problem: Problem, multiplier: number): Answers {
  const [first, second] = methodsOf(replicates, problem);
  const limits = once(() =>
    replicatedLimits(replicates.get(first) ?? [], replicates.get(second) ?? [], {
      multiplier,
      level: levelOf(problem.input),
    }),
  );
  return answersBy(
    {
      n: () => limits().subjects,
      bias: () => limits().bias,
      bias_ci: () => limits().biasInterval,
      var_mean_diff: () => limits().varianceOfMeanDifferences,
      corrected_var: () => limits().correctedVariance,
      corrected_sd: () => limits().correctedSd,
      loa: () => limits().limits,
      reason: (expected) => undefinedBecause(limits().reason)(expected),
    },
    (name) => {
      const [, kind, method] = /^(s2_w|s_w)_(.+)$/.exec(name) ?? [];
      const place = [first, second].indexOf(method);
      if (place < 0) return undefined;
      return () => {
        const within = limits().withinVariances[place];
        return kind === "s2_w" || within === null ? within : Math.sqrt(within);
      };
    },
  );
}

/** The two methods: `methods` of the input, those that expected names mention, or the first and the last of the file. */
function methodsOf(replicates: Replicates, { input, expected }: Problem): readonly [string, string] {
  const names = [...replicates.keys()];
  const mentioned = Object.keys(expected).flatMap((name) => /^s2?_w_(.+)$/.exec(name)?.slice(1) ?? []);
  const given = isList(input.methods) ? input.methods.map(String) : names.filter((name) => mentioned.includes(name));
  const [first, second] = given.length === 2 ? given : [names[0], names.at(-1) as string];
  for (const method of [first, second]) {
    if (!replicates.has(method)) {
      throw new StatisticsError("TS_STATISTICS_CASES_INVALID", `the file has no method ${method}`, {
        argument: method,
      });
    }
  }
  return [first, second];
}

/** Columns meth, item, repl and y, in any order. */
function longTable({ input, readSideFile }: Problem): Replicates | null {
  const file = textOf(input, "file");
  if (file === "") return null;
  const table = readSideTable(readSideFile(file), file);
  const [method, subject, value] = [/^meth/i, /^(item|subj)/i, /^(y|value)$/i].map((name) => columnOf(table, name));
  if (method < 0 || subject < 0 || value < 0) return null;
  const subjects = [...new Set(table.rows.map((row) => row[subject]))];
  const replicates = new Map<string, number[][]>();
  for (const row of table.rows) {
    const name = String(row[method]);
    const measured = replicates.get(name) ?? subjects.map((): number[] => []);
    replicates.set(name, measured);
    if (typeof row[value] === "number") measured[subjects.indexOf(row[subject])].push(row[value]);
  }
  return replicates;
}

function columnOf({ columns }: SideTable, name: RegExp): number {
  return columns.findIndex((column) => name.test(column));
}
