import type { Haplotype } from "./haplotype.ts";
import type { SearchEvent, SearchRecord } from "./search-event.ts";

/** Beyond this many table entries only the extremes of what is reachable are kept. */
const TABLE_LIMIT = 4_000_000;

/**
 * Which differences in length between the two sides of a haplotype the remaining records can still make up for.
 *
 * Both sides must end with the same length. A side that has inserted 500 bases needs a later record of the other
 * side, or several, of just that length; where there is none the haplotype is lost long before its bases are compared.
 */
export class LengthBalance {
  readonly #range: number;
  /** One row an event: reachable[event * width + range + difference] is 1 when the events from there on can add it. */
  readonly #reachable: Uint8Array | null;
  readonly #least: Int32Array;
  readonly #most: Int32Array;

  constructor(events: readonly SearchEvent[]) {
    const changes = events.map(({ truth, query }) => [...changesOf(truth, 1), ...changesOf(query, -1)]);
    this.#least = new Int32Array(events.length + 1);
    this.#most = new Int32Array(events.length + 1);
    for (let index = events.length - 1; index >= 0; index--) {
      this.#least[index] = this.#least[index + 1] + sumOf(changes[index], (change) => Math.min(0, ...change));
      this.#most[index] = this.#most[index + 1] + sumOf(changes[index], (change) => Math.max(0, ...change));
    }
    this.#range = Math.max(-this.#least[0], this.#most[0]);
    const width = 2 * this.#range + 1;
    this.#reachable = width * (events.length + 1) > TABLE_LIMIT ? null : this.#fill(changes, width);
  }

  /** Whether the records of the events from `index` on can bring both sides of the haplotype to the same length. */
  canBalance(haplotype: Haplotype, index: number): boolean {
    const { truthOverhang, queryOverhang, truthPosition, queryPosition } = haplotype;
    const needed = queryOverhang.length - truthOverhang.length + truthPosition - queryPosition;
    if (needed < this.#least[index] || needed > this.#most[index]) return false;
    if (this.#reachable === null) return true;
    return this.#reachable[index * (2 * this.#range + 1) + this.#range + needed] === 1;
  }

  #fill(changes: readonly (readonly number[][])[], width: number): Uint8Array {
    const reachable = new Uint8Array(width * (changes.length + 1));
    reachable[changes.length * width + this.#range] = 1;
    for (let index = changes.length - 1; index >= 0; index--) {
      const row = reachable.subarray(index * width, (index + 1) * width);
      row.set(reachable.subarray((index + 1) * width, (index + 2) * width));
      for (const alternatives of changes[index]) {
        const before = row.slice();
        for (const change of alternatives) addShifted(row, before, change);
      }
    }
    return reachable;
  }
}

/** The changes in length that a record can make to a haplotype, as the one alternative list of one record. */
function changesOf(record: SearchRecord | null, sign: number): number[][] {
  if (record === null) return [];
  const changes = new Set<number>();
  for (const { edits } of record.placements) {
    for (const edit of edits) if (edit !== null) changes.add(sign * (edit.bases.length - (edit.end - edit.start)));
  }
  changes.delete(0);
  return changes.size === 0 ? [] : [[...changes]];
}

function sumOf(changes: readonly number[][], of: (change: readonly number[]) => number): number {
  return changes.reduce((sum, change) => sum + of(change), 0);
}

function addShifted(row: Uint8Array, from: Uint8Array, change: number): void {
  const start = Math.max(0, change);
  const end = Math.min(row.length, row.length + change);
  for (let place = start; place < end; place++) row[place] |= from[place - change];
}
