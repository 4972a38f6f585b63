import type { Tally } from "../count/tally.ts";
import { PositionIndex } from "./position-index.ts";
import type { StrataTable } from "./strata-table.ts";

/**
 * Counts the records of a range by stratum, stratum after stratum, once all records are known: one look-up an interval
 * and one addition for each stratum that a record lies in. (Asking for the strata of one record after another needs
 * the borders of all strata in one order, and sorting these cost more than the rest of a comparison.)
 *
 * The rule of membership is that of `RegionSweep.overlaps`: one replaced base is enough, an insertion [p, p) needs
 * bases p - 1 and p in the same interval.
 */
export class StrataCounter {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #kinds: Int32Array;
  #count = 0;

  /** @param capacity records that may be added at most */
  constructor(capacity: number) {
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#kinds = new Int32Array(capacity);
  }

  /** Adds a record that replaces the reference bases [start, end), 0-based, under its kind in the tally. */
  add(start: number, end: number, kind: number): void {
    const place = this.#count++;
    this.#starts[place] = start;
    this.#ends[place] = end;
    this.#kinds[place] = kind;
  }

  /** Adds each record to the strata that it lies in; records of one counter must be counted once. */
  countInto(tally: Tally, table: StrataTable): void {
    const index = new PositionIndex({
      count: this.#count,
      starts: this.#starts,
      ends: this.#ends,
      kinds: this.#kinds,
    });
    const records = new Int32Array(tally.kindCount);
    for (let stratum = 0; stratum < tally.strataCount; stratum++) {
      countMembers(index, table, stratum, records);
      for (let kind = 0; kind < records.length; kind++) {
        if (records[kind] > 0) tally.addToStratum(stratum, kind, records[kind]);
      }
      records.fill(0);
    }
  }
}

/** Adds the records in one stratum to `records`, by kind. */
function countMembers(index: PositionIndex, table: StrataTable, stratum: number, records: Int32Array): void {
  const { keys, ends, kinds, reach } = index;
  let previousEnd = -1;
  for (let i = table.offsets[stratum]; i < table.offsets[stratum + 1]; i++) {
    const start = table.starts[i];
    const endKey = 2 * table.ends[i];
    const first = index.firstBehind(start);
    for (let record = first; keys[record] < endKey; record++) records[kinds[record]]++;
    // Those that begin in the gap before and reach in; those that begin before the gap count in an interval before.
    for (let record = first; reach[record] > start && keys[record - 1] > 2 * previousEnd; record--) {
      if (ends[record - 1] > start) records[kinds[record - 1]]++;
    }
    previousEnd = table.ends[i];
  }
}
