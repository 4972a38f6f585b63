import gammainc from "@stdlib/math-base-special-gammainc";
import { halfDeviance, stirlingError } from "./saddle-point.ts";

/** Above this shape the library's upper half is wrong by up to 3% (version 0.3.1, from about 500 on). */
const LARGEST_LIBRARY_SHAPE = 100;
const TINY = Number.MIN_VALUE / Number.EPSILON;

/** Both tails of the gamma distribution with the given shape > 0 and rate 1, at x >= 0. */
export interface GammaTails {
  /** Regularised lower incomplete gamma function P(shape, x). */
  readonly lower: number;
  /** Regularised upper incomplete gamma function Q(shape, x) = 1 - P(shape, x). */
  readonly upper: number;
}

/**
 * For large shapes by the series (NIST DLMF 8.11.4) below the mean and Legendre's continued fraction (DLMF 8.9.2) above
 * it: the smaller tail keeps full relative accuracy.
 */
export function gammaTails(x: number, shape: number): GammaTails {
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape <= LARGEST_LIBRARY_SHAPE) {
    return { lower: gammainc(x, shape, true, false), upper: gammainc(x, shape, true, true) };
  }
  // x^shape e^-x / Gamma(shape + 1), which is the Poisson probability of `shape` events.
  const kernel = Math.exp(-halfDeviance(shape, x) - stirlingError(shape)) / Math.sqrt(2 * Math.PI * shape);
  if (x < shape + 1) {
    const lower = kernel * lowerSeries(x, shape);
    return { lower, upper: 1 - lower };
  }
  const upper = kernel * shape * upperFraction(x, shape);
  return { lower: 1 - upper, upper };
}

/** 1 + x / (s+1) + x^2 / ((s+1)(s+2)) + ... */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** 1 / (x+1-s - 1(1-s) / (x+3-s - 2(2-s) / (x+5-s - ...))), by the method of Lentz (1976, Appl Opt 15:668). */
function upperFraction(x: number, shape: number): number {
  let denominator = x + 1 - shape;
  let numeratorRatio = 1 / TINY;
  let denominatorRatio = 1 / denominator;
  let value = denominatorRatio;
  for (let n = 1; ; n++) {
    const numerator = -n * (n - shape);
    denominator += 2;
    denominatorRatio = 1 / nonZero(numerator * denominatorRatio + denominator);
    numeratorRatio = nonZero(denominator + numerator / numeratorRatio);
    const factor = denominatorRatio * numeratorRatio;
    value *= factor;
    if (Math.abs(factor - 1) <= 4 * Number.EPSILON) return value;
  }
}

function nonZero(value: number): number {
  return value === 0 ? TINY : value;
}
