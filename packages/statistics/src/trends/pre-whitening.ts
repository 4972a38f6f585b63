import { lagOneAutocorrelation } from "../descriptive/moments.ts";
import type { UndefinedReason } from "../interval.ts";
import type { Numbers } from "../numbers.ts";
import { type AutocorrelationConvention, detrended } from "./detrended.ts";
import { type MannKendall, mannKendall } from "./mann-kendall.ts";
import { senSlope } from "./sen-slope.ts";
import { observedSeries, type Series } from "./series.ts";

/** Settings of the pre-whitened tests. */
export interface PreWhiteningOptions {
  /** `touchstone` unless given; it decides what a missing value does to slope and trend. */
  readonly convention?: AutocorrelationConvention;
  /** Time of each value for the trend; positions unless given. Only for `touchstone`. */
  readonly times?: Numbers;
}

/** A Mann-Kendall test of a series from which its lag-1 autocorrelation was taken. */
export interface PreWhitenedMannKendall {
  /** Autocorrelation that was taken away; null when the series does not vary, which is then tested as it is. */
  readonly lagOneAutocorrelation: number | null;
  /** Sen's slope of the series as it was; null for fewer than two values. */
  readonly slopeBefore: number | null;
  /** Sen's slope per step of the series that was tested. */
  readonly slopeAfter: number | null;
  /** The test; its n is one less than there are values. */
  readonly tested: MannKendall;
  readonly reason: UndefinedReason | null;
}

/**
 * Mann-Kendall test after pre-whitening: of x_t - r x_(t-1), r the lag-1 autocorrelation (von Storch 1995; Yue & Wang
 * 2002, Water Resour Res 38:1068). It also takes away a part of a trend, and with it power.
 *
 * @throws StatisticsError as `senSlope` does.
 */
export function mannKendallPreWhitened(values: Series, options: PreWhiteningOptions = {}): PreWhitenedMannKendall {
  const { slope } = detrendedBy(values, options);
  const whitened = whiten(observedSeries(values).values);
  return testWhitened(slope, whitened.values, whitened.lagOne);
}

/**
 * Mann-Kendall test after trend-free pre-whitening: Sen's trend is taken away, the rest pre-whitened, and the trend put
 * back (Yue, Pilon, Phinney & Cavadias 2002, Hydrol Process 16:1807).
 *
 * @throws StatisticsError as `senSlope` does.
 */
export function mannKendallTrendFreePreWhitened(
  values: Series,
  options: PreWhiteningOptions = {},
): PreWhitenedMannKendall {
  const { slope, residuals, positions } = detrendedBy(values, options);
  const whitened = whiten(residuals);
  // Of consecutive positions the other programs put those from 1 on back, which shifts the series as a whole.
  const putBack = (options.convention ?? "touchstone") === "touchstone" ? positions.subarray(1) : positions;
  const blended = whitened.values.map((value, index) => value + (slope ?? 0) * (putBack[index] as number));
  return testWhitened(slope, blended, whitened.lagOne);
}

function detrendedBy(values: Series, { convention = "touchstone", times }: PreWhiteningOptions) {
  const { slope, residuals, positions } = detrended(values, convention, times);
  return { slope: residuals.length < 2 ? null : slope, residuals, positions };
}

function whiten(values: Float64Array): { readonly values: Float64Array; readonly lagOne: number | null } {
  const lagOne = lagOneAutocorrelation(values);
  const whitened = values.slice(1).map((value, index) => value - (values[index] as number) * (lagOne ?? 0));
  return { values: whitened, lagOne };
}

function testWhitened(slopeBefore: number | null, values: Float64Array, lagOne: number | null): PreWhitenedMannKendall {
  const tested = mannKendall(values);
  return {
    lagOneAutocorrelation: lagOne,
    slopeBefore,
    slopeAfter: senSlope(values).slope,
    tested,
    reason: tested.reason,
  };
}
