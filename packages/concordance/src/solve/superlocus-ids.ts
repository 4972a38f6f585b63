/**
 * Gives superloci their ids: the 1-based position of the first changed base, or the next number that is free.
 *
 * Clusters come in ascending order, so that only ids that reach beyond the next cluster's start have to be remembered.
 */
export class SuperlocusIds {
  readonly #used = new Set<number>();
  #last = -1;

  /** Goes on to a cluster that starts at this 0-based position. */
  startCluster(start: number): void {
    if (start + 1 > this.#last && this.#used.size > 0) this.#used.clear();
  }

  next(position: number): number {
    let id = position;
    while (this.#used.has(id)) id++;
    this.#used.add(id);
    if (id > this.#last) this.#last = id;
    return id;
  }
}
