import { IDENTICAL, SHIFTED, sameVariant } from "../match/same-variant.ts";
import type { CallSet } from "../records/call-set.ts";
import type { Cluster } from "./clusters.ts";
import type { Labels } from "./labels.ts";

/** Both sides of a range. */
export interface RangeCalls {
  readonly truth: CallSet;
  readonly query: CallSet;
  readonly truthOrder: Int32Array;
  readonly queryOrder: Int32Array;
}

/** How two records are compared. */
export interface PairRules {
  readonly compareGenotypes: boolean;
  readonly strictPloidy: boolean;
}

/**
 * Finds the records of a cluster that are the same on both sides and writes each other's number to `partner`.
 *
 * Records that are the same only after shifting pair up when no other record stands between their two places:
 * across another record a shift changes the sequence.
 *
 * @returns the number of pairs
 */
export function pairExactly(
  calls: RangeCalls,
  cluster: Cluster,
  rules: PairRules,
  truthLabels: Labels,
  queryLabels: Labels,
): number {
  const identical = pairWith(IDENTICAL, calls, cluster, rules, truthLabels, queryLabels);
  if (identical === cluster.truthTo - cluster.truthFrom || identical === cluster.queryTo - cluster.queryFrom) {
    return identical;
  }
  return identical + pairWith(SHIFTED, calls, cluster, rules, truthLabels, queryLabels);
}

function pairWith(
  wanted: number,
  calls: RangeCalls,
  cluster: Cluster,
  rules: PairRules,
  truthLabels: Labels,
  queryLabels: Labels,
): number {
  const { truth, query, truthOrder, queryOrder } = calls;
  let pairs = 0;
  let queryFrom = cluster.queryFrom;
  for (let place = cluster.truthFrom; place < cluster.truthTo; place++) {
    const record = truthOrder[place];
    if (truthLabels.partner[record] >= 0) continue;
    const start = truth.extentStart[record];
    while (queryFrom < cluster.queryTo && query.extentStart[queryOrder[queryFrom]] < start) queryFrom++;
    for (let other = queryFrom; other < cluster.queryTo; other++) {
      const candidate = queryOrder[other];
      if (query.extentStart[candidate] > start) break;
      if (queryLabels.partner[candidate] >= 0) continue;
      const found = sameVariant(truth, record, query, candidate, rules.compareGenotypes, rules.strictPloidy);
      if (found !== wanted) continue;
      if (found === SHIFTED && !shiftIsFree(calls, cluster, record, candidate)) continue;
      truthLabels.partner[record] = candidate;
      queryLabels.partner[candidate] = record;
      pairs++;
      break;
    }
  }
  return pairs;
}

/** No other record of the cluster changes a base between the two places of a pair. */
function shiftIsFree(calls: RangeCalls, cluster: Cluster, record: number, candidate: number): boolean {
  const { truth, query, truthOrder, queryOrder } = calls;
  const start = Math.min(truth.start[record], query.start[candidate]);
  const end = Math.max(truth.end[record], query.end[candidate]);
  return (
    isFree(truth, truthOrder, cluster.truthFrom, cluster.truthTo, record, start, end) &&
    isFree(query, queryOrder, cluster.queryFrom, cluster.queryTo, candidate, start, end)
  );
}

function isFree(
  calls: CallSet,
  order: Int32Array,
  from: number,
  to: number,
  except: number,
  start: number,
  end: number,
): boolean {
  for (let place = from; place < to; place++) {
    const record = order[place];
    if (record !== except && calls.start[record] < end && calls.end[record] > start) return false;
  }
  return true;
}
