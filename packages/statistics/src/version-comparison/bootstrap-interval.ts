import { quantile } from "../descriptive/quantile.ts";
import { normalCdf, normalQuantile } from "../distributions/normal.ts";
import type { Interval } from "../interval.ts";
import type { Numbers } from "../numbers.ts";

/**
 * Percentile interval: the (1 - level) / 2 and (1 + level) / 2 quantiles, of type 6, of the replicates (Davison & Hinkley
 * 1997, Bootstrap Methods, section 5.3.1). At least one replicate.
 */
export function percentileInterval(replicates: Numbers, level: number): Interval {
  return quantilesOf(replicates, (1 - level) / 2, (1 + level) / 2);
}

/**
 * Bias-corrected and accelerated interval (Efron 1987, JASA 82:171; Efron & Tibshirani 1993, section 14.3). Null where
 * all replicates lie on one side of the estimate, which leaves the bias correction infinite.
 *
 * @param leaveOneOut estimates without one unit each, for the acceleration.
 */
export function bcaInterval(
  replicates: Numbers,
  estimate: number,
  leaveOneOut: Numbers,
  level: number,
): Interval | null {
  let below = 0;
  for (let index = 0; index < replicates.length; index++) {
    // Ties count half: with counts they are frequent.
    if (replicates[index] < estimate) below += 1;
    else if (replicates[index] === estimate) below += 0.5;
  }
  if (below === 0 || below === replicates.length) return null;
  const bias = normalQuantile(below / replicates.length);
  const acceleration = accelerationOf(leaveOneOut);
  const adjusted = (probability: number): number | null => {
    const shifted = bias + normalQuantile(probability);
    const scale = 1 - acceleration * shifted;
    return scale > 0 ? normalCdf(bias + shifted / scale) : null;
  };
  const low = adjusted((1 - level) / 2);
  const high = adjusted((1 + level) / 2);
  return low === null || high === null ? null : quantilesOf(replicates, low, high);
}

/** Sixth of the skewness of the jackknife's influences (Efron & Tibshirani 1993, equation 14.15); 0 without variation. */
function accelerationOf(leaveOneOut: Numbers): number {
  const n = leaveOneOut.length;
  let mean = 0;
  for (let index = 0; index < n; index++) mean += leaveOneOut[index] / n;
  let squares = 0;
  let cubes = 0;
  for (let index = 0; index < n; index++) {
    const influence = mean - leaveOneOut[index];
    squares += influence ** 2;
    cubes += influence ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

function quantilesOf(replicates: Numbers, low: number, high: number): Interval {
  return [quantile(replicates, low, 6) as number, quantile(replicates, high, 6) as number];
}
