import { IccRemlAccumulator, type IccRemlData } from "@touchstone/statistics";
import type { Observation } from "./observation.ts";

/** What the incomplete variants of a cell add to its REML. */
export interface IncompleteCell {
  readonly cell: number;
  readonly sums: IccRemlData;
}

/**
 * Variants that at least two runs measured, but not all, by cell: with the sums over complete variants they are all
 * that an ICC by restricted maximum likelihood needs. Most variants are complete, and are not kept twice.
 */
export class IncompleteVariants {
  readonly #cells = new Map<number, IccRemlAccumulator>();
  readonly #row: (number | null)[];

  constructor(runs: number) {
    this.#row = new Array<number | null>(runs).fill(null);
  }

  /** Adds a variant that was summarised, if it is one of these. */
  add(cell: number, { measured, runs, values, used }: Observation): void {
    if (measured < 2 || measured === runs) return;
    for (let run = 0; run < runs; run++) this.#row[run] = used[run] === 1 ? values[run] : null;
    this.#cell(cell).add(this.#row);
  }

  /** Can be posted between threads. */
  finish(): IncompleteCell[] {
    return [...this.#cells].map(([cell, accumulator]) => ({ cell, sums: accumulator.toData() }));
  }

  merge(cells: readonly IncompleteCell[]): void {
    for (const { cell, sums } of cells) this.#cell(cell).merge(IccRemlAccumulator.fromData(sums));
  }

  /** Adds the variants of some cells to `accumulator`. */
  addTo(accumulator: IccRemlAccumulator, cells: ReadonlySet<number>): void {
    for (const cell of cells) {
      const variants = this.#cells.get(cell);
      if (variants !== undefined) accumulator.merge(variants);
    }
  }

  #cell(cell: number): IccRemlAccumulator {
    let accumulator = this.#cells.get(cell);
    if (accumulator === undefined) {
      accumulator = new IccRemlAccumulator(this.#row.length);
      this.#cells.set(cell, accumulator);
    }
    return accumulator;
  }
}
