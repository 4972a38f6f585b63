import { MINIMUM_TREND_VALUES } from "@touchstone/quality";
import type { ScoreSegment } from "./score-segment.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since the first run of a segment, of each of its runs. */
export function daysOfSegment({ runs }: ScoreSegment): number[] {
  const start = runs[0]?.time.getTime() ?? 0;
  return runs.map(({ time }) => (time.getTime() - start) / MILLISECONDS_PER_DAY);
}

/** How often a segment was looked at once its last run had come: after each value from the first that could tell. */
export function looksAtSegment({ runsBefore }: ScoreSegment, values: readonly (number | null)[]): number {
  const observed = values.filter((value) => value !== null).length;
  return Math.max(1, runsBefore + observed - MINIMUM_TREND_VALUES + 1);
}
