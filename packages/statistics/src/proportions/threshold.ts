import { requireFiniteNumber } from "../distributions/requirements.ts";
import type { Interval } from "../interval.ts";

/** Whether a quantity is at least a required value, as far as its interval tells. */
export type ThresholdVerdict = "pass" | "indeterminate" | "fail";

/**
 * Compares an interval, not the estimate inside it, with the least acceptable value: "pass" when the lower bound reaches
 * it, "fail" when the upper bound does not, otherwise "indeterminate", as without an interval.
 *
 * @throws StatisticsError TS_STATISTICS_NOT_FINITE for a minimum that is no finite number.
 */
export function judgeAgainstMinimum(interval: Interval | null, minimum: number): ThresholdVerdict {
  requireFiniteNumber(minimum, "minimum");
  if (interval === null) return "indeterminate";
  const [low, high] = interval;
  if (low >= minimum) return "pass";
  return high < minimum ? "fail" : "indeterminate";
}
