/**
 * Intervals of one contig, 0-based half-open, in ascending order, neither overlapping nor touching (as `readBed`
 * merges them).
 */
export interface Intervals {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Intervals by contig name. */
export type IntervalsByContig = ReadonlyMap<string, Intervals>;

/** A contig on which a set of regions has nothing. */
export const NO_INTERVALS: Intervals = { starts: new Int32Array(0), ends: new Int32Array(0) };

/** How much larger one side must be for a bisection per interval of the other to pay. */
const BISECTION_RATIO = 16;

/** Bases covered. */
export function coveredBases(intervals: Intervals): number {
  let bases = 0;
  for (let i = 0; i < intervals.starts.length; i++) bases += intervals.ends[i] - intervals.starts[i];
  return bases;
}

/** Bases covered by both. */
export function sharedBases(a: Intervals, b: Intervals): number {
  const [few, many] = a.starts.length <= b.starts.length ? [a, b] : [b, a];
  const bisect = few.starts.length * BISECTION_RATIO < many.starts.length;
  let bases = 0;
  let next = 0;
  for (let i = 0; i < few.starts.length; i++) {
    const start = few.starts[i];
    const end = few.ends[i];
    if (bisect) next = firstEndingAfter(many, start, next);
    else while (next < many.ends.length && many.ends[next] <= start) next++;
    for (let j = next; j < many.starts.length && many.starts[j] < end; j++) {
      bases += Math.min(end, many.ends[j]) - Math.max(start, many.starts[j]);
    }
  }
  return bases;
}

/**
 * The intervals that a record in [from, to) can touch, whole (not cut at the borders, so that containment is still
 * answered rightly), in arrays of their own.
 */
export function sliceIntervals(intervals: Intervals, from: number, to: number): Intervals {
  const first = firstEndingAfter(intervals, from - 1, 0);
  let last = first;
  let high = intervals.starts.length;
  while (last < high) {
    const middle = (last + high) >>> 1;
    if (intervals.starts[middle] <= to) last = middle + 1;
    else high = middle;
  }
  return { starts: intervals.starts.slice(first, last), ends: intervals.ends.slice(first, last) };
}

/** Number of the first interval at or after `low` whose end is above `position`. */
export function firstEndingAfter(intervals: Intervals, position: number, low: number): number {
  let high = intervals.ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (intervals.ends[middle] > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The parts that both sets of regions cover. */
export function intersectRegions(a: IntervalsByContig, b: IntervalsByContig): IntervalsByContig {
  const shared = new Map<string, Intervals>();
  for (const [contig, intervals] of a) {
    const others = b.get(contig);
    if (others !== undefined) shared.set(contig, intersectIntervals(intervals, others));
  }
  return shared;
}

function intersectIntervals(a: Intervals, b: Intervals): Intervals {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0, j = 0; i < a.starts.length && j < b.starts.length; ) {
    const start = Math.max(a.starts[i], b.starts[j]);
    const end = Math.min(a.ends[i], b.ends[j]);
    if (start < end) {
      starts.push(start);
      ends.push(end);
    }
    if (a.ends[i] <= b.ends[j]) i++;
    else j++;
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
