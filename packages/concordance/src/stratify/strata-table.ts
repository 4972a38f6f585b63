import { type IntervalsByContig, NO_INTERVALS, sliceIntervals } from "./intervals.ts";

/** The intervals of all strata in one range of one contig, in three arrays that can be sent to a worker. */
export interface StrataTable {
  /** Stratum s has the intervals [offsets[s], offsets[s + 1]). */
  readonly offsets: Int32Array<ArrayBuffer>;
  readonly starts: Int32Array<ArrayBuffer>;
  readonly ends: Int32Array<ArrayBuffer>;
}

/** The part of each stratum that records in [from, to) of a contig (0-based) can touch. */
export function sliceStrata(
  strata: readonly IntervalsByContig[],
  contig: string,
  from: number,
  to: number,
): StrataTable {
  const slices = strata.map((stratum) => sliceIntervals(stratum.get(contig) ?? NO_INTERVALS, from, to));
  const offsets = new Int32Array(strata.length + 1);
  slices.forEach((slice, s) => {
    offsets[s + 1] = offsets[s] + slice.starts.length;
  });
  const starts = new Int32Array(offsets[strata.length]);
  const ends = new Int32Array(offsets[strata.length]);
  slices.forEach((slice, s) => {
    starts.set(slice.starts, offsets[s]);
    ends.set(slice.ends, offsets[s]);
  });
  return { offsets, starts, ends };
}
