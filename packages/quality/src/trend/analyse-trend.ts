import { type CusumChangePoint, cusumChangePoint, type Pettitt, pettitt } from "@touchstone/statistics";
import { type DeclineVerdict, judgeDecline } from "./judge-decline.ts";
import { type TrendEvidence, type TrendQuestion, trendEvidence } from "./trend-evidence.ts";

/** The trend of a series since the last change event, as a person looks at it. */
export interface TrendAnalysis extends TrendEvidence {
  readonly verdict: DeclineVerdict;
  /** Where the series may have changed without a recorded event. Places count from the segment's values that are there. */
  readonly changePoint: { readonly pettitt: Pettitt; readonly cusum: CusumChangePoint };
  /** Place in the series of the first value after Pettitt's change point; null when there is none. */
  readonly firstAfterChange: number | null;
}

/**
 * Tests the segment since the last change event for a trend, judges whether it is a decline, and looks for changes that
 * nobody recorded. Parameters and errors as of `trendEvidence`.
 */
export function analyseTrend(
  values: readonly (number | null)[],
  positions: readonly number[],
  changes: readonly number[],
  question: TrendQuestion,
): TrendAnalysis {
  const evidence = trendEvidence(values, positions, changes, question);
  const { start, end } = evidence.segment;
  const places = values.flatMap((value, place) => (value === null || place < start || place >= end ? [] : [place]));
  const observed = places.map((place) => values[place] as number);
  const step = pettitt(observed);
  return {
    ...evidence,
    verdict: judgeDecline(evidence, question),
    changePoint: { pettitt: step, cusum: cusumChangePoint(observed) },
    firstAfterChange: step.changeAfter === null ? null : (places[step.changeAfter] ?? null),
  };
}
