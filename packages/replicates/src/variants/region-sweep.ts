import type { Intervals } from "@touchstone/formats";

/** Membership of variants in regions of one contig, asked in order of position. */
export class RegionSweep {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #next = 0;

  constructor(intervals: Intervals) {
    this.#starts = intervals.starts;
    this.#ends = intervals.ends;
  }

  /**
   * Whether a variant that replaces `deleted` bases from `start` on (0-based) belongs to the regions: one replaced base
   * inside is enough; an insertion belongs when the bases on both sides of it are in one region.
   */
  has(start: number, deleted: number): boolean {
    while (this.#next > 0 && this.#ends[this.#next - 1] > start) this.#next--;
    while (this.#next < this.#ends.length && this.#ends[this.#next] <= start) this.#next++;
    if (this.#next === this.#ends.length) return false;
    const from = this.#starts[this.#next];
    return deleted === 0 ? from < start : from < start + deleted;
  }
}
