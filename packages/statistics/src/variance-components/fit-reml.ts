import type { UndefinedReason } from "../interval.ts";
import { cholesky, choleskyInverse } from "../linear-algebra/cholesky.ts";
import { minimizeDeviance, type Objective } from "./minimize-deviance.ts";
import { type RemlModel, type RemlPoint, remlPoint, remlSlope } from "./reml-criterion.ts";

/** Variances that maximise the restricted likelihood; factors in the order of the model, the residual last. */
export interface RemlFit {
  readonly variances: readonly number[];
  /** Standard deviations of the factors in units of the residual one. */
  readonly theta: readonly number[];
  /** -2 log of the restricted likelihood. */
  readonly deviance: number;
  /** Generalised least squares estimate of the mean, relative to the system's origin. */
  readonly mean: number;
  /**
   * Covariances of the estimated variances, the inverse of the observed information; rows of variances on the boundary
   * 0 are 0. Null where the information is singular.
   */
  readonly covariance: readonly (readonly number[])[] | null;
}

/** Relative standard deviations to start from: small tables can have more than one local minimum. */
const STARTS = [1, 6, 0.2];

/**
 * The REML deviance with the residual variance profiled out (Bates et al. 2015, equation 42); null where nothing is left
 * to be residual.
 */
export function remlDeviance(model: RemlModel, theta: readonly number[]): number | null {
  return devianceOf(remlPoint(model, theta), model.system.observations - 1);
}

function devianceOf(point: RemlPoint | null, df: number): number | null {
  if (point === null || !(point.residualSquares > 0)) return null;
  return df * (1 + Math.log((2 * Math.PI * point.residualSquares) / df)) + point.logDeterminants;
}

function devianceWithGradient(model: RemlModel, theta: readonly number[]): ReturnType<Objective> {
  const slope = remlSlope(model, theta);
  const df = model.system.observations - 1;
  const value = devianceOf(slope, df);
  if (slope === null || value === null) return null;
  const { residualSquares, residualSquaresGradient, logDeterminantsGradient } = slope;
  return {
    value,
    gradient: residualSquaresGradient.map((x, i) => (df * x) / residualSquares + logDeterminantsGradient[i]),
  };
}

/** Fits a model whose statistics are centred; the reason says why there is no fit. */
export function fitReml(model: RemlModel): RemlFit | UndefinedReason {
  const minima = STARTS.map((start) => {
    const theta = [start, ...model.blocks.map(() => start)];
    return minimizeDeviance((at) => devianceWithGradient(model, at), theta);
  }).filter((minimum) => minimum !== null);
  if (minima.length === 0) return "no residual variation";
  const minimum = minima.reduce((least, other) => (other.value < least.value ? other : least));
  const { theta } = minimum;
  const point = remlPoint(model, theta);
  if (point === null) return "not converged";
  const residual = point.residualSquares / (model.system.observations - 1);
  const variances = [...theta.map((x) => x * x * residual), residual];
  return { variances, theta, deviance: minimum.value, mean: point.mean, covariance: covarianceOf(model, variances) };
}

function covarianceOf(model: RemlModel, variances: readonly number[]): number[][] | null {
  const inside = variances.flatMap((variance, i) => (variance > 0 ? [i] : []));
  const size = inside.length;
  const information = new Float64Array(size * size);
  for (const [row, i] of inside.entries()) {
    const width = 1e-4 * variances[i];
    const above = deviancesGradient(model, variances.with(i, variances[i] + width));
    const below = deviancesGradient(model, variances.with(i, variances[i] - width));
    if (above === null || below === null) return null;
    for (const [column, j] of inside.entries()) {
      // Half the second derivative of the deviance; the two halves of the matrix are averaged.
      const second = (above[j] - below[j]) / (2 * width) / 4;
      information[row * size + column] += second;
      information[column * size + row] += second;
    }
  }
  // Variances of any unit: the information is scaled to that of their logarithms before it is inverted.
  const scale = (i: number) => variances[inside[Math.floor(i / size)]] * variances[inside[i % size]];
  const factor = cholesky(
    information.map((x, i) => x * scale(i)),
    size,
  );
  if (factor === null) return null;
  const inverse = choleskyInverse(factor, size).map((x, i) => x * scale(i));
  const covariance = variances.map(() => variances.map(() => 0));
  for (const [row, i] of inside.entries()) {
    for (const [column, j] of inside.entries()) covariance[i][j] = inverse[row * size + column];
  }
  return covariance;
}

/** Derivatives of the deviance, the residual variance not profiled out, by each variance; 0 for variances of 0. */
function deviancesGradient(model: RemlModel, variances: readonly number[]): number[] | null {
  const residual = variances[variances.length - 1];
  const theta = variances.slice(0, -1).map((variance) => Math.sqrt(variance / residual));
  const point = remlSlope(model, theta);
  if (point === null) return null;
  const df = model.system.observations - 1;
  let toResidual = df / residual - point.residualSquares / residual ** 2;
  const gradient = theta.map((x, i) => {
    if (x === 0) return 0;
    const byTheta = point.residualSquaresGradient[i] / residual + point.logDeterminantsGradient[i];
    toResidual -= (byTheta * x) / (2 * residual);
    return byTheta / (2 * x * residual);
  });
  return [...gradient, toResidual];
}
