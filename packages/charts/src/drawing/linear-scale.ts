import type { Interval } from "../interval.ts";

/** Straight map of data to places; a domain without length maps to the middle. */
export function linearScale([from, to]: Interval, [start, end]: Interval): (value: number) => number {
  if (from === to) return () => (start + end) / 2;
  return (value) => start + ((value - from) / (to - from)) * (end - start);
}
