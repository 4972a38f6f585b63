import { normalUpperTail } from "../distributions/normal.ts";
import { requireCount, requireFiniteNumber, requirePositive } from "../distributions/requirements.ts";

/** An error that measurements carry, in SD of the baseline. */
export interface AnalyticalError {
  /** Systematic error: shift of the mean of every control; 0 unless given. */
  readonly shift?: number;
  /** Random error: the SD as a multiple of the baseline's; 1 unless given. */
  readonly sdRatio?: number;
}

/** @throws StatisticsError TS_STATISTICS_NOT_FINITE, TS_STATISTICS_OUT_OF_RANGE. */
export function completeError({ shift = 0, sdRatio = 1 }: AnalyticalError): Required<AnalyticalError> {
  requireFiniteNumber(shift, "shift");
  requirePositive(sdRatio, "sdRatio");
  return { shift, sdRatio };
}

/**
 * Probability that at least one of N independent controls of a run exceeds its mean by more than k SD on either side:
 * 1 - (1 - p)^N, with p = 2 (1 - Phi(k)) when there is no error. That of no error is the false rejection of 1-2s (k = 2)
 * and 1-3s (k = 3).
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function limitRejectionProbability(limit: number, controls = 1, error: AnalyticalError = {}): number {
  requirePositive(limit, "limit");
  requireCount(controls, 1, Number.MAX_SAFE_INTEGER, "controls");
  const { shift, sdRatio } = completeError(error);
  const one = normalUpperTail((limit - shift) / sdRatio) + normalUpperTail((limit + shift) / sdRatio);
  return -Math.expm1(controls * Math.log1p(-Math.min(1, one)));
}

/**
 * Average run length of limits at -+k SD: the reciprocal of the probability of a rejection, since runs are independent
 * (Montgomery, section 5.3.3). Infinite where that probability is below the smallest number.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE, TS_STATISTICS_NOT_FINITE.
 */
export function shewhartAverageRunLength(limit: number, controls = 1, error: AnalyticalError = {}): number {
  return 1 / limitRejectionProbability(limit, controls, error);
}
