import type { Numbers } from "../numbers.ts";

/** Cusum test of a straight line against a curve. */
export interface LinearityTest {
  readonly above: number;
  readonly below: number;
  /** Largest distance of the cumulative score from 0, over the root of below + 1. */
  readonly statistic: number | null;
  /** Asymptotic p-value of Kolmogorov and Smirnov; null with no point on one side of the line. */
  readonly p: number | null;
}

/**
 * Linearity test of Passing & Bablok 1983 (J Clin Chem Clin Biochem 21:709, section on the cusum test): going along the
 * line, points above count sqrt(below / above) and points below -sqrt(above / below); on a curve the sum strays. Points
 * that lie together at one place of the line are counted in one step, so that their order in the input does not matter.
 */
export function linearityTest(x: Numbers, y: Numbers, slope: number, intercept: number): LinearityTest {
  const points = Array.from({ length: x.length }, (_, index) => ({
    // In the order in which the intercept was found, so that the points that it comes from lie on the line exactly.
    residual: y[index] - slope * x[index] - intercept,
    // Place of the point's projection on the line, but for a constant factor.
    place: slope * (y[index] - intercept) + x[index],
  }));
  const above = points.filter(({ residual }) => residual > 0).length;
  const below = points.filter(({ residual }) => residual < 0).length;
  if (above === 0 || below === 0) return { above, below, statistic: null, p: null };
  points.sort((one, other) => one.place - other.place);
  let sum = 0;
  let largest = 0;
  points.forEach(({ residual, place }, index) => {
    if (residual !== 0) sum += residual > 0 ? Math.sqrt(below / above) : -Math.sqrt(above / below);
    if (place !== points[index + 1]?.place) largest = Math.max(largest, Math.abs(sum));
  });
  const statistic = largest / Math.sqrt(below + 1);
  return { above, below, statistic, p: kolmogorovUpperTail(statistic) };
}

/** From here on the alternating series has converged in a few terms; below it the probability is 1 to 1e-9. */
const SERIES_FROM = 0.2;

/** P(K > h) of Kolmogorov's limit distribution: 2 sum of (-1)^(i - 1) exp(-2 i^2 h^2) (Smirnov 1948, Ann Math Stat 19:279). */
export function kolmogorovUpperTail(h: number): number {
  if (h < SERIES_FROM) return 1;
  let sum = 0;
  for (let term = 1; term <= 100; term++) {
    const size = Math.exp(-2 * (term * h) ** 2);
    sum += term % 2 === 1 ? size : -size;
    if (size <= Number.EPSILON * sum) break;
  }
  return Math.min(1, 2 * sum);
}
