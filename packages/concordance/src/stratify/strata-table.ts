import { type IntervalsByContig, NO_INTERVALS, touchedIntervals } from "./intervals.ts";

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
  const parts = strata.map((stratum) => {
    const intervals = stratum.get(contig) ?? NO_INTERVALS;
    const [first, last] = touchedIntervals(intervals, from, to);
    return { intervals, first, last };
  });
  const offsets = new Int32Array(strata.length + 1);
  parts.forEach(({ first, last }, s) => {
    offsets[s + 1] = offsets[s] + last - first;
  });
  const starts = new Int32Array(offsets[strata.length]);
  const ends = new Int32Array(offsets[strata.length]);
  parts.forEach(({ intervals, first, last }, s) => {
    starts.set(intervals.starts.subarray(first, last), offsets[s]);
    ends.set(intervals.ends.subarray(first, last), offsets[s]);
  });
  return { offsets, starts, ends };
}

/** The memory behind a table, for `postMessage` with `transferList`. */
export function strataBuffers({ offsets, starts, ends }: StrataTable): ArrayBuffer[] {
  return [offsets.buffer, starts.buffer, ends.buffer];
}
