import { requireRange } from "../numbers.ts";
import { normalCdf } from "./normal.ts";
import { requireFiniteNumber, requireOpenProbability, requirePositive } from "./requirements.ts";

/** The weight of the scale is ignored below e^-50 of its largest value. */
const NEGLIGIBLE = 50;
const RELATIVE_ACCURACY = 1e-13;
const FIRST_INTERVALS = 64;
const MOST_INTERVALS = 2 ** 20;

/**
 * P(T <= t) of the noncentral t distribution, T = (Z + ncp) / S with Z standard normal and S^2 chi-squared over its df:
 * the expectation of Phi(t S - ncp) (Owen 1968, Technometrics 10:445, section 2). The integral over ln S has a smooth
 * integrand that vanishes at both ends, so the trapezoidal rule converges exponentially (Trefethen & Weideman 2014, SIAM
 * Rev 56:385). Absolute error below 1e-11. df >= 1, not necessarily whole; any finite ncp, also beyond 37.6, where the
 * series of AS 243 (Lenth 1989) underflows.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a t or ncp that is no finite number, TS_STATISTICS_OUT_OF_RANGE
 *   for df that are below 1 or not finite.
 */
export function noncentralTCdf(t: number, df: number, ncp: number): number {
  requireFiniteNumber(t, "t");
  requireFiniteNumber(ncp, "ncp");
  requireDegrees(df);
  return expectation(t, df, ncp);
}

/**
 * t with P(T <= t) = p, for 0 < p < 1: bisection of {@link noncentralTCdf} to the last digits, whose accuracy that
 * function's limits. Errors as of {@link noncentralTCdf}, and TS_STATISTICS_OUT_OF_RANGE for p outside of (0, 1).
 */
export function noncentralTQuantile(p: number, df: number, ncp: number): number {
  requireOpenProbability(p, "p");
  requireFiniteNumber(ncp, "ncp");
  requireDegrees(df);
  let reach = 1;
  while (expectation(ncp - reach, df, ncp) > p) reach *= 2;
  let low = ncp - reach;
  reach = 1;
  while (expectation(ncp + reach, df, ncp) < p) reach *= 2;
  let high = ncp + reach;
  for (;;) {
    const middle = low + (high - low) / 2;
    if (high - low <= 1e-13 * Math.max(1, Math.abs(middle)) || middle === low || middle === high) return middle;
    if (expectation(middle, df, ncp) < p) low = middle;
    else high = middle;
  }
}

function requireDegrees(df: number): void {
  requirePositive(df, "df");
  requireRange(df, 1, Number.MAX_VALUE, "df");
}

/** Weighted mean of Phi(t e^u - ncp) over u = ln S, the step halved until two results agree. */
function expectation(t: number, df: number, ncp: number): number {
  const [from, to] = range(df);
  let weights = 0;
  let sum = 0;
  let previous = Number.NaN;
  for (let intervals = FIRST_INTERVALS; ; intervals *= 2) {
    const first = intervals === FIRST_INTERVALS;
    const step = (to - from) / intervals;
    // Of a finer grid only the points between those of the coarser one are new.
    for (let index = first ? 0 : 1; index <= intervals; index += first ? 1 : 2) {
      const u = from + index * step;
      const weight = Math.exp(logWeight(u, df));
      weights += weight;
      sum += weight * normalCdf(t * Math.exp(u) - ncp);
    }
    const value = sum / weights;
    if (Math.abs(value - previous) <= RELATIVE_ACCURACY * value || intervals >= MOST_INTERVALS) return value;
    previous = value;
  }
}

/** Log density of u = ln S, 0 at its mode u = 0; expm1 keeps the digits where df is large and u small. */
function logWeight(u: number, df: number): number {
  return df * (u - Math.expm1(2 * u) / 2);
}

/** The u between which the weight is not negligible; log weight falls at least as fast as df (u + 1/2) and -df u^2. */
function range(df: number): readonly [from: number, to: number] {
  const to = Math.sqrt(NEGLIGIBLE / df);
  let from = -to;
  while (logWeight(from, df) > -NEGLIGIBLE) from *= 1.2;
  return [from, to];
}
