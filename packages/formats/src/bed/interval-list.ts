import type { Intervals } from "./intervals.ts";

/** Collects the intervals of one contig and merges them while they arrive; they are sorted only if they did not arrive in order. */
export class IntervalList {
  /** [end, start] pairs: read as one 64-bit little-endian number, a pair is ordered by its start. */
  #pairs = new Int32Array(64);
  #count = 0;
  #lastStart = -1;
  #sorted = true;

  /** Adds [start, end), 0-based, 0 <= start < end. */
  add(start: number, end: number): void {
    const last = 2 * this.#count - 2;
    if (start < this.#lastStart) this.#sorted = false;
    else if (last >= 0 && this.#sorted && start <= this.#pairs[last]) {
      if (end > this.#pairs[last]) this.#pairs[last] = end;
      this.#lastStart = start;
      return;
    }
    if (last + 2 === this.#pairs.length) this.#grow();
    this.#pairs[last + 2] = end;
    this.#pairs[last + 3] = start;
    this.#lastStart = start;
    this.#count++;
  }

  /** The merged intervals; the list must not be used afterwards. */
  finish(): Intervals {
    const pairs = this.#pairs.subarray(0, 2 * this.#count);
    if (!this.#sorted) new BigUint64Array(pairs.buffer, 0, this.#count).sort();
    const starts = new Int32Array(this.#count);
    const ends = new Int32Array(this.#count);
    let merged = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      if (merged > 0 && pairs[i + 1] <= ends[merged - 1]) {
        if (pairs[i] > ends[merged - 1]) ends[merged - 1] = pairs[i];
      } else {
        starts[merged] = pairs[i + 1];
        ends[merged] = pairs[i];
        merged++;
      }
    }
    return { starts: starts.slice(0, merged), ends: ends.slice(0, merged) };
  }

  #grow(): void {
    const larger = new Int32Array(2 * this.#pairs.length);
    larger.set(this.#pairs);
    this.#pairs = larger;
  }
}
