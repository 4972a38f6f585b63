import { autocorrelations } from "./autocorrelation.ts";
import { type CorrectedMannKendall, type CorrectionOptions, correctedMannKendall } from "./corrected-mann-kendall.ts";
import type { Series } from "./series.ts";

/**
 * Mann-Kendall test with Yue and Wang's variance correction (Yue & Wang 2004, Water Resour Manag 18:201):
 * the factor is 1 + 2 times the sum over lags k of (1 - k/n) r_k, with r_k the autocorrelations of the detrended series,
 * significant or not.
 *
 * Applied is `max(1, factor)` by default, the factor itself by both other conventions.
 *
 * @throws StatisticsError as `senSlope` does.
 */
export function mannKendallYueWang(values: Series, options: CorrectionOptions = {}): CorrectedMannKendall {
  const asComputed = (raw: number) => raw;
  return correctedMannKendall(values, options, factor, {
    touchstone: (raw) => Math.max(1, raw),
    modifiedmk: asComputed,
    pyMannKendall: asComputed,
  });
}

function factor(residuals: Float64Array, lags: number): number | null {
  const correlations = autocorrelations(residuals, lags);
  if (correlations === null) return null;
  return 1 + 2 * correlations.reduce((sum, r, index) => sum + (1 - (index + 1) / residuals.length) * r, 0);
}
