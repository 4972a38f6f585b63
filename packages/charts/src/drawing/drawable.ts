import type { Interval } from "../interval.ts";

/** Whether a value can be drawn: null, NaN and infinities cannot. */
export function isDrawable(value: number | null | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/** The interval where both bounds can be drawn, otherwise null. */
export function drawableInterval(interval: Interval | null | undefined): Interval | null {
  return interval != null && isDrawable(interval[0]) && isDrawable(interval[1]) ? interval : null;
}

/** Smallest and largest of what can be drawn; null where there is nothing. */
export function drawableExtent(values: Iterable<number | null | undefined>): Interval | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isDrawable(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : null;
}

/** The extent widened by a share of its length on both sides, or by a little where it has no length. */
export function padded([low, high]: Interval, share: number): Interval {
  const length = high - low;
  const size = Math.max(Math.abs(low), Math.abs(high));
  // A length near the last bits of the numbers leaves no room for ticks.
  const room = length > size * 1e-9 ? length * share : size * 0.1 || 1;
  return [low - room, high + room];
}
