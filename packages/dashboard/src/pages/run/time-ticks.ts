import { durationText } from "../../ui/quantities.ts";

/** Steps that people count time in, in milliseconds. */
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 3, 6, 12, 24].map((hours) => hours * 3_600_000),
];
const MOST = 6;

/** A place on a time axis: a fraction of its length, and how long after its start it is. */
export interface TimeTick {
  readonly place: number;
  readonly label: string;
}

/** Ticks of an axis of so many milliseconds, from 0 in the smallest step that gives at most seven. */
export function timeTicks(length: number): TimeTick[] {
  const longest = STEPS.at(-1)!;
  const step = STEPS.find((one) => length / one <= MOST) ?? longest * Math.ceil(length / longest / MOST);
  const count = Math.floor(length / step) + 1;
  return Array.from({ length: count }, (_, index) => ({
    place: (index * step) / length,
    label: index === 0 ? "0" : tickText(index * step),
  }));
}

/** As other durations, without the parts that are zero. */
function tickText(milliseconds: number): string {
  return durationText(milliseconds)
    .replace(/ 0 (s|min)$/, "")
    .replace(/\.0 s$/, " s");
}
