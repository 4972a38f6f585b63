import { normalUpperQuantile } from "../distributions/normal.ts";
import { autocorrelations } from "./autocorrelation.ts";
import { type CorrectedMannKendall, type CorrectionOptions, correctedMannKendall } from "./corrected-mann-kendall.ts";
import { midRanks } from "./mid-ranks.ts";
import type { Series } from "./series.ts";

/** Autocorrelations whose size does not exceed this level's two-sided limit z / sqrt(n) count as 0. */
const SIGNIFICANCE = 0.05;

/**
 * Mann-Kendall test with Hamed and Rao's variance correction (Hamed & Rao 1998, J Hydrol 204:182): the
 * factor is 1 + 2 / (n (n-1) (n-2)) times the sum over lags i of (n-i) (n-i-1) (n-i-2) r_i, with r_i the autocorrelations
 * of the ranks of the detrended series that are significant at 5%.
 *
 * Applied is `max(1, factor)` by default, 1 + |factor - 1| by pyMannKendall's convention, the factor itself by
 * modifiedmk's.
 *
 * @throws StatisticsError as `senSlope` does.
 */
export function mannKendallHamedRao(values: Series, options: CorrectionOptions = {}): CorrectedMannKendall {
  return correctedMannKendall(values, options, factor, {
    touchstone: (raw) => Math.max(1, raw),
    modifiedmk: (raw) => raw,
    pyMannKendall: (raw) => 1 + Math.abs(raw - 1),
  });
}

function factor(residuals: Float64Array, lags: number): number | null {
  const n = residuals.length;
  const correlations = autocorrelations(midRanks(residuals), lags);
  if (correlations === null) return null;
  const limit = normalUpperQuantile(SIGNIFICANCE / 2) / Math.sqrt(n);
  let sum = 0;
  for (const [index, correlation] of correlations.entries()) {
    const lag = index + 1;
    if (Math.abs(correlation) > limit) sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * correlation;
  }
  return 1 + (2 / (n * (n - 1) * (n - 2))) * sum;
}
