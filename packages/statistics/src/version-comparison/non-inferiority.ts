import type { Interval } from "../interval.ts";
import { requireRange } from "../numbers.ts";

/** Whether a new version is at most a margin worse than the old one. */
export type NonInferiorityVerdict = "non-inferior" | "inferior" | "indeterminate";

/**
 * Compares the interval of a difference, new less old, with the margin (Piaggio et al. 2012, JAMA 308:2594, figure 1):
 * "non-inferior" when even the lower bound is above -margin, "inferior" when even the upper bound is below it, otherwise
 * "indeterminate", as without an interval. A 95% interval makes it a one-sided test at 2.5%.
 *
 * @param margin largest loss that is accepted, 0 to 1, in the unit of the score.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a margin outside of 0..1.
 */
export function judgeNonInferiority(interval: Interval | null, margin: number): NonInferiorityVerdict {
  requireRange(margin, 0, 1, "margin");
  if (interval === null) return "indeterminate";
  const [low, high] = interval;
  if (low > -margin) return "non-inferior";
  return high < -margin ? "inferior" : "indeterminate";
}
