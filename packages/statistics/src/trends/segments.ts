import { StatisticsError } from "../error.ts";

/** A part of a series: places from `start` to before `end`. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts of a series between change events. A step at a new lot or version looks like a trend to a test over both
 * sides of it, so trends are tested within segments.
 *
 * @param length number of values.
 * @param changes 0-based places of the values that are the first after a change, in any order; 0 and repeats are allowed.
 * @returns segments in order, none of them empty; none for an empty series.
 * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a place outside of the series.
 */
export function segmentsBetween(length: number, changes: readonly number[]): Segment[] {
  for (const [index, place] of changes.entries()) {
    if (!(Number.isInteger(place) && place >= 0 && place < length)) {
      throw new StatisticsError("TS_STATISTICS_OUT_OF_RANGE", `changes[${index}] is ${place}, no place of the series`, {
        argument: "changes",
        index,
      });
    }
  }
  if (length === 0) return [];
  const starts = [...new Set([0, ...changes])].sort((a, b) => a - b);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? length }));
}
