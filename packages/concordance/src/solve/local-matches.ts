import type { CallSet } from "../records/call-set.ts";
import { ASSESSED } from "../records/reasons.ts";
import type { Labels } from "./labels.ts";
import * as labels from "./labels.ts";

/** A miss with a record of the other side nearer than this many bases is a local match, as in vcfeval's GA4GH output. */
export const LOCAL_DISTANCE = 30;

/** Marks the unmatched records of one side that have an assessed record of the other side near by; by whole REF spans. */
export function markLocalMatches(calls: CallSet, own: Labels, others: CallSet): void {
  const near = new Neighbours(others);
  for (let record = 0; record < calls.count; record++) {
    if (own.decision[record] !== labels.UNMATCHED || own.kind[record] !== labels.NO_MATCH) continue;
    const start = calls.columns.position[record] - 1;
    const end = start + calls.refEnd(record) - calls.columns.refStart[record];
    if (near.hasWithin(start, end)) own.kind[record] = labels.LOCAL_MATCH;
  }
}

/** The assessed records of one side, asked for in ascending order of start. */
class Neighbours {
  readonly #calls: CallSet;
  /** First record that starts after the last start asked for. */
  #next = 0;
  /** Farthest end of the assessed records before it. */
  #reach = Number.NEGATIVE_INFINITY;

  constructor(calls: CallSet) {
    this.#calls = calls;
  }

  hasWithin(start: number, end: number): boolean {
    const { columns, count, status } = this.#calls;
    while (this.#next < count && columns.position[this.#next] - 1 <= start) {
      if (status[this.#next] === ASSESSED) this.#reach = Math.max(this.#reach, this.#endOf(this.#next));
      this.#next++;
    }
    if (this.#reach > start - LOCAL_DISTANCE) return true;
    for (let later = this.#next; later < count; later++) {
      if (columns.position[later] - 1 >= end + LOCAL_DISTANCE) return false;
      if (status[later] === ASSESSED) return true;
    }
    return false;
  }

  #endOf(record: number): number {
    const { columns } = this.#calls;
    return columns.position[record] - 1 + this.#calls.refEnd(record) - columns.refStart[record];
  }
}
