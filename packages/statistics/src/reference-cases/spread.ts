import { lagOneAutocorrelation, mean, standardDeviation, variance } from "../descriptive/moments.ts";
import { type QuantileType, quantile } from "../descriptive/quantile.ts";
import { coefficientOfVariation } from "../variation/coefficient-of-variation.ts";
import { cvSummary } from "../variation/cv-summary.ts";
import { geometricCv, pooledGeometricCv } from "../variation/geometric-cv.ts";
import { type Answer, type Answers, answersBy, type Computed, once, undefinedBecause } from "./answer.ts";
import { generatedValues } from "./generator.ts";
import { matrixOf, type Problem, seriesOf } from "./problem.ts";

/** Moments and coefficients of variation: `values` or a `generator`, a `matrix` [variant][run], or `cvs`. */
export function spread({ input }: Problem): readonly Answers[] {
  const values = seriesOf(input, "values") ?? generatedValues(input);
  if (values !== null) return [valueAnswers(present(values))];
  const matrix = matrixOf(input, "matrix");
  if (matrix !== null) return [matrixAnswers(matrix.map(present))];
  const cvs = seriesOf(input, "cvs");
  if (cvs === null) return [];
  const squares = present(cvs).map((cv) => cv * cv);
  const rms = (): Computed => (squares.length === 0 ? null : Math.sqrt(mean(squares) as number));
  return [
    answersBy(
      { rms, mean: () => mean(present(cvs)) },
      quantiles(() => present(cvs)),
    ),
  ];
}

function valueAnswers(values: readonly number[]): Answers {
  const coefficient = once(() => coefficientOfVariation(values));
  const logarithmic: Answer = () => geometricCv(values).cv;
  return answersBy(
    {
      n: () => values.length,
      mean: () => mean(values),
      sd: () => standardDeviation(values),
      var: () => variance(values),
      variance: () => variance(values),
      cv: () => coefficient().cv,
      cv_percent: () => percent(coefficient().cv),
      cv_unbiased: () => coefficient().cvUnbiased,
      log_method: logarithmic,
      geometric_cv: logarithmic,
      lag1_autocorrelation: () => lagOneAutocorrelation(values),
      reason: (expected) => undefinedBecause(coefficient().reason)(expected),
    },
    quantiles(() => values),
  );
}

function matrixAnswers(matrix: readonly (readonly number[])[]): Answers {
  const coefficients = once(() => matrix.map((values) => coefficientOfVariation(values)));
  const cvs = once(() => present(coefficients().map(({ cv }) => cv)));
  const logarithmic: Answer = () => pooledGeometricCv(matrix).cv;
  return answersBy(
    {
      per_variant: () => coefficients().map(({ cv }) => cv),
      mean: () => coefficients().map((one) => one.mean),
      sd: () => coefficients().map((one) => one.sd),
      rms: () => cvSummary(coefficients()).pooled,
      log_method: (expected) =>
        Array.isArray(expected) ? matrix.map((values) => geometricCv(values).cv) : logarithmic(expected),
      n: () => cvs().length,
      excluded: () => cvSummary(coefficients()).excluded,
    },
    quantiles(cvs),
  );
}

/** `median`, `p90` (type 7) and `p90_type6` and the like. */
function quantiles(values: () => readonly number[]): Answers {
  return (name) => {
    if (name === "median") return () => quantile(values(), 0.5);
    const [, share, type = "7"] = /^p(\d{1,2}(?:\.\d+)?)(?:_type([2678]))?$/.exec(name) ?? [];
    return share === undefined
      ? undefined
      : () => quantile(values(), Number(share) / 100, Number(type) as QuantileType);
  };
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function percent(share: number | null): number | null {
  return share === null ? null : 100 * share;
}
