import type { Random } from "../random/random.ts";
import type { Fragment } from "./fragment-source.ts";
import { errorProbability, HIGHEST_QUALITY, type QualitySource } from "./quality-model.ts";

/** A read as it comes from the instrument. */
export interface Read {
  /** ASCII codes of its bases. */
  readonly bases: Uint8Array;
  /** Phred qualities as numbers. */
  readonly qualities: Uint8Array;
}

/** What follows a fragment on its first and its second strand: Illumina's TruSeq adapters, as trimming programs know them. */
const ADAPTERS = [
  Buffer.from("AGATCGGAAGAGCACACGTCTGAACTCCAGTCACATCACGATCTCGTATGCCGTCTTCTGCTTG"),
  Buffer.from("AGATCGGAAGAGCGTCGTGTAGGGAAAGAGTGTAGATCTCGGTGGTCGCCGTATCATT"),
] as const;
const BASES = Buffer.from("ACGT");
const G = "G".charCodeAt(0);
const COMPLEMENT: Uint8Array = complements();

/** Reads both ends of a fragment. */
export class Sequencer {
  readonly #random: Random;
  readonly #qualities: QualitySource;
  readonly #readLength: number;
  readonly #errors = new Map<number, Float64Array>();

  constructor(random: Random, qualities: QualitySource, readLength: number) {
    this.#random = random;
    this.#qualities = qualities;
    this.#readLength = readLength;
  }

  /** The first and the second read of a fragment, with errors. */
  read(fragment: Fragment, lane: number): readonly [first: Read, second: Read] {
    const { source, start, length, isReverse } = fragment;
    const forward = source.bases.subarray(start, start + length);
    const left = this.#template(forward, ADAPTERS[isReverse ? 1 : 0]);
    const right = this.#template(reverseComplement(forward), ADAPTERS[isReverse ? 0 : 1]);
    const [first, second] = isReverse ? [right, left] : [left, right];
    return [this.#copy(first, false, lane), this.#copy(second, true, lane)];
  }

  /** What is read from one end: the strand, then the adapter, then G, which a two-colour instrument sees where nothing is. */
  #template(strand: Uint8Array, adapter: Uint8Array): Uint8Array {
    const template = new Uint8Array(this.#readLength).fill(G);
    template.set(strand.subarray(0, this.#readLength));
    const room = Math.max(0, this.#readLength - strand.length);
    template.set(adapter.subarray(0, room), this.#readLength - room);
    return template;
  }

  #copy(template: Uint8Array, isSecond: boolean, lane: number): Read {
    const qualities = this.#qualities.draw(isSecond);
    const errors = this.#errorsOf(lane);
    const bases = template.map((base, cycle) => {
      const context = base === G && cycle > 0 && template[cycle - 1] === G ? 1 : 0;
      const chance = errors[(cycle * 2 + context) * (HIGHEST_QUALITY + 1) + qualities[cycle]];
      return this.#random.chance(chance) ? this.#otherThan(base) : base;
    });
    return { bases, qualities };
  }

  #otherThan(base: number): number {
    const place = this.#random.between(0, 2);
    return BASES.filter((other) => other !== base)[place];
  }

  /** Chances of an error by cycle, context and quality: worked out once a lane. */
  #errorsOf(lane: number): Float64Array {
    let errors = this.#errors.get(lane);
    if (errors === undefined) {
      errors = errorTable(this.#readLength, lane);
      this.#errors.set(lane, errors);
    }
    return errors;
  }
}

function errorTable(readLength: number, lane: number): Float64Array {
  const size = HIGHEST_QUALITY + 1;
  return Float64Array.from({ length: readLength * 2 * size }, (_, place) => {
    const cycle = Math.floor(place / (2 * size));
    const afterG = Math.floor(place / size) % 2 === 1;
    return errorProbability(place % size, { cycle, readLength, afterG, lane });
  });
}

function reverseComplement(bases: Uint8Array): Uint8Array {
  const result = new Uint8Array(bases.length);
  for (let at = 0; at < bases.length; at++) result[bases.length - 1 - at] = COMPLEMENT[bases[at]];
  return result;
}

function complements(): Uint8Array {
  const table = Uint8Array.from({ length: 256 }, (_, code) => code);
  for (const [base, other] of ["AT", "TA", "CG", "GC"]) table[base.charCodeAt(0)] = other.charCodeAt(0);
  return table;
}
