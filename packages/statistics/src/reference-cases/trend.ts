import type { CorrectedMannKendall } from "../trends/corrected-mann-kendall.ts";
import type { AutocorrelationConvention } from "../trends/detrended.ts";
import { mannKendallHamedRao } from "../trends/hamed-rao.ts";
import { scoreDistribution } from "../trends/kendall-distribution.ts";
import { type MannKendall, mannKendall, type TrendProbabilities, trendDirection } from "../trends/mann-kendall.ts";
import {
  mannKendallPreWhitened,
  mannKendallTrendFreePreWhitened,
  type PreWhitenedMannKendall,
} from "../trends/pre-whitening.ts";
import { senSlope } from "../trends/sen-slope.ts";
import { mannKendallYueWang } from "../trends/yue-wang.ts";
import { type Answer, type Answers, answersBy, Estimate, Keyed, once } from "./answer.ts";
import { generatedSeries } from "./generator.ts";
import { numberOf, type Problem, seriesOf, textOf } from "./problem.ts";

type Values = readonly (number | null)[];
type Variant = "plain" | "Hamed-Rao" | "Yue-Wang" | "pre-whitening" | "trend-free pre-whitening";

/** Mann-Kendall tests and Sen's slope: `x`, with `method` and `lag`; and the exact distribution of S. */
export function trend(problem: Problem): readonly Answers[] {
  const distribution: Answers = (name) =>
    name === "P_S_ge" ? () => upperTails(numberOf(problem.input, "n")) : undefined;
  const x = "y" in problem.input ? null : (seriesOf(problem.input, "x") ?? generatedSeries(problem.input));
  if (x === null) return [distribution];
  const blocks: Readonly<Record<string, Answer>> = {
    kendall_pkg: () => new Estimate(null, kendallPackage(x)),
    kendall_pkg_p: () => mannKendall(x).normal.twoSided,
    modifiedmk: () => new Estimate(null, answersOf(x, problem, "modifiedmk")),
    pyMannKendall: () => new Estimate(null, answersOf(x, problem, "pyMannKendall")),
    pymannkendall: () => new Estimate(null, answersOf(x, problem, "pyMannKendall")),
  };
  return conventionsOf(problem).map((convention) => {
    const given = answersOf(x, problem, convention);
    return answersBy(blocks, (name) => distribution(name) ?? given(name));
  });
}

/** P(S >= s) without ties: {n: {s: p}}, or {s: p} for the n of the input. */
function upperTails(n: number | null): Keyed {
  const of = (values: number) => new Keyed((s) => scoreDistribution(values, []).upperTail(Number(s)));
  return n === null ? new Keyed((values) => of(Number(values))) : of(n);
}

/** R's Kendall package: `sl` is its p-value. */
function kendallPackage(x: Values): Answers {
  const test = once(() => mannKendall(x));
  return answersBy({
    S: () => test().s,
    varS: () => test().varianceOfS,
    D: () => (test().tauB === null || test().tauB === 0 ? null : test().s / (test().tauB as number)),
    tau: () => test().tauB,
    p: () => test().normal.twoSided,
    sl: () => test().normal.twoSided,
  });
}

/** The variant that `method` names; in a case on autocorrelation the program may name it instead. */
function variantOf({ category, input, referenceImplementation }: Problem): Variant {
  const texts = [textOf(input, "method"), category === "mann-kendall-autocorr" ? referenceImplementation : ""];
  for (const text of texts) {
    if (/hamed|mmkh/i.test(text)) return "Hamed-Rao";
    if (/yue.{0,3}wang|mmky/i.test(text)) return "Yue-Wang";
    if (/trend.?free|tfpw/i.test(text)) return "trend-free pre-whitening";
    if (/pre.?whiten|pwmk/i.test(text)) return "pre-whitening";
  }
  return "plain";
}

/** Whose rules hold: those that `method` names, or else the program that made the figures; left open, any one's. */
function conventionsOf(problem: Problem): readonly AutocorrelationConvention[] {
  for (const text of [textOf(problem.input, "method"), problem.referenceImplementation]) {
    if (/pymannkendall/i.test(text)) return ["pyMannKendall"];
    if (/modifiedmk/i.test(text)) return ["modifiedmk"];
  }
  return variantOf(problem) === "plain" ? ["touchstone"] : ["touchstone", "modifiedmk", "pyMannKendall"];
}

/** A test as its answers need it, whatever the variant. */
interface Tested {
  readonly s: number;
  readonly varianceOfS: number | null;
  readonly z: number | null;
  readonly p: TrendProbabilities | null;
  /** Of the series that the variant tests. */
  readonly test: MannKendall;
  readonly factor: number | null;
  readonly slopeAfter: number | null;
}

function tested(x: Values, problem: Problem, convention: AutocorrelationConvention): Tested {
  const lag = numberOf(problem.input, "lag");
  const options = { convention, ...(lag === null ? {} : { lags: lag }) };
  switch (variantOf(problem)) {
    case "Hamed-Rao":
      return corrected(mannKendallHamedRao(x, options), convention);
    case "Yue-Wang":
      return corrected(mannKendallYueWang(x, options), convention);
    case "pre-whitening":
      return whitened(mannKendallPreWhitened(x, { convention }));
    case "trend-free pre-whitening":
      return whitened(mannKendallTrendFreePreWhitened(x, { convention }));
    case "plain":
      return plain(mannKendall(x), null);
  }
}

function plain(test: MannKendall, slopeAfter: number | null): Tested {
  const { s, varianceOfS, z, normal } = test;
  return { s, varianceOfS, z, p: normal, test, factor: null, slopeAfter };
}

function whitened({ tested, slopeAfter }: PreWhitenedMannKendall): Tested {
  return plain(tested, slopeAfter);
}

function corrected(result: CorrectedMannKendall, convention: AutocorrelationConvention): Tested {
  const { s, varianceOfS, z, p, uncorrected, rawVarianceFactor, varianceFactor } = result;
  const factor = convention === "touchstone" ? rawVarianceFactor : varianceFactor;
  return { s, varianceOfS, z, p, test: uncorrected, factor, slopeAfter: null };
}

function answersOf(x: Values, problem: Problem, convention: AutocorrelationConvention): Answers {
  const result = once(() => tested(x, problem, convention));
  const original = once(() => mannKendall(x));
  // modifiedmk leaves missing values out before it counts positions.
  const placed = convention === "modifiedmk" ? x.filter((value) => value !== null) : x;
  const line = once(() => senSlope(placed));
  const p =
    (side: keyof TrendProbabilities): Answer =>
    () =>
      result().p?.[side] ?? null;
  const exact =
    (side: keyof TrendProbabilities): Answer =>
    () =>
      result().test.exact?.[side] ?? null;
  const direction = () => trendDirection({ s: result().s, p: judgedBy(problem, result()) }, alphaOf(problem));
  const slope: Answer = () => line().slope;
  const slopeAfter: Answer = () => result().slopeAfter ?? line().slope;
  const byName: Record<string, Answer> = {
    n: () => result().test.n,
    z_uncorrected: () => original().z,
    "Original Z": () => original().z,
    "old P.value": () => original().normal.twoSided,
    "old.variance": () => original().varianceOfS,
    var_S_uncorrected: () => original().varianceOfS,
    p_uncorrected: () => original().normal.twoSided,
    tau: () => result().test.tauB,
    tau_b: () => result().test.tauB,
    Tau: () => result().test.tauA,
    tau_a: () => result().test.tauA,
    p_decreasing: p("decreasing"),
    p_increasing: p("increasing"),
    p_normal_cc_decreasing: p("decreasing"),
    p_normal_cc_increasing: p("increasing"),
    n_over_nstar: () => result().factor,
    "N/N*": () => result().factor,
    slope,
    sen_slope: slope,
    "Old Sen's Slope": slope,
    "Sen's Slope": slopeAfter,
    "Sen's slope": slopeAfter,
    intercept: () => line().intercept,
    intercept_median: () => line().intercept,
    intercept_joint: () => line().jointIntercept,
    trend: direction,
    h: () => direction() !== "no trend",
  };
  for (const name of ["S", "s"]) byName[name] = () => result().s;
  for (const name of ["var_S", "var_s", "Var(S)", "new.variance"]) byName[name] = () => result().varianceOfS;
  for (const name of ["z", "Z", "Z-Value", "Corrected Zc"]) byName[name] = () => result().z;
  for (const name of ["p", "p_two_sided", "P-value", "new P-value", "p_normal_cc_two_sided"]) {
    byName[name] = p("twoSided");
  }
  byName.p_exact_two_sided = exact("twoSided");
  for (const side of ["increasing", "decreasing"] as const) {
    byName[`p_exact_${side}`] = exact(side);
    byName[`p_exact_one_sided_${side}`] = exact(side);
  }
  return answersBy(byName, (name) => interval(name, placed));
}

/** `sen_ci95` is null where the ranks lie outside of the slopes, `ci95` is cut to the outermost slope, as scipy does. */
function interval(name: string, x: Values): Answer | undefined {
  const [, sen, percent] = /^(sen_)?ci(\d+(?:\.\d+)?)$/.exec(name) ?? [];
  if (percent === undefined) return undefined;
  const level = Number(percent) / 100;
  return () => senSlope(x, { level, beyondSlopes: sen === undefined ? "clamped" : "undefined" }).interval;
}

function alphaOf({ input }: Problem): number {
  return numberOf(input, "alpha") ?? 0.05;
}

/** The p-value that a direction goes with: exact where a case holds exact ones only. */
function judgedBy({ expected }: Problem, { p, test }: Tested): TrendProbabilities | null {
  const names = Object.keys(expected);
  const isExact =
    names.some((name) => name.startsWith("p_exact")) && !names.some((name) => /^(p|p_two.*|z)$/.test(name));
  return isExact ? test.exact : p;
}
