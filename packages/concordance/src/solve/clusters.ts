import type { CallSet } from "../records/call-set.ts";
import { ASSESSED } from "../records/reasons.ts";

/** Records whose extents are nearer than this many bases are solved together. */
export const CLUSTER_GAP = 50;

/** A run of neighbouring records: places [truthFrom, truthTo) and [queryFrom, queryTo) of the two orders. */
export interface Cluster {
  start: number;
  end: number;
  truthFrom: number;
  truthTo: number;
  queryFrom: number;
  queryTo: number;
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

/** Calls `visit` for each cluster in ascending order; the object is the same each time, with other numbers. */
export function forEachCluster(
  truth: CallSet,
  truthOrder: Int32Array,
  query: CallSet,
  queryOrder: Int32Array,
  visit: (cluster: Cluster) => void,
): void {
  const cluster: Cluster = { start: 0, end: 0, truthFrom: 0, truthTo: 0, queryFrom: 0, queryTo: 0 };
  const truthCount = truthOrder.length;
  const queryCount = queryOrder.length;
  let truthAt = 0;
  let queryAt = 0;
  let truthStart = truthCount > 0 ? truth.extentStart[truthOrder[0]] : NOWHERE;
  let queryStart = queryCount > 0 ? query.extentStart[queryOrder[0]] : NOWHERE;
  while (truthAt < truthCount || queryAt < queryCount) {
    cluster.truthFrom = truthAt;
    cluster.queryFrom = queryAt;
    cluster.start = truthStart;
    if (queryStart < truthStart) cluster.start = queryStart;
    let reach = cluster.start + CLUSTER_GAP;
    for (;;) {
      if (truthStart < reach) {
        const end = truth.extentEnd[truthOrder[truthAt]] + CLUSTER_GAP;
        if (end > reach) reach = end;
        truthAt++;
        truthStart = truthAt < truthCount ? truth.extentStart[truthOrder[truthAt]] : NOWHERE;
      } else if (queryStart < reach) {
        const end = query.extentEnd[queryOrder[queryAt]] + CLUSTER_GAP;
        if (end > reach) reach = end;
        queryAt++;
        queryStart = queryAt < queryCount ? query.extentStart[queryOrder[queryAt]] : NOWHERE;
      } else {
        break;
      }
    }
    cluster.truthTo = truthAt;
    cluster.queryTo = queryAt;
    cluster.end = reach - CLUSTER_GAP;
    visit(cluster);
  }
}

/** Beyond every position of a contig. */
const NOWHERE = 0x7fffffff;
