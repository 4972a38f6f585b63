/**
 * Gives the superloci of one cluster their ids: the 1-based position of the first changed base, or the next free number.
 *
 * Clusters do not touch, so that ids are unique within a contig as long as a cluster's superloci fit into its span.
 */
export class SuperlocusIds {
  readonly #used = new Set<number>();

  next(position: number): number {
    let id = position;
    while (this.#used.has(id)) id++;
    this.#used.add(id);
    return id;
  }
}
