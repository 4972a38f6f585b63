import { type Numbers, requireFinite, requireRange } from "../numbers.ts";

/**
 * Definitions of a sample quantile by their number in Hyndman & Fan 1996 (Am Stat 50:361): 2 averages at the steps of the
 * distribution function, 6 is Weibull's (SPSS, Minitab), 7 Gumbel's (default of R, NumPy and Excel), 8 median-unbiased.
 */
export type QuantileType = 2 | 6 | 7 | 8;

/** n p is whole within rounding; R's tolerance. */
const FUZZ = 4 * Number.EPSILON;

/**
 * Sample quantile of unsorted values, for 0 <= p <= 1. Null for no values.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a value that is no finite number, TS_STATISTICS_OUT_OF_RANGE for p
 *   outside of 0..1.
 */
export function quantile(values: Numbers, p: number, type: QuantileType = 7): number | null {
  requireFinite(values, "values");
  requireRange(p, 0, 1, "p");
  const n = values.length;
  if (n === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const position = quantilePosition(n, p, type);
  const below = Math.floor(position + FUZZ);
  let weight = position - below;
  if (Math.abs(weight) < FUZZ) weight = 0;
  if (type === 2) weight = weight > 0 ? 1 : 0.5;
  const low = sorted[Math.min(Math.max(below, 1), n) - 1];
  const high = sorted[Math.min(Math.max(below + 1, 1), n) - 1];
  // Of two equal neighbours exactly their value; the other forms may round past it.
  return low === high ? low : (1 - weight) * low + weight * high;
}

/** Middle value, or the mean of the two middle values. Null for no values. Errors as of {@link quantile}. */
export function median(values: Numbers): number | null {
  return quantile(values, 0.5);
}

/** 1-based, fractional place among the sorted values (Hyndman & Fan 1996, table 1). */
function quantilePosition(n: number, p: number, type: QuantileType): number {
  switch (type) {
    case 2:
      return n * p;
    case 6:
      return (n + 1) * p;
    case 7:
      return 1 + (n - 1) * p;
    case 8:
      return 1 / 3 + (n + 1 / 3) * p;
  }
}
