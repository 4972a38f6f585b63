import { type Numbers, requireNoOverflow } from "../numbers.ts";
import type { EncodedFactor } from "./factor.ts";

/** One line of a nested analysis of variance. */
export interface NestedStratum {
  readonly sumOfSquares: number;
  readonly degreesOfFreedom: number;
  /**
   * Expected sum of squares as a combination of the variances: one coefficient for each factor, outermost first, and
   * one for the residual; those of factors outside of this line are 0.
   */
  readonly coefficients: readonly number[];
}

/**
 * Sums of squares of factors each of which is nested in the one before, and their expectations, for any numbers of
 * observations (Searle, Casella & McCulloch 1992, Variance Components, section 3.6 and appendix F.1; Sahai & Ojeda 2005,
 * Analysis of Variance for Random Models II, chapters 11 to 17). The last line is the residual.
 *
 * @param factors outermost first; the levels of each lie within one level of the factor before.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for values so large that their squares exceed all numbers.
 */
export function nestedSumsOfSquares(
  values: Numbers,
  factors: readonly EncodedFactor[],
): { readonly mean: number; readonly strata: readonly NestedStratum[] } {
  const n = values.length;
  const whole: EncodedFactor = { name: "all", codes: new Int32Array(n), levels: 1 };
  const single: EncodedFactor = { name: "residual", codes: Int32Array.from({ length: n }, (_, i) => i), levels: n };
  const tree = [whole, ...factors, single];
  const sizes = tree.map(sizesOf);
  const means = tree.map((level, depth) => groupMeans(values, level, sizes[depth]));
  const strata = tree.slice(1).map((level, i): NestedStratum => {
    const outer = tree[i];
    let sumOfSquares = 0;
    for (let k = 0; k < n; k++) sumOfSquares += (means[i + 1][level.codes[k]] - means[i][outer.codes[k]]) ** 2;
    return {
      sumOfSquares: requireNoOverflow(sumOfSquares, "values"),
      degreesOfFreedom: level.levels - outer.levels,
      coefficients: tree.slice(1).map((_, m) => {
        if (m < i) return 0;
        return (
          expectation(level, sizes[i + 1], tree[m + 1], sizes[m + 1]) -
          expectation(outer, sizes[i], tree[m + 1], sizes[m + 1])
        );
      }),
    };
  });
  return { mean: means[0][0], strata };
}

/** Sum of n_v^2 / n_u over the levels v of the inner factor, u: the level of the outer factor that v lies in. */
function expectation(
  outer: EncodedFactor,
  outerSizes: Int32Array,
  inner: EncodedFactor,
  innerSizes: Int32Array,
): number {
  let sum = 0;
  // Each of the n_v observations of v adds n_v / n_u.
  for (let k = 0; k < outer.codes.length; k++) sum += innerSizes[inner.codes[k]] / outerSizes[outer.codes[k]];
  return sum;
}

function sizesOf(factor: EncodedFactor): Int32Array {
  const sizes = new Int32Array(factor.levels);
  for (const code of factor.codes) sizes[code]++;
  return sizes;
}

/** Means relative to the first value of each group, so that a large offset costs nothing and equal values are exact. */
function groupMeans(values: Numbers, factor: EncodedFactor, sizes: Int32Array): Float64Array {
  const first = new Float64Array(factor.levels).fill(Number.NaN);
  const sums = new Float64Array(factor.levels);
  for (let k = 0; k < values.length; k++) {
    const group = factor.codes[k];
    if (Number.isNaN(first[group])) first[group] = values[k];
    sums[group] += values[k] - first[group];
  }
  return sums.map((sum, group) => first[group] + sum / sizes[group]);
}
