import type { Numbers } from "../numbers.ts";
import { joinRounded } from "./join-rounded.ts";
import { senSlope } from "./sen-slope.ts";
import { observedSeries, type Series } from "./series.ts";

/**
 * Whose rules a test for autocorrelated series follows:
 * - `touchstone`: Sen's slope and trend use the times; residuals that only rounding tells apart are equal; a variance is
 *   never made smaller.
 * - `modifiedmk`: as in the R package. Missing values are left out before anything else, so that they leave no gap; the
 *   variance factor is the papers', which may shrink the variance.
 * - `pyMannKendall`: as in the Python package. Sen's slope uses positions with gaps, the trend that is taken away
 *   positions without; Hamed and Rao's sum enters by its size, so that the factor is never below 1.
 */
export type AutocorrelationConvention = "touchstone" | "modifiedmk" | "pyMannKendall";

/** A series without its missing values and without its trend. */
export interface Detrended {
  /** The values that are there. */
  readonly values: Float64Array;
  /** Sen's slope; 0 for fewer than two values. */
  readonly slope: number;
  /** Where each value lies on the line that is taken away. */
  readonly positions: Float64Array;
  /** Values less slope times position. */
  readonly residuals: Float64Array;
}

/** Rounding of a residual in units of the last place of what it is the difference of. */
const ROUNDINGS = 8;

/** Takes Sen's slope away from a series. @throws StatisticsError as `senSlope` does. */
export function detrended(series: Series, convention: AutocorrelationConvention, times?: Numbers): Detrended {
  const observed = observedSeries(series, times);
  const { values } = observed;
  const consecutive = values.map((_, index) => index + 1);
  const positions = convention === "touchstone" ? observed.times : consecutive;
  const forSlope = convention === "pyMannKendall" ? observedSeries(series).times : positions;
  const slope = senSlope(values, { times: forSlope }).slope ?? 0;
  const residuals = values.map((value, index) => value - slope * (positions[index] as number));
  if (convention !== "touchstone") return { values, slope, positions, residuals };
  // Sen's line is parallel to that through two of the values: their residuals are equal, and so must be their ranks.
  let size = 0;
  for (const [index, value] of values.entries()) {
    size = Math.max(size, Math.abs(value) + Math.abs(slope * (positions[index] as number)));
  }
  return { values, slope, positions, residuals: joinRounded(residuals, ROUNDINGS * Number.EPSILON * size) };
}
