import { mean } from "../descriptive/moments.ts";
import { requireOpenProbability, requirePositive } from "../distributions/requirements.ts";
import { studentTQuantile } from "../distributions/student-t.ts";
import type { Interval, UndefinedReason } from "../interval.ts";
import { type Numbers, requireFinite, requireSameLength } from "../numbers.ts";

/** Straight line between two methods, both with error. What is undefined is null, with the reason. */
export interface DemingRegression {
  readonly n: number;
  readonly slope: number | null;
  readonly intercept: number | null;
  /** Jackknife standard errors, and t intervals with n - 2 degrees of freedom; from three pairs on. */
  readonly slopeStandardError: number | null;
  readonly interceptStandardError: number | null;
  readonly slopeInterval: Interval | null;
  readonly interceptInterval: Interval | null;
  /** Error variance of y over that of x, as given. */
  readonly varianceRatio: number;
  readonly reason: UndefinedReason | null;
}

export interface DemingOptions {
  /** Error variance of y over error variance of x; 1 unless given (orthogonal regression). */
  readonly varianceRatio?: number;
  /** Confidence level of the intervals; 0.95 unless given. */
  readonly level?: number;
}

/**
 * Deming regression y = intercept + slope x: the line that maximum likelihood finds when both methods have normal errors
 * of constant variance in a known ratio (Deming 1943, Statistical Adjustment of Data; closed form of Linnet 1990, Stat Med
 * 9:1463). Intervals by the jackknife (Linnet 1990). Unlike the regression of the difference on the average, its slope is
 * not changed by unequal precision when the ratio is right. Undefined without covariance of x and y.
 *
 * @throws StatisticsError TS_STATISTICS_LENGTH, TS_STATISTICS_NOT_FINITE; TS_STATISTICS_OUT_OF_RANGE for bad options.
 */
export function demingRegression(x: Numbers, y: Numbers, options: DemingOptions = {}): DemingRegression {
  const { varianceRatio = 1, level = 0.95 } = options;
  requireSameLength(x, y, "x", "y");
  requireFinite(x, "x");
  requireFinite(y, "y");
  requirePositive(varianceRatio, "varianceRatio");
  requireOpenProbability(level, "level");
  const n = x.length;
  const undefinedLine = { ...nothing, n, varianceRatio };
  if (n < 2) return { ...undefinedLine, reason: n === 0 ? "no data" : "too few values" };
  const sums = centredSums(x, y);
  const slope = demingSlope(sums, varianceRatio);
  if (slope === null) return { ...undefinedLine, reason: "no variation between subjects" };
  const line = { ...undefinedLine, slope, intercept: sums.meanY - slope * sums.meanX };
  if (n < 3) return { ...line, reason: "too few values" };
  const spread = jackknife(x, y, sums, varianceRatio);
  if (spread === null) return { ...line, reason: "no variation between subjects" };
  const t = -studentTQuantile((1 - level) / 2, n - 2);
  const around = (value: number, standardError: number): Interval => [
    value - t * standardError,
    value + t * standardError,
  ];
  return {
    ...line,
    ...spread,
    slopeInterval: around(line.slope, spread.slopeStandardError),
    interceptInterval: around(line.intercept, spread.interceptStandardError),
    reason: null,
  };
}

/** Means, and sums of squares and products about them. */
interface CentredSums {
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
}

function centredSums(x: Numbers, y: Numbers): CentredSums {
  const meanX = mean(x) ?? 0;
  const meanY = mean(y) ?? 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let index = 0; index < x.length; index++) {
    const dx = x[index] - meanX;
    const dy = y[index] - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return { meanX, meanY, xx, yy, xy };
}

/** Root of the quadratic xy b^2 - (yy - ratio xx) b - ratio xy = 0 that has the sign of xy; null for xy = 0. */
function demingSlope({ xx, yy, xy }: CentredSums, ratio: number): number | null {
  if (xy === 0) return null;
  const excess = yy - ratio * xx;
  const root = Math.hypot(excess, 2 * Math.sqrt(ratio) * xy);
  // Of the two equal forms the one that adds and does not cancel.
  return excess >= 0 ? (excess + root) / (2 * xy) : (2 * ratio * xy) / (root - excess);
}

/** Standard errors from the lines without one pair each; null where such a line is undefined. */
function jackknife(
  x: Numbers,
  y: Numbers,
  all: CentredSums,
  ratio: number,
): { readonly slopeStandardError: number; readonly interceptStandardError: number } | null {
  const n = x.length;
  const slopes = new Float64Array(n);
  const intercepts = new Float64Array(n);
  for (let left = 0; left < n; left++) {
    const rest = without(all, x[left], y[left], n);
    const slope = demingSlope(rest, ratio);
    if (slope === null) return null;
    slopes[left] = slope;
    intercepts[left] = rest.meanY - slope * rest.meanX;
  }
  return { slopeStandardError: jackknifeError(slopes), interceptStandardError: jackknifeError(intercepts) };
}

/** The sums without one pair: its deviations weigh n / (n - 1), because the mean moves away from it. */
function without(all: CentredSums, x: number, y: number, n: number): CentredSums {
  const dx = x - all.meanX;
  const dy = y - all.meanY;
  const weight = n / (n - 1);
  return {
    meanX: all.meanX - dx / (n - 1),
    meanY: all.meanY - dy / (n - 1),
    xx: Math.max(0, all.xx - weight * dx * dx),
    yy: Math.max(0, all.yy - weight * dy * dy),
    xy: all.xy - weight * dx * dy,
  };
}

/** sqrt((n - 1) / n times the sum of squared deviations), the standard error of the pseudo-values' mean. */
function jackknifeError(estimates: Float64Array): number {
  const n = estimates.length;
  const centre = mean(estimates) ?? 0;
  let squares = 0;
  for (const estimate of estimates) squares += (estimate - centre) ** 2;
  return Math.sqrt(((n - 1) / n) * squares);
}

const nothing = {
  slope: null,
  intercept: null,
  slopeStandardError: null,
  interceptStandardError: null,
  slopeInterval: null,
  interceptInterval: null,
} as const;
