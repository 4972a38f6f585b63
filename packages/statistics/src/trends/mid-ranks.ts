import type { Numbers } from "../numbers.ts";

/** Ranks from 1; equal values share the mean of their ranks. */
export function midRanks(values: Numbers): Float64Array {
  const order = Uint32Array.from({ length: values.length }, (_, index) => index);
  order.sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Float64Array(values.length);
  const valueAt = (place: number) => values[order[place] as number];
  for (let start = 0, end = 0; start < order.length; start = end) {
    while (end < order.length && valueAt(end) === valueAt(start)) end++;
    for (const index of order.subarray(start, end)) ranks[index] = (start + 1 + end) / 2;
  }
  return ranks;
}
