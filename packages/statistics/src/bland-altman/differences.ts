import { mean } from "../descriptive/moments.ts";
import { type Numbers, requireFinite, requireSameLength } from "../numbers.ts";

/** Summary of the differences x - y: all that limits of agreement need, so that a stream need not be kept. */
export interface Differences {
  /** Number of pairs. */
  readonly n: number;
  /** Mean of x - y; without meaning for n = 0. */
  readonly mean: number;
  /** Standard deviation of x - y, divisor n - 1; without meaning, and may be null, for n < 2. */
  readonly sd: number | null;
}

/** Joint moments of the differences x - y and the averages (x + y) / 2; variances and covariance have divisor n - 1. */
export interface DifferenceMoments {
  readonly n: number;
  readonly meanDifference: number;
  readonly meanAverage: number;
  /** This and the next two are 0 for n < 2. */
  readonly varianceDifference: number;
  readonly varianceAverage: number;
  readonly covariance: number;
}

/**
 * Moments of pairs in memory, in two passes.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE.
 */
export function differenceMoments(x: Numbers, y: Numbers): DifferenceMoments {
  requireSameLength(x, y, "x", "y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  const n = x.length;
  const difference = Float64Array.from(x, (value, index) => value - y[index]);
  const average = Float64Array.from(x, (value, index) => value / 2 + y[index] / 2);
  const meanDifference = mean(difference) ?? 0;
  const meanAverage = mean(average) ?? 0;
  let squaresDifference = 0;
  let squaresAverage = 0;
  let products = 0;
  for (let index = 0; index < n; index++) {
    const d = difference[index] - meanDifference;
    const a = average[index] - meanAverage;
    squaresDifference += d * d;
    squaresAverage += a * a;
    products += d * a;
  }
  const divisor = Math.max(1, n - 1);
  return {
    n,
    meanDifference,
    meanAverage,
    varianceDifference: squaresDifference / divisor,
    varianceAverage: squaresAverage / divisor,
    covariance: products / divisor,
  };
}

/** The part of the moments that limits of agreement need. */
export function differencesOf(moments: DifferenceMoments): Differences {
  return {
    n: moments.n,
    mean: moments.meanDifference,
    sd: moments.n < 2 ? null : Math.sqrt(moments.varianceDifference),
  };
}

/**
 * Moments of pairs that pass by once, by updating means and centred sums (Welford 1962, Technometrics 4:419; Chan, Golub
 * & LeVeque 1983, Am Stat 37:242). Memory does not grow with the number of pairs.
 */
export class DifferenceAccumulator {
  #n = 0;
  #meanDifference = 0;
  #meanAverage = 0;
  #squaresDifference = 0;
  #squaresAverage = 0;
  #products = 0;

  /** @throws StatisticsError TS_STATISTICS_NOT_FINITE; the accumulator is then as before. */
  add(x: number, y: number): void {
    requireFinite([x], "x");
    requireFinite([y], "y");
    this.#join(1, x - y, x / 2 + y / 2);
  }

  /** Adds the pairs of another accumulator, which stays as it is. */
  merge(other: DifferenceAccumulator): void {
    if (other.#n === 0) return;
    this.#join(other.#n, other.#meanDifference, other.#meanAverage);
    this.#squaresDifference += other.#squaresDifference;
    this.#squaresAverage += other.#squaresAverage;
    this.#products += other.#products;
  }

  /** Moments of the pairs so far. */
  moments(): DifferenceMoments {
    const divisor = Math.max(1, this.#n - 1);
    return {
      n: this.#n,
      meanDifference: this.#meanDifference,
      meanAverage: this.#meanAverage,
      varianceDifference: this.#squaresDifference / divisor,
      varianceAverage: this.#squaresAverage / divisor,
      covariance: this.#products / divisor,
    };
  }

  /** Adds n pairs that all have these values. */
  #join(n: number, difference: number, average: number): void {
    const total = this.#n + n;
    const share = n / total;
    const weight = this.#n * share;
    const toDifference = difference - this.#meanDifference;
    const toAverage = average - this.#meanAverage;
    this.#n = total;
    this.#meanDifference += toDifference * share;
    this.#meanAverage += toAverage * share;
    this.#squaresDifference += toDifference * toDifference * weight;
    this.#squaresAverage += toAverage * toAverage * weight;
    this.#products += toDifference * toAverage * weight;
  }
}
