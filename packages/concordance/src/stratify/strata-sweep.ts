import { sortBorders } from "./sort-borders.ts";
import type { StrataTable } from "./strata-table.ts";

/**
 * The strata that a record lies in, for records whose start rises, mostly (a step back costs as many borders as it
 * crosses).
 *
 * All borders of all strata are sorted once. A cursor walks over them and keeps the set of strata that cover its
 * position; a record between two borders, the usual case, reads that set as it is. The rule of membership is that of
 * {@link RegionSweep.overlaps}: one replaced base is enough, an insertion [p, p) needs bases p - 1 and p in the same
 * interval.
 */
export class StrataSweep {
  /** After {@link find}: numbers of the strata, in no particular order. Overwritten by the next call. */
  active: Int32Array;

  readonly #positions: Int32Array;
  /** stratum * 2 + 1 for the start of an interval, stratum * 2 for its end. */
  readonly #borders: Int32Array;
  /** Strata that cover the cursor, `#size` of them, and each stratum's place in it or -1. */
  readonly #covering: Int32Array;
  readonly #place: Int32Array;
  #size = 0;
  /** Borders passed: those at or before the cursor's position. */
  #passed = 0;
  readonly #found: Int32Array;
  readonly #stamp: Int32Array;
  #query = 0;

  constructor(table: StrataTable) {
    const strata = table.offsets.length - 1;
    const borders = sortBorders(table);
    this.#positions = borders.positions;
    this.#borders = borders.codes;
    this.#covering = new Int32Array(strata);
    this.#place = new Int32Array(strata).fill(-1);
    this.#found = new Int32Array(strata);
    this.#stamp = new Int32Array(strata);
    this.active = this.#covering;
  }

  /** Returns how many strata the record [start, end) lies in; `active` holds their numbers. */
  find(start: number, end: number): number {
    this.#moveTo(start);
    if (end > start) {
      const next = this.#passed;
      if (next < this.#positions.length && this.#positions[next] < end) return this.#withLaterStarts(end);
    } else if (this.#passed > 0 && this.#positions[this.#passed - 1] === start) {
      return this.#withoutStartsAt(start);
    }
    this.active = this.#covering;
    return this.#size;
  }

  #moveTo(position: number): void {
    while (this.#passed < this.#positions.length && this.#positions[this.#passed] <= position) {
      const border = this.#borders[this.#passed++];
      if ((border & 1) === 1) this.#enter(border >> 1);
      else this.#leave(border >> 1);
    }
    while (this.#passed > 0 && this.#positions[this.#passed - 1] > position) {
      const border = this.#borders[--this.#passed];
      if ((border & 1) === 1) this.#leave(border >> 1);
      else this.#enter(border >> 1);
    }
  }

  #enter(stratum: number): void {
    this.#place[stratum] = this.#size;
    this.#covering[this.#size++] = stratum;
  }

  #leave(stratum: number): void {
    const place = this.#place[stratum];
    const last = this.#covering[--this.#size];
    this.#covering[place] = last;
    this.#place[last] = place;
    this.#place[stratum] = -1;
  }

  #withLaterStarts(end: number): number {
    const query = ++this.#query;
    let size = 0;
    for (; size < this.#size; size++) {
      this.#found[size] = this.#covering[size];
      this.#stamp[this.#covering[size]] = query;
    }
    for (let i = this.#passed; i < this.#positions.length && this.#positions[i] < end; i++) {
      const stratum = this.#borders[i] >> 1;
      if ((this.#borders[i] & 1) === 0 || this.#stamp[stratum] === query) continue;
      this.#stamp[stratum] = query;
      this.#found[size++] = stratum;
    }
    this.active = this.#found;
    return size;
  }

  #withoutStartsAt(position: number): number {
    const query = ++this.#query;
    for (let i = this.#passed - 1; i >= 0 && this.#positions[i] === position; i--) {
      if ((this.#borders[i] & 1) === 1) this.#stamp[this.#borders[i] >> 1] = query;
    }
    let size = 0;
    for (let i = 0; i < this.#size; i++) {
      const stratum = this.#covering[i];
      if (this.#stamp[stratum] !== query) this.#found[size++] = stratum;
    }
    this.active = this.#found;
    return size;
  }
}
