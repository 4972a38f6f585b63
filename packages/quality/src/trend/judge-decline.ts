import { MINIMUM_TREND_VALUES, type TrendEvidence, type TrendQuestion } from "./trend-evidence.ts";

/** Whether a series declines, and why the answer is what it is. */
export interface DeclineVerdict {
  readonly state: "decline" | "no decline" | "not evaluable";
  /** A clause that completes "because". */
  readonly reason: string;
}

/**
 * A decline is a trend towards the bad side, significant after the correction for autocorrelation and repeated looks, of
 * which Sen's line has crossed the threshold or will within the horizon. Without a threshold the trend alone decides.
 */
export function judgeDecline(evidence: TrendEvidence, { threshold, horizon }: TrendQuestion): DeclineVerdict {
  const { test, now, crossing } = evidence;
  const p = test.p?.twoSided;
  if (test.n < MINIMUM_TREND_VALUES) {
    return { state: "not evaluable", reason: `${test.n} values are fewer than ${MINIMUM_TREND_VALUES}` };
  }
  if (p === undefined) return { state: "not evaluable", reason: test.reason ?? "there is no p-value" };
  const bad = threshold?.badSide === "above" ? test.s > 0 : test.s < 0;
  if (!bad) return { state: "no decline", reason: "the values do not move towards the bad side" };
  if (p >= evidence.levelOfLook) {
    return { state: "no decline", reason: "the trend is not significant at the level of this look" };
  }
  if (crossing === null || now === null) {
    return { state: "decline", reason: "the trend is significant at the level of this look" };
  }
  if (crossing.state === "crossed") return { state: "decline", reason: "Sen's line is beyond the threshold" };
  if (crossing.time === null) return { state: "no decline", reason: "Sen's line never crosses the threshold" };
  return horizon === null || crossing.time - now <= horizon
    ? { state: "decline", reason: "Sen's line crosses the threshold within the horizon" }
    : { state: "no decline", reason: "Sen's line crosses the threshold only after the horizon" };
}
