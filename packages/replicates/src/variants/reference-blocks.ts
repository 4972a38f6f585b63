/** Stretches of a gVCF that a run found to be reference, with the least depth in each. */
export class ReferenceBlocks {
  #count = 0;
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #depths = new Int32Array(256);
  #next = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds the bases [start, end), 0-based; `start` must not fall. */
  add(start: number, end: number, depth: number): void {
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#depths[this.#count] = depth;
    this.#count++;
  }

  /**
   * The least depth of the blocks that together cover [start, end), or the base before an insertion (start = end); -1
   * when they do not cover all of it. `start` should rise from call to call.
   */
  depthOver(start: number, end: number): number {
    const from = start === end ? start - 1 : start;
    while (this.#next > 0 && this.#ends[this.#next - 1] > from) this.#next--;
    while (this.#next < this.#count && this.#ends[this.#next] <= from) this.#next++;
    let depth = -1;
    let covered = from;
    for (let block = this.#next; block < this.#count && this.#starts[block] <= covered; block++) {
      if (this.#ends[block] <= covered) continue;
      if (depth === -1 || this.#depths[block] < depth) depth = this.#depths[block];
      covered = this.#ends[block];
      if (covered >= end) return depth;
    }
    return -1;
  }

  #grow(): void {
    const larger = (from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(2 * from.length);
      to.set(from);
      return to;
    };
    this.#starts = larger(this.#starts);
    this.#ends = larger(this.#ends);
    this.#depths = larger(this.#depths);
  }
}
