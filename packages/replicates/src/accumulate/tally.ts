import { CellLayout } from "./cell-layout.ts";
import { CellTable } from "./cell-table.ts";
import { type IncompleteCell, IncompleteVariants } from "./incomplete-variants.ts";
import type { Observation } from "./observation.ts";
import { PointSample, type SampledPoint } from "./point-sample.ts";
import { listKey, ValueLists } from "./value-lists.ts";

/** What a range, or a table, adds to a tally; can be posted between threads. */
export interface TallyPart {
  readonly sums: Float64Array<ArrayBuffer>;
  /** Of each variant with a CV: the CV, its binomial floor (-1 unknown), and the key of its list. */
  readonly cvs: Float32Array<ArrayBuffer>;
  readonly floors: Float32Array<ArrayBuffer>;
  readonly keys: Int32Array<ArrayBuffer>;
  readonly incomplete: readonly IncompleteCell[];
  readonly points: readonly SampledPoint[];
}

/** Everything that the report is made from, over all variants. */
export class Tally {
  readonly table: CellTable;
  readonly cvs: ValueLists = new ValueLists();
  readonly floors: ValueLists = new ValueLists();
  readonly incomplete: IncompleteVariants;
  readonly #sample: PointSample;

  constructor(runs: number, cells: number, sampleSize: number) {
    this.table = new CellTable(new CellLayout(runs), cells);
    this.incomplete = new IncompleteVariants(runs);
    this.#sample = new PointSample(sampleSize);
  }

  /** Adds the part of a range; the order of parts decides the last bits of the sums. */
  add(part: TallyPart): void {
    this.table.merge(new CellTable(this.table.layout, 0, part.sums));
    for (let i = 0; i < part.cvs.length; i++) {
      this.cvs.add(part.keys[i], part.cvs[i]);
      if (part.floors[i] >= 0) this.floors.add(part.keys[i], part.floors[i]);
    }
    this.incomplete.merge(part.incomplete);
    for (const point of part.points) this.#sample.add(point);
  }

  /** The points that plots show. */
  points(): readonly SampledPoint[] {
    return this.#sample.points();
  }
}

/** Collects a {@link TallyPart}. */
export class PartialTally {
  readonly #table: CellTable;
  readonly #incomplete: IncompleteVariants;
  readonly sample: PointSample;
  #cvs = new Float32Array(1024);
  #floors = new Float32Array(1024);
  #keys = new Int32Array(1024);
  #count = 0;

  constructor(runs: number, cells: number, sampleSize: number) {
    this.#table = new CellTable(new CellLayout(runs), cells);
    this.#incomplete = new IncompleteVariants(runs);
    this.sample = new PointSample(sampleSize);
  }

  /**
   * Adds a variant that was summarised.
   *
   * @param leastMean variants whose mean is less have no CV
   * @returns whether the variant has a CV
   */
  add(cell: number, observation: Observation, isDiscordant: boolean, leastMean: number): boolean {
    this.#incomplete.add(cell, observation);
    return this.#table.add(cell, observation, isDiscordant, leastMean);
  }

  /** @param floor binomial floor of the CV; -1 when depths are unknown */
  addCv(cell: number, measured: number, cv: number, floor: number): void {
    if (this.#count === this.#cvs.length) this.#grow();
    this.#cvs[this.#count] = cv;
    this.#floors[this.#count] = floor;
    this.#keys[this.#count] = listKey(cell, measured);
    this.#count++;
  }

  finish(): TallyPart {
    return {
      sums: this.#table.sums,
      cvs: this.#cvs.slice(0, this.#count),
      floors: this.#floors.slice(0, this.#count),
      keys: this.#keys.slice(0, this.#count),
      incomplete: this.#incomplete.finish(),
      points: this.sample.points(),
    };
  }

  #grow(): void {
    const size = 2 * this.#count;
    const cvs = new Float32Array(size);
    const floors = new Float32Array(size);
    const keys = new Int32Array(size);
    cvs.set(this.#cvs);
    floors.set(this.#floors);
    keys.set(this.#keys);
    this.#cvs = cvs;
    this.#floors = floors;
    this.#keys = keys;
  }
}
