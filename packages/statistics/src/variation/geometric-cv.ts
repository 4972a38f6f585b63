import { variance } from "../descriptive/moments.ts";
import type { UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireNoOverflow } from "../numbers.ts";

/** Geometric coefficient of variation. What is undefined is null, with the reason. */
export interface GeometricCv {
  /** Variants that took part, and those left out for fewer than two values or a value that is not positive. */
  readonly variants: number;
  readonly excluded: number;
  /** A fraction, not a percentage. */
  readonly cv: number | null;
  readonly reason: UndefinedReason | null;
}

/**
 * Geometric coefficient of variation sqrt(exp(s^2) - 1) of one variant, s^2 being the variance of natural logarithms: the
 * coefficient of the lognormal distribution (Kirkwood 1979, Biometrics 35:908). Null with fewer than two values or one
 * that is not positive.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, also where the coefficient exceeds all numbers.
 */
export function geometricCv(values: Numbers): GeometricCv {
  requireFinite(values, "values");
  const spread = logarithmicVariance(values);
  if (spread !== null) return { variants: 1, excluded: 0, cv: fromLogarithmicVariance(spread), reason: null };
  if (values.length === 0) return { variants: 0, excluded: 0, cv: null, reason: "no data" };
  return { variants: 0, excluded: 1, cv: null, reason: values.length < 2 ? "too few values" : "value not positive" };
}

/**
 * Geometric coefficient of variation within variants: the variances of logarithms pooled by their degrees of freedom
 * first.
 *
 * @param matrix [variant][replicate]; the numbers of replicates may differ.
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE, also where the coefficient exceeds all numbers.
 */
export function pooledGeometricCv(matrix: readonly Numbers[]): GeometricCv {
  let squares = 0;
  let degreesOfFreedom = 0;
  let variants = 0;
  matrix.forEach((values, variant) => {
    requireFinite(values, `matrix[${variant}]`);
    const spread = logarithmicVariance(values);
    if (spread === null) return;
    variants++;
    squares += (values.length - 1) * spread;
    degreesOfFreedom += values.length - 1;
  });
  const excluded = matrix.length - variants;
  if (variants > 0) {
    return { variants, excluded, cv: fromLogarithmicVariance(squares / degreesOfFreedom), reason: null };
  }
  const tooFew = matrix.every((values) => values.length < 2);
  const reason = matrix.length === 0 ? "no data" : tooFew ? "too few values" : "value not positive";
  return { variants, excluded, cv: null, reason };
}

function logarithmicVariance(values: Numbers): number | null {
  for (let index = 0; index < values.length; index++) if (values[index] <= 0) return null;
  return variance(Float64Array.from(values, Math.log));
}

function fromLogarithmicVariance(spread: number): number {
  return requireNoOverflow(Math.sqrt(Math.expm1(spread)), "values");
}
