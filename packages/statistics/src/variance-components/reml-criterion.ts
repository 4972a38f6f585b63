import { cholesky, choleskyInverse, choleskySolve, logDeterminant } from "../linear-algebra/cholesky.ts";
import type { RemlSystem } from "./reml-system.ts";

/** What the criterion needs of a model: its statistics, and which columns belong to which factor. */
export interface RemlModel {
  readonly system: RemlSystem;
  /** Of the factors that are not eliminated, in their order: first column and the column after the last. */
  readonly blocks: readonly (readonly [first: number, end: number])[];
}

/** The REML criterion at some relative standard deviations. */
export interface RemlPoint {
  /** Residual sum of squares, penalised: divided by observations - 1 it is the residual variance that fits best. */
  readonly residualSquares: number;
  /** log |V| + log |X' V^-1 X|, with V in units of the residual variance. */
  readonly logDeterminants: number;
  /** Estimate of the mean, relative to the system's origin. */
  readonly mean: number;
}

/** The criterion with its derivatives by each relative standard deviation. */
export interface RemlSlope extends RemlPoint {
  readonly residualSquaresGradient: Float64Array;
  readonly logDeterminantsGradient: Float64Array;
}

/** The solved equations: `matrix` is scaled by the relative standard deviations, `absorbed` and `effects` are not. */
interface Solved {
  readonly absorbed: Absorbed;
  readonly scale: Float64Array;
  readonly factor: Float64Array;
  readonly solution: Float64Array;
  readonly effects: Float64Array;
}

/**
 * Evaluates the REML criterion by the penalised normal equations (Bates, Machler, Bolker & Walker 2015, J Stat Softw 67:1,
 * sections 3.4 to 3.6), with the groups of the eliminated factor absorbed.
 *
 * @param theta standard deviations of the factors in units of the residual one; first the eliminated factor, then those
 *   of `blocks`.
 * @returns null where the equations are singular to rounding.
 */
export function remlPoint(model: RemlModel, theta: readonly number[]): RemlPoint | null {
  const solved = solve(model, theta);
  return solved === null ? null : pointOf(solved);
}

/** As {@link remlPoint}, with derivatives, which follow by differentiating the equations. */
export function remlSlope(model: RemlModel, theta: readonly number[]): RemlSlope | null {
  const solved = solve(model, theta);
  if (solved === null) return null;
  const { absorbed, scale, factor, solution, effects } = solved;
  const { columns } = model.system;
  const inverse = choleskyInverse(factor, columns);
  const residualSquaresGradient = new Float64Array(theta.length);
  const logDeterminantsGradient = new Float64Array(theta.length);
  const derivative = absorb(model.system, theta[0], true);
  residualSquaresGradient[0] =
    derivative.square - 2 * dot(effects, derivative.right) + quadratic(derivative.cross, effects);
  logDeterminantsGradient[0] = derivative.logDeterminant + dot(inverse, scaled(derivative.cross, scale));
  for (const [block, [first, end]] of model.blocks.entries()) {
    for (let row = first; row < end; row++) {
      const cross = absorbed.cross.subarray(row * columns, (row + 1) * columns);
      residualSquaresGradient[block + 1] -= 2 * solution[row] * (absorbed.right[row] - dot(cross, effects));
      let trace = 0;
      for (let column = 0; column < columns; column++) {
        trace += cross[column] * scale[column] * inverse[row * columns + column];
      }
      logDeterminantsGradient[block + 1] += 2 * trace;
    }
  }
  return { ...pointOf(solved), residualSquaresGradient, logDeterminantsGradient };
}

function solve(model: RemlModel, theta: readonly number[]): Solved | null {
  const { columns } = model.system;
  const absorbed = absorb(model.system, theta[0]);
  const scale = columnScales(model, theta);
  const matrix = scaled(absorbed.cross, scale);
  for (let column = 1; column < columns; column++) matrix[column * (columns + 1)]++;
  const factor = cholesky(matrix, columns);
  if (factor === null) return null;
  const right = absorbed.right.map((x, column) => x * scale[column]);
  const solution = choleskySolve(factor, columns, right);
  return { absorbed, scale, factor, solution, effects: solution.map((x, column) => x * scale[column]) };
}

function pointOf({ absorbed, factor, solution, effects }: Solved): RemlPoint {
  return {
    residualSquares: absorbed.square - dot(effects, absorbed.right),
    logDeterminants: absorbed.logDeterminant + logDeterminant(factor, effects.length),
    mean: solution[0],
  };
}

interface Absorbed {
  readonly cross: Float64Array;
  readonly right: Float64Array;
  readonly square: number;
  readonly logDeterminant: number;
}

/** The equations without the eliminated factor, or their derivative by its relative standard deviation. */
function absorb(system: RemlSystem, theta: number, derivative = false): Absorbed {
  const cross = derivative ? new Float64Array(system.cross.length) : system.cross.slice();
  const right = derivative ? new Float64Array(system.columns) : system.right.slice();
  let square = derivative ? 0 : system.square;
  let logDeterminants = 0;
  for (const sums of system.sizes.values()) {
    const { n, groups } = sums;
    const weight = 1 / (1 + n * theta * theta);
    const factor = derivative ? -2 * n * theta * weight * weight : weight;
    for (let i = 0; i < cross.length; i++) cross[i] += factor * sums.cross[i];
    for (let i = 0; i < right.length; i++) right[i] += factor * sums.right[i];
    square += factor * sums.square;
    logDeterminants += derivative ? 2 * groups * n * theta * weight : -groups * Math.log(weight);
  }
  return { cross, right, square, logDeterminant: logDeterminants };
}

function columnScales(model: RemlModel, theta: readonly number[]): Float64Array {
  const scale = new Float64Array(model.system.columns);
  scale[0] = 1;
  model.blocks.forEach(([first, end], block) => {
    scale.fill(theta[block + 1], first, end);
  });
  return scale;
}

function scaled(matrix: Float64Array, scale: Float64Array): Float64Array {
  const size = scale.length;
  return matrix.map((x, i) => x * scale[Math.floor(i / size)] * scale[i % size]);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function quadratic(matrix: Float64Array, vector: Float64Array): number {
  const size = vector.length;
  let sum = 0;
  for (let row = 0; row < size; row++) sum += vector[row] * dot(matrix.subarray(row * size, (row + 1) * size), vector);
  return sum;
}
