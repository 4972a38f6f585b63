import type { CallSet } from "../records/call-set.ts";
import { ASSESSED } from "../records/reasons.ts";

/** Records whose extents are nearer than this many bases are solved together. */
export const CLUSTER_GAP = 50;

/** A run of neighbouring records: places [truthFrom, truthTo) and [queryFrom, queryTo) of the two orders. */
export interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly truthFrom: number;
  readonly truthTo: number;
  readonly queryFrom: number;
  readonly queryTo: number;
}

/** Assessed records in ascending order of extent start; equal ones stay in file order. */
export function orderByExtent(calls: CallSet): Int32Array {
  const order = new Int32Array(calls.count);
  const { extentStart, status } = calls;
  let count = 0;
  for (let record = 0; record < calls.count; record++) {
    if (status[record] !== ASSESSED) continue;
    const start = extentStart[record];
    let place = count++;
    while (place > 0 && extentStart[order[place - 1]] > start) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = record;
  }
  return order.subarray(0, count);
}

/** Calls `visit` for each cluster in ascending order. */
export function forEachCluster(
  truth: CallSet,
  truthOrder: Int32Array,
  query: CallSet,
  queryOrder: Int32Array,
  visit: (cluster: Cluster) => void,
): void {
  let truthAt = 0;
  let queryAt = 0;
  while (truthAt < truthOrder.length || queryAt < queryOrder.length) {
    const truthFrom = truthAt;
    const queryFrom = queryAt;
    const start = Math.min(startAt(truth, truthOrder, truthAt), startAt(query, queryOrder, queryAt));
    let end = start;
    for (;;) {
      const reach = end + CLUSTER_GAP;
      let grown = false;
      while (truthAt < truthOrder.length && truth.extentStart[truthOrder[truthAt]] < reach) {
        const recordEnd = truth.extentEnd[truthOrder[truthAt++]];
        if (recordEnd > end) end = recordEnd;
        grown = true;
      }
      while (queryAt < queryOrder.length && query.extentStart[queryOrder[queryAt]] < reach) {
        const recordEnd = query.extentEnd[queryOrder[queryAt++]];
        if (recordEnd > end) end = recordEnd;
        grown = true;
      }
      if (!grown) break;
    }
    visit({ start, end, truthFrom, truthTo: truthAt, queryFrom, queryTo: queryAt });
  }
}

function startAt(calls: CallSet, order: Int32Array, place: number): number {
  return place < order.length ? calls.extentStart[order[place]] : Number.POSITIVE_INFINITY;
}
