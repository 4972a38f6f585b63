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
export function coveredBases({ starts, ends }: Intervals): number {
  let bases = 0;
  for (let i = 0; i < starts.length; i++) bases += ends[i] - starts[i];
  return bases;
}

/** Bases covered by both. */
export function sharedBases(a: Intervals, b: Intervals): number {
  const [few, { starts, ends }] = a.starts.length <= b.starts.length ? [a, b] : [b, a];
  const bisect = few.starts.length * BISECTION_RATIO < starts.length;
  let bases = 0;
  let next = 0;
  for (let i = 0; i < few.starts.length; i++) {
    const start = few.starts[i];
    const end = few.ends[i];
    if (bisect) next = firstEndingAfter(ends, start, next);
    else while (next < ends.length && ends[next] <= start) next++;
    const first = next;
    for (; next < starts.length && starts[next] < end; next++) bases += ends[next] - starts[next];
    if (next === first) continue;
    // Only the first and the last can reach out.
    bases -= Math.max(0, start - starts[first]);
    next--;
    bases -= Math.max(0, ends[next] - end);
  }
  return bases;
}

/** Numbers of the first interval that a record in [from, to) can touch, and of the first behind it that none can. */
export function touchedIntervals({ starts, ends }: Intervals, from: number, to: number): [first: number, last: number] {
  const first = firstEndingAfter(ends, from - 1, 0);
  let last = first;
  let high = starts.length;
  while (last < high) {
    const middle = (last + high) >>> 1;
    if (starts[middle] <= to) last = middle + 1;
    else high = middle;
  }
  return [first, last];
}

/**
 * The intervals that a record in [from, to) can touch, whole (not cut at the borders, so that containment is still
 * answered rightly), in arrays of their own.
 */
export function sliceIntervals(intervals: Intervals, from: number, to: number): Intervals {
  const [first, last] = touchedIntervals(intervals, from, to);
  return { starts: intervals.starts.slice(first, last), ends: intervals.ends.slice(first, last) };
}

/** Place, at or after `low`, of the first of the ascending `ends` that is above `position`. */
function firstEndingAfter(ends: Int32Array, position: number, low: number): number {
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ends[middle] > position) high = middle;
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
