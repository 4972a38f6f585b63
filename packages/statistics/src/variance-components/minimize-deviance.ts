import { cholesky, choleskySolve } from "../linear-algebra/cholesky.ts";

/** A function of non-negative parameters and its gradient; null where it cannot be evaluated. */
export type Objective = (theta: readonly number[]) => { readonly value: number; readonly gradient: Numbers } | null;
type Numbers = ArrayLike<number>;

export interface Minimum {
  readonly theta: readonly number[];
  readonly value: number;
}

const ITERATIONS = 200;
const HALVINGS = 40;
/** Relative size of a step below which the minimum is found. */
const STEP_TOLERANCE = 1e-9;
/** Relative decrease of the value that is below rounding; the step itself is still taken. */
const DECREASE_TOLERANCE = 1e-15;
/** Changes of the value below this are rounding. */
const VALUE_TOLERANCE = 1e-12;
/** What is left of a parameter at least after one step. */
const SMALLEST_FRACTION = 0.05;
/** A relative standard deviation beyond any that data with a residual variance have. */
const LARGEST = 1e7;

/**
 * Local minimum of a function that is even in each of its parameters, so that one on the boundary 0 is a stationary
 * point like any other: Newton's method with the Hessian from differences of the gradient, made positive definite where
 * necessary (Nocedal & Wright 2006, Numerical Optimization, section 3.4), halving steps that lead up.
 *
 * @returns null where the function falls without bound or no minimum is found.
 */
export function minimizeDeviance(objective: Objective, start: readonly number[]): Minimum | null {
  let theta: readonly number[] = start;
  let current = objective(theta);
  for (let iteration = 0; iteration < ITERATIONS && current !== null; iteration++) {
    const step = newtonStep(hessian(objective, theta), current.gradient, theta);
    if (step === null) return null;
    const next = descend(objective, theta, current.value, step);
    const done = isSmall(step, theta) || isFlat(step, current);
    theta = next ?? theta;
    if (done || next === null) return settleOnBoundary(objective, { theta, value: current.value });
    if (theta.some((x) => x > LARGEST)) return null;
    current = objective(theta);
  }
  return null;
}

function isSmall(step: readonly number[], theta: readonly number[]): boolean {
  return step.every((change, i) => Math.abs(change) <= STEP_TOLERANCE * Math.max(theta[i], 1e-3));
}

/** Whether the step promises no decrease worth its rounding, as near a boundary on which the slope itself vanishes. */
function isFlat(step: readonly number[], { value, gradient }: { value: number; gradient: Numbers }): boolean {
  const decrease = step.reduce((sum, change, i) => sum + Math.abs(change * gradient[i]), 0);
  return decrease <= DECREASE_TOLERANCE * (1 + Math.abs(value));
}

/** Sets parameters to 0 that are so but for rounding, and leaves 0 where it is no minimum. */
function settleOnBoundary(objective: Objective, found: Minimum): Minimum | null {
  let minimum = found;
  for (let i = 0; i < found.theta.length; i++) {
    const tolerance = VALUE_TOLERANCE * (1 + Math.abs(minimum.value));
    const onBoundary = minimum.theta.with(i, 0);
    const value = objective(onBoundary)?.value;
    if (minimum.theta[i] > 1e-2 || value === undefined || value > minimum.value + tolerance) continue;
    minimum = { theta: onBoundary, value };
    const inside = minimum.theta.with(i, 0.02);
    const insideValue = objective(inside)?.value;
    if (insideValue !== undefined && insideValue < value - tolerance) return minimizeDeviance(objective, inside);
  }
  return minimum;
}

function hessian(objective: Objective, theta: readonly number[]): Float64Array {
  const size = theta.length;
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const width = 1e-4 * Math.max(theta[i], 1e-2);
    const above = objective(theta.with(i, theta[i] + width));
    const below = objective(theta.with(i, theta[i] - width));
    for (let j = 0; j < size; j++) {
      const second = ((above?.gradient[j] ?? 0) - (below?.gradient[j] ?? 0)) / (2 * width);
      matrix[i * size + j] += second / 2;
      matrix[j * size + i] += second / 2;
    }
  }
  return matrix;
}

/** Newton's step, shortened to twice the size of the parameters; that of small ones counts as 0.1. */
function newtonStep(hessian: Float64Array, gradient: Numbers, theta: readonly number[]): number[] | null {
  const size = theta.length;
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(hessian[i * (size + 1)]));
  let damping = 0;
  for (let attempt = 0; attempt < HALVINGS; attempt++) {
    const matrix = hessian.slice();
    for (let i = 0; i < size; i++) matrix[i * (size + 1)] += damping;
    const factor = cholesky(matrix, size);
    if (factor !== null) {
      const step = choleskySolve(
        factor,
        size,
        Float64Array.from(gradient, (x) => -x),
      );
      const excess = step.map((change, i) => Math.abs(change) / (2 * Math.max(theta[i], 0.1)));
      return Array.from(step, (change) => change / Math.max(1, ...excess));
    }
    damping = Math.max(2 * damping, 1e-3 * Math.max(largest, 1e-12));
  }
  return null;
}

function descend(
  objective: Objective,
  theta: readonly number[],
  value: number,
  step: readonly number[],
): number[] | null {
  for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
    // Towards 0 in fractions: past it the function is mirrored, on it each parameter is stationary.
    const next = theta.map((x, i) => Math.max(x + length * step[i], SMALLEST_FRACTION * x));
    const reached = objective(next)?.value;
    if (reached !== undefined && reached <= value + VALUE_TOLERANCE * (1 + Math.abs(value))) return next;
  }
  return null;
}
