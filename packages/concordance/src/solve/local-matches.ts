import type { CallSet } from "../records/call-set.ts";
import { ASSESSED } from "../records/reasons.ts";
import type { Labels } from "./labels.ts";
import * as labels from "./labels.ts";

/** A miss with a record of the other side nearer than this many bases is a local match, as in vcfeval's GA4GH output. */
export const LOCAL_DISTANCE = 30;

/** Marks the unmatched records of one side that have an assessed record of the other side near by; by whole REF spans. */
export function markLocalMatches(calls: CallSet, own: Labels, others: CallSet): void {
  const starts: number[] = [];
  const farthest: number[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (let record = 0; record < others.count; record++) {
    if (others.status[record] !== ASSESSED) continue;
    const start = others.columns.position[record] - 1;
    reach = Math.max(reach, start + others.refEnd(record) - others.columns.refStart[record]);
    starts.push(start);
    farthest.push(reach);
  }
  let next = 0;
  for (let record = 0; record < calls.count; record++) {
    if (own.decision[record] !== labels.UNMATCHED || own.kind[record] !== labels.NO_MATCH) continue;
    const start = calls.columns.position[record] - 1;
    const end = start + calls.refEnd(record) - calls.columns.refStart[record];
    while (next < starts.length && starts[next] <= start) next++;
    const before = next > 0 && farthest[next - 1] > start - LOCAL_DISTANCE;
    const after = next < starts.length && starts[next] < end + LOCAL_DISTANCE;
    if (before || after) own.kind[record] = labels.LOCAL_MATCH;
  }
}
