import type { Intervals } from "../stratify/intervals.ts";

/** All that either covers, for a contig that one file lists under two names. */
export function uniteIntervals(a: Intervals, b: Intervals): Intervals {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let i = 0, j = 0; i < a.starts.length || j < b.starts.length; ) {
    const fromFirst = j === b.starts.length || (i < a.starts.length && a.starts[i] <= b.starts[j]);
    const start = fromFirst ? a.starts[i] : b.starts[j];
    const end = fromFirst ? a.ends[i++] : b.ends[j++];
    const last = ends.length - 1;
    if (last >= 0 && start <= ends[last]) ends[last] = Math.max(ends[last], end);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
