import type { Intervals } from "./intervals.ts";

/**
 * Membership of variants in one set of regions on one contig. Made for queries whose start rises, mostly: a step back
 * costs as many intervals as it crosses.
 *
 * A variant is given by the reference bases that its trimmed alleles replace, 0-based half-open; an insertion, which
 * replaces none, by the empty span [p, p) between bases p - 1 and p.
 */
export class RegionSweep {
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  #next = 0;

  constructor(intervals: Intervals) {
    this.#starts = intervals.starts;
    this.#ends = intervals.ends;
  }

  /**
   * Whether a variant belongs to the regions, by the rule of hap.py's `quantify`: one replaced base inside is enough;
   * an insertion belongs when the bases on both sides of it are in the same region.
   */
  overlaps(start: number, end: number): boolean {
    const interval = this.#seek(start);
    return interval < this.#starts.length && this.#starts[interval] < end;
  }

  /** Whether all of a variant's replaced bases (of an insertion: both neighbouring bases) lie in one region. */
  contains(start: number, end: number): boolean {
    const interval = this.#seek(start);
    if (interval >= this.#starts.length || this.#ends[interval] < end) return false;
    return end > start ? this.#starts[interval] <= start : this.#starts[interval] < start;
  }

  /** Number of the first interval that ends after `position`. */
  #seek(position: number): number {
    while (this.#next > 0 && this.#ends[this.#next - 1] > position) this.#next--;
    while (this.#next < this.#ends.length && this.#ends[this.#next] <= position) this.#next++;
    return this.#next;
  }
}
