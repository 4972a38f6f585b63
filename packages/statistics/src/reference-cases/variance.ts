import { iccFromMeanSquares } from "../icc/icc.ts";
import { meanSquares } from "../icc/mean-squares.ts";
import { type Factor, nested } from "../variance-components/factor.ts";
import { nestedAnova } from "../variance-components/nested-anova.ts";
import { oneWayAnova } from "../variance-components/one-way-anova.ts";
import { remlVarianceComponents } from "../variance-components/reml.ts";
import type { VarianceComponent } from "../variance-components/variance-components.ts";
import { type Answer, type Answers, answersBy, type Computed, once } from "./answer.ts";
import { generatedGroups } from "./generator.ts";
import { matrixOf, numbersOf, type Problem } from "./problem.ts";
import { isList, type JsonRecord } from "./reference-case.ts";

/** Values with the levels that each was measured under, outermost factor first. */
interface Design {
  readonly values: readonly number[];
  readonly factors: readonly Factor[];
  /** Factors of a table cross; those of labels are nested in the order of the input. */
  readonly isCrossed: boolean;
}

/** Names that a residual, and the runs of a table, go by. */
const RESIDUAL = new Set(["resid", "residual", "error", "within"]);
const HIERARCHY = ["site", "instrument", "lot", "day", "run"];
const RUN = new Set(["judge", "run", "rater"]);

/** Analysis of variance and its components: labels and `y`, a `matrix`, groups or a `generator`. */
export function variance(problem: Problem): readonly Answers[] {
  const design = designOf(problem);
  if (design === null) return [];
  return [
    design.factors.length === 1
      ? joined(oneWayAnswers(design), componentAnswers(design, problem))
      : componentAnswers(design, problem),
  ];
}

function joined(first: Answers, second: Answers): Answers {
  return (name) => first(name) ?? second(name);
}

function designOf({ category, input }: Problem): Design | null {
  const labelled = labelledDesign(input);
  if (labelled !== null) return labelled;
  const matrix = matrixOf(input, "matrix");
  const groups = matrixOf(input, "groups") ?? (category === "anova" ? matrix : null) ?? generatedGroups(input);
  if (groups !== null) return groupedDesign(groups);
  if (matrix === null) return null;
  const cells = matrix.flatMap((row, subject) => row.map((value, run) => ({ value, subject, run })));
  const known = cells.filter(({ value }) => value !== null);
  return {
    values: known.map(({ value }) => value as number),
    factors: [
      { name: "subject", labels: known.map(({ subject }) => subject) },
      { name: "judge", labels: known.map(({ run }) => run) },
    ],
    isCrossed: true,
  };
}

/** Every list of the input that labels each value of `y` is a factor. */
function labelledDesign(input: JsonRecord): Design | null {
  const values = numbersOf(input, "y");
  if (values === null) return null;
  const factors = Object.entries(input).flatMap(([name, labels]): Factor[] => {
    if (name === "y" || name === "x" || !isList(labels) || labels.length !== values.length) return [];
    return labels.every((label) => typeof label === "string" || typeof label === "number")
      ? [{ name, labels: labels as readonly (string | number)[] }]
      : [];
  });
  return factors.length === 0 ? null : { values, factors: outermostFirst(factors), isCrossed: false };
}

/** In the order of the input, but days before runs. */
function outermostFirst(factors: readonly Factor[]): Factor[] {
  const isKnown = factors.every(({ name }) => HIERARCHY.includes(name));
  const place = ({ name }: Factor) => HIERARCHY.indexOf(name);
  return isKnown ? factors.toSorted((a, b) => place(a) - place(b)) : [...factors];
}

function groupedDesign(groups: readonly (readonly (number | null)[])[]): Design {
  const cells = groups.flatMap((group, label) => group.map((value) => ({ value, label })));
  const known = cells.filter(({ value }) => value !== null);
  const labels = known.map(({ label }) => label);
  return { values: known.map(({ value }) => value as number), factors: [{ name: "group", labels }], isCrossed: false };
}

function oneWayAnswers({ values, factors }: Design): Answers {
  const anova = once(() => oneWayAnova(values, factors[0].labels));
  const f: Answer = () => (anova().f === null && anova().p === 0 ? Number.POSITIVE_INFINITY : anova().f);
  return answersBy({
    MSB: () => anova().msBetween,
    MSW: () => anova().msWithin,
    SSB: () => anova().msBetween * anova().df[0],
    SSW: () => anova().msWithin * anova().df[1],
    F: f,
    r_F: f,
    df: () => anova().df,
    df1: () => anova().df[0],
    df2: () => anova().df[1],
    p: () => anova().p,
    R2: () => anova().rSquared,
    residual_sd: () => Math.sqrt(anova().msWithin),
    icc11: () => anova().icc,
  });
}

function componentAnswers(design: Design, problem: Problem): Answers {
  const { values, factors, isCrossed } = design;
  const anova = once(() => nestedAnova(values, factors));
  const reml = once(() => {
    const result = remlVarianceComponents(values, isCrossed ? factors : nestedFactors(factors));
    return typeof result === "string" ? null : result;
  });
  const place = (name: string) => componentPlace(name, factors);
  const table = (value: (line: VarianceComponent, place: number) => Computed) => () => {
    const { total, components } = anova();
    const lines = new Map([total, ...components].map((line, index) => [index - 1, line]));
    return rowPlaces(problem, factors).map((at) =>
      lines.has(at) ? value(lines.get(at) as VarianceComponent, at) : null,
    );
  };
  const inReml = (at: number, value: (line: VarianceComponent) => number | null): Computed => {
    const found = reml();
    return found === null ? null : value(found.components[at]);
  };
  const byName: Readonly<Record<string, Answer>> = {
    lme4: () => reml()?.components.map((line) => line.variance) ?? null,
    VC: table((line) => line.variance),
    SD: table((line) => line.sd),
    CV_percent: table((line) => (line.cv === null ? null : 100 * line.cv)),
    percent_total: table((line) => (line.share === null ? null : 100 * line.share)),
    DF: table((line, at) => (at < 0 ? line.degreesOfFreedom : anova().table[at].degreesOfFreedom)),
    SS: table((_, at) => anova().table[at]?.sumOfSquares ?? null),
    MS: table((_, at) => anova().table[at]?.meanSquare ?? null),
    icc11: () => tableIcc(problem),
    var_total: () => reml()?.total.variance ?? null,
    mean: () => anova().mean,
  };
  return answersBy(byName, (name) => {
    const [, method, kind, factor] = /^(anova_|reml_)?(var|sd)_(.+)$/.exec(name) ?? [];
    const at = factor === undefined ? -1 : place(factor);
    if (at < 0) return undefined;
    if (method === "anova_") {
      if (isCrossed) return () => crossedMoments(problem)[at];
      return kind === "var" ? () => anova().table[at].momentEstimate : () => anova().components[at].sd;
    }
    return () => inReml(at, (line) => (kind === "var" ? line.variance : line.sd));
  });
}

function nestedFactors(factors: readonly Factor[]): Factor[] {
  const path: Factor[] = [];
  for (const factor of factors) path.push(path.length === 0 ? factor : nested(path[path.length - 1], factor));
  return path;
}

/** Place of a component, the residual after all factors; -1 for another name. */
function componentPlace(name: string, factors: readonly Factor[]): number {
  const inner = name.split(":").at(-1) as string;
  if (RESIDUAL.has(inner)) return factors.length;
  const place = factors.findIndex((factor) => factor.name === inner);
  if (place >= 0) return place;
  if (RUN.has(inner)) return factors.findIndex((factor) => RUN.has(factor.name));
  return inner === "between" && factors.length === 1 ? 0 : -1;
}

/** Lines of the table that `rows` names, -1 for the total; all of them unless it is given. */
function rowPlaces({ expected, input }: Problem, factors: readonly Factor[]): number[] {
  const rows = isList(expected.rows) ? expected.rows : input.rows;
  if (!isList(rows)) return [-1, ...factors.keys(), factors.length];
  return rows.map((row) => {
    if (row === "total") return -1;
    const place = componentPlace(String(row), factors);
    return place < 0 ? Number.NaN : place;
  });
}

/** ICC(1,1) of a table. */
function tableIcc({ input }: Problem): number | null {
  const matrix = matrixOf(input, "matrix");
  return matrix === null ? null : iccFromMeanSquares(meanSquares(matrix as readonly number[][]), "ICC(1,1)").value;
}

/** Components of a complete table by the method of moments: subject, run, residual; the first two may be negative. */
function crossedMoments({ input }: Problem): readonly number[] {
  const { subjects, runs, msSubjects, msRuns, msError } = meanSquares(matrixOf(input, "matrix") as readonly number[][]);
  return [(msSubjects - msError) / runs, (msRuns - msError) / subjects, msError];
}
