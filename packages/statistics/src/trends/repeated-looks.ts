import { StatisticsError } from "../error.ts";

/**
 * Level of the k-th look at a growing series: alpha / (k (k + 1)). The levels of all looks, however many there will be,
 * add up to alpha (sum of 1 / (k (k + 1)) = 1), so by Boole's inequality a series without a trend gives a false alert at
 * any look with probability of at most alpha, whatever the looks have in common.
 *
 * @param alpha level of the whole series of looks, between 0 and 1.
 * @param look 1-based number of the look since the series began.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE.
 */
export function levelOfLook(alpha: number, look: number): number {
  if (!(alpha > 0 && alpha < 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `alpha is ${alpha}, not between 0 and 1`, {
      argument: "alpha",
    });
  }
  return alpha / looksFactor(look);
}

/**
 * p-value of the k-th look after correction for all looks: p k (k + 1), at most 1. It is at most alpha exactly when p is
 * at most `levelOfLook(alpha, k)`.
 *
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for p outside of 0 to 1 or a look that is no whole number from 1 on.
 */
export function pAfterLooks(p: number, look: number): number {
  if (!(p >= 0 && p <= 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `p is ${p}, outside of 0 to 1`, { argument: "p" });
  }
  return Math.min(1, p * looksFactor(look));
}

function looksFactor(look: number): number {
  if (!(Number.isInteger(look) && look >= 1)) {
    throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `look is ${look}, no whole number from 1 on`, {
      argument: "look",
    });
  }
  return look * (look + 1);
}
