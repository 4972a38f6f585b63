import { normalUpperQuantile } from "../distributions/normal.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import { StatisticsError } from "../error.ts";
import type { UndefinedReason } from "../interval.ts";
import { requireRange } from "../numbers.ts";
import { satterthwaite, type VarianceComponents } from "./variance-components.ts";

/** A standard uncertainty from elsewhere: the calibrator's value, a bias correction. */
export interface FurtherUncertainty {
  readonly name: string;
  /** Standard uncertainty in the unit of the values, at least 0. */
  readonly standard: number;
  /** Degrees of freedom behind it; absent if it is as good as known. */
  readonly degreesOfFreedom?: number;
}

export interface MeasurementUncertaintyOptions {
  /**
   * For how many levels of a component a reported result is the average, by the name of the component: { residual: 2 }
   * for a mean of duplicates in one run. 1 where a component is not named.
   */
  readonly averagedOver?: Readonly<Record<string, number>>;
  readonly further?: readonly FurtherUncertainty[];
  /** Coverage probability of the expanded uncertainty; 0.95 unless given. */
  readonly level?: number;
  /** A fixed coverage factor, 2 in ISO/TS 20914; without it Student's t quantile of the level. */
  readonly coverageFactor?: number;
}

/** One line of an uncertainty budget. */
export interface UncertaintyContribution {
  readonly name: string;
  /** Standard uncertainty in the unit of the values, after averaging. */
  readonly standard: number;
  /** Fraction of the combined variance; null where that is 0. */
  readonly share: number | null;
}

/** Uncertainty of a reported result. */
export interface MeasurementUncertainty {
  /** Combined standard uncertainty, in the unit of the values. */
  readonly standard: number;
  /** Standard uncertainty divided by the absolute mean; null where the mean is 0. */
  readonly relative: number | null;
  /** Effective degrees of freedom; null where nothing was estimated, or the estimates' variances are not known. */
  readonly degreesOfFreedom: number | null;
  readonly coverageFactor: number | null;
  /** Half width of the interval that covers the true value with the level's probability; null with its reason. */
  readonly expanded: number | null;
  readonly contributions: readonly UncertaintyContribution[];
  readonly reason: UndefinedReason | null;
}

/**
 * Budget of measurement uncertainty, top-down from variance components under changed conditions and further standard
 * uncertainties (ISO/TS 20914:2019, section 5; JCGM 100:2008, GUM, 5.1.2). The effective degrees of freedom are Welch &
 * Satterthwaite's (GUM G.4.1), with the covariances of the components, which come from the same data: 2 u^4 / Var(u^2).
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a name in `averagedOver` that is no component, an average over
 *   fewer than one, a negative or infinite uncertainty, or a level or factor out of range.
 */
export function measurementUncertainty(
  source: VarianceComponents,
  options: MeasurementUncertaintyOptions = {},
): MeasurementUncertainty {
  const { averagedOver = {}, further = [], level = 0.95 } = options;
  requireOptions(source, options, level);
  const weights = source.components.map(({ name }) => 1 / (averagedOver[name] ?? 1));
  const variances = source.components.map(({ variance }, i) => variance * weights[i]);
  const lines = [
    ...source.components.map(({ name }, i) => ({ name, variance: variances[i] })),
    ...further.map(({ name, standard }) => ({ name, variance: standard ** 2 })),
  ];
  const combined = lines.reduce((sum, { variance }) => sum + variance, 0);
  const standard = Math.sqrt(combined);
  const sampling = samplingVariance(source, weights, further);
  const degreesOfFreedom = satterthwaite(combined, sampling);
  const coverageFactor = options.coverageFactor ?? factorOf(level, degreesOfFreedom, sampling);
  return {
    standard,
    relative: source.mean === 0 ? null : standard / Math.abs(source.mean),
    degreesOfFreedom,
    coverageFactor,
    expanded: coverageFactor === null ? null : coverageFactor * standard,
    contributions: lines.map(({ name, variance }) => ({
      name,
      standard: Math.sqrt(variance),
      share: combined === 0 ? null : variance / combined,
    })),
    reason: coverageFactor === null ? "too few degrees of freedom" : null,
  };
}

/** Var(u^2): of the weighted components with their covariances, and of the independent further uncertainties. */
function samplingVariance(
  source: VarianceComponents,
  weights: readonly number[],
  further: readonly FurtherUncertainty[],
): number | null {
  if (source.covariance === null) return null;
  let sum = 0;
  source.covariance.forEach((row, i) => {
    for (const [j, covariance] of row.entries()) sum += weights[i] * weights[j] * covariance;
  });
  for (const { standard, degreesOfFreedom } of further) {
    if (degreesOfFreedom !== undefined) sum += (2 * standard ** 4) / degreesOfFreedom;
  }
  return sum;
}

function factorOf(level: number, degreesOfFreedom: number | null, sampling: number | null): number | null {
  if (degreesOfFreedom !== null) {
    const quantile = studentTQuantile((1 + level) / 2, degreesOfFreedom);
    return Number.isFinite(quantile) ? quantile : null;
  }
  return sampling === 0 ? normalUpperQuantile((1 - level) / 2) : null;
}

function requireOptions(source: VarianceComponents, options: MeasurementUncertaintyOptions, level: number): void {
  requireRange(level, Number.MIN_VALUE, 1 - Number.EPSILON, "level");
  if (options.coverageFactor !== undefined) requireRange(options.coverageFactor, 0, Number.MAX_VALUE, "coverageFactor");
  for (const [name, count] of Object.entries(options.averagedOver ?? {})) {
    if (!source.components.some((component) => component.name === name)) {
      throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `averagedOver names ${name}, which is no component`, {
        argument: "averagedOver",
      });
    }
    requireRange(count, 1, Number.MAX_SAFE_INTEGER, `averagedOver.${name}`);
  }
  for (const { name, standard, degreesOfFreedom } of options.further ?? []) {
    requireRange(standard, 0, Number.MAX_VALUE, name);
    if (degreesOfFreedom !== undefined) requireRange(degreesOfFreedom, Number.MIN_VALUE, Number.MAX_VALUE, name);
  }
}
