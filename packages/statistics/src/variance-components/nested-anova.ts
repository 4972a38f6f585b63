import { StatisticsError } from "../error.ts";
import { type Numbers, requireFinite, requireRange } from "../numbers.ts";
import { type EncodedFactor, encodeFactor, type Factor, nested } from "./factor.ts";
import { type NestedStratum, nestedSumsOfSquares } from "./nested-sums-of-squares.ts";
import { describeVarianceComponents, type VarianceComponents } from "./variance-components.ts";

/** One line of the table of a nested analysis of variance. */
export interface AnovaLine {
  /** "day", "day:run" or "residual", say. */
  readonly name: string;
  readonly sumOfSquares: number;
  readonly degreesOfFreedom: number;
  readonly meanSquare: number;
  /** Variance by the method of moments, negative where the mean square is below its expectation without this factor. */
  readonly momentEstimate: number;
}

/** Components by the method of moments; those estimated negative are 0 in `components`. */
export interface NestedAnova extends VarianceComponents {
  /** The factors, outermost first, and the residual. */
  readonly table: readonly AnovaLine[];
}

/**
 * Variance components of a nested design (CLSI EP05: repeated measurements within runs within days) by the analysis of
 * variance with type I sums of squares, balanced or not. Negative estimates are set to 0, as EP05-A3 and the R package
 * VCA do, and `table` keeps them. The degrees of freedom of components and total are Satterthwaite's, from the mean
 * squares as independent chi-squared variables (exact in balanced designs); those of the mean squares are in `table`.
 *
 * @param factors outermost first, e.g. day, run. A label of an inner factor names another level in each outer level.
 * @param level coverage of the intervals, between 0 and 1.
 * @throws StatisticsError TS_STATISTICS_TOO_FEW if a factor, or the residual, has no degrees of freedom;
 *   TS_STATISTICS_LENGTH for labels that are not as many as values; TS_STATISTICS_NOT_FINITE for a value that is no
 *   finite number; TS_STATISTICS_OUT_OF_RANGE for the level.
 */
export function nestedAnova(values: Numbers, factors: readonly Factor[], level = 0.95): NestedAnova {
  requireRange(level, Number.MIN_VALUE, 1 - Number.EPSILON, "level");
  requireFinite(values, "values");
  const encoded = nestFactors(factors, values.length);
  const { mean, strata } = nestedSumsOfSquares(values, encoded);
  const names = [...encoded.map(({ name }) => name), "residual"];
  requireDegreesOfFreedom(names, strata);
  const meanSquares = strata.map(({ sumOfSquares, degreesOfFreedom }) => sumOfSquares / degreesOfFreedom);
  const weights = momentWeights(strata);
  const estimates = weights.map((row) => row.reduce((sum, weight, i) => sum + weight * meanSquares[i], 0));
  const covarianceOf = (a: number, b: number) =>
    estimates[a] <= 0 || estimates[b] <= 0
      ? 0
      : strata.reduce(
          (sum, { degreesOfFreedom }, i) =>
            sum + (2 * weights[a][i] * weights[b][i] * meanSquares[i] ** 2) / degreesOfFreedom,
          0,
        );
  const description = describeVarianceComponents(
    {
      observations: values.length,
      mean,
      names,
      variances: estimates.map((estimate) => Math.max(0, estimate)),
      covariance: names.map((_, a) => names.map((_, b) => covarianceOf(a, b))),
    },
    level,
  );
  const table = strata.map(({ sumOfSquares, degreesOfFreedom }, i) => ({
    name: names[i],
    sumOfSquares,
    degreesOfFreedom,
    meanSquare: meanSquares[i],
    momentEstimate: estimates[i],
  }));
  return { ...description, table };
}

function nestFactors(factors: readonly Factor[], observations: number): EncodedFactor[] {
  if (factors.length === 0) throw new StatisticsError("TS_STATISTICS_TOO_FEW", "no factor", { argument: "factors" });
  let path: Factor | null = null;
  return factors.map((factor) => {
    path = path === null ? factor : nested(path, factor);
    return encodeFactor(path, observations);
  });
}

function requireDegreesOfFreedom(names: readonly string[], strata: readonly NestedStratum[]): void {
  const index = strata.findIndex(({ degreesOfFreedom }) => degreesOfFreedom < 1);
  if (index < 0) return;
  throw new StatisticsError(
    "TS_STATISTICS_TOO_FEW",
    `${names[index]} has no degrees of freedom; its levels are never repeated within the level above`,
    { argument: names[index] },
  );
}

/** Rows of weights: each variance as a combination of the mean squares, by solving the triangular expectations. */
function momentWeights(strata: readonly NestedStratum[]): number[][] {
  const weights: number[][] = strata.map(() => []);
  for (let row = strata.length - 1; row >= 0; row--) {
    const { coefficients, degreesOfFreedom } = strata[row];
    weights[row] = strata.map((_, column) => {
      let right = column === row ? degreesOfFreedom : 0;
      for (let inner = row + 1; inner < strata.length; inner++) right -= coefficients[inner] * weights[inner][column];
      return right / coefficients[row];
    });
  }
  return weights;
}
