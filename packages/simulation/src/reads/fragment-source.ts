import { SimulationError } from "../error.ts";
import { normal } from "../random/draws.ts";
import type { Random } from "../random/random.ts";
import type { ReadOptions } from "./read-options.ts";

/** One haplotype of one contig. */
export interface HaplotypeSequence {
  readonly contig: string;
  readonly haplotype: 0 | 1;
  /** Upper case. */
  readonly bases: Uint8Array;
}

/** A molecule of the library: bases [`start`, `start + length`), 0-based, of a haplotype. */
export interface Fragment {
  readonly source: HaplotypeSequence;
  readonly start: number;
  readonly length: number;
  /** Whether the first read is of the reverse strand, from the right end of the fragment. */
  readonly isReverse: boolean;
}

const UNKNOWN = "N".charCodeAt(0);
const MOST_TRIES = 1000;
/** Shorter fragments are lost when a library is cleaned. */
const SHORTEST = 40;

/** Draws molecules: every place of both haplotypes of every contig as likely as any other, but where bases are unknown. */
export class FragmentSource {
  readonly #random: Random;
  readonly #sources: readonly HaplotypeSequence[];
  readonly #options: ReadOptions;
  readonly #total: number;

  constructor(random: Random, sources: readonly HaplotypeSequence[], options: ReadOptions) {
    this.#random = random;
    this.#sources = sources;
    this.#options = options;
    this.#total = sources.reduce((sum, { bases }) => sum + bases.length, 0);
  }

  /** @throws SimulationError `TS_SIMULATION_INVALID` where the reference has hardly a place for a fragment. */
  draw(): Fragment {
    const length = this.#drawLength();
    const isReverse = this.#random.chance(0.5);
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const [source, start] = this.#drawPlace();
      const end = start + length;
      if (end > source.bases.length || source.bases.subarray(start, end).includes(UNKNOWN)) continue;
      return { source, start, length, isReverse };
    }
    const what = `the reference has hardly a place of ${length} known bases for a fragment`;
    throw new SimulationError("TS_SIMULATION_INVALID", `${what}: use a longer reference or a shorter insert`);
  }

  #drawLength(): number {
    const { insertMean, insertSd, shortInsertShare, readLength } = this.#options;
    if (this.#random.chance(shortInsertShare)) return this.#random.between(SHORTEST, readLength - 1);
    return Math.max(readLength, Math.round(insertMean + insertSd * normal(this.#random)));
  }

  #drawPlace(): [source: HaplotypeSequence, start: number] {
    let place = Math.floor(this.#random.fraction() * this.#total);
    for (const source of this.#sources) {
      if (place < source.bases.length) return [source, place];
      place -= source.bases.length;
    }
    throw new RangeError("the reference is empty");
  }
}
