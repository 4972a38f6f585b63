/** Sorted, merged intervals of one contig: 0-based, half-open, no two of them overlap or touch. */
export interface Intervals {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Intervals by contig, in order of first appearance. */
export type BedRegions = ReadonlyMap<string, Intervals>;

/** Sum of the lengths of the intervals, in bases. */
export function countBases(intervals: Intervals): number {
  let sum = 0;
  for (let i = 0; i < intervals.starts.length; i++) sum += intervals.ends[i] - intervals.starts[i];
  return sum;
}
