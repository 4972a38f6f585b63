import { OUTCOMES } from "./outcome.ts";
import { floorScore, LAST_PRECISION } from "./score-precision.ts";

/** Counters of one score: type (SNP, INDEL) x outcome x passing, in that order. */
export const SCORE_COUNTERS: number = 2 * OUTCOMES * 2;

/** Distinct scores kept; above it, precision is given up. */
const MAX_SCORES = 32_768;
const INITIAL_SCORES = 512;
const HASH_MULTIPLIER = 0x9e3779b1;

/** A {@link ScoreHistogram} as plain arrays. */
export interface TransferableScores {
  readonly precision: number;
  readonly scores: Float64Array<ArrayBuffer>;
  /** {@link SCORE_COUNTERS} counters a score. */
  readonly counts: Int32Array<ArrayBuffer>;
}

/**
 * How many records of each outcome have each score, in bounded memory.
 *
 * Scores are kept exactly while there are at most 32,768 distinct ones. Beyond, every score is rounded down to fewer
 * significant bits, step by step, until they fit. The roundings are nested, so the final precision and counts depend
 * only on the set of scores and not on their order or on how the records were divided between workers.
 */
export class ScoreHistogram {
  #precision = 0;
  #size = 0;
  #scores: Float64Array<ArrayBuffer> = new Float64Array(INITIAL_SCORES);
  #counts: Int32Array<ArrayBuffer> = new Int32Array(INITIAL_SCORES * SCORE_COUNTERS);
  #places: Int32Array = new Int32Array(INITIAL_SCORES * 2);
  readonly #maxScores: number;

  /** `maxScores` is a power of two of at least 512. */
  constructor(maxScores: number = MAX_SCORES) {
    this.#maxScores = maxScores;
  }

  /** Number of distinct scores. */
  get size(): number {
    return this.#size;
  }

  /** Adds one to a counter of `score`, which is not NaN. */
  add(score: number, counter: number): void {
    // The slot comes first: making room for it may replace the counters.
    const slot = this.#slotOf(floorScore(score, this.#precision));
    this.#counts[slot * SCORE_COUNTERS + counter]++;
  }

  /** Adds the counts of another histogram. */
  merge(other: TransferableScores): void {
    while (this.#precision < other.precision) this.#coarsen();
    for (let i = 0; i < other.scores.length; i++) {
      const slot = this.#slotOf(floorScore(other.scores[i], this.#precision));
      for (let c = 0; c < SCORE_COUNTERS; c++)
        this.#counts[slot * SCORE_COUNTERS + c] += other.counts[i * SCORE_COUNTERS + c];
    }
  }

  /** Scores in ascending order with their counters, as arrays of their own. */
  toTransferable(): TransferableScores {
    const scores = this.#scores.slice(0, this.#size).sort();
    const counts = new Int32Array(this.#size * SCORE_COUNTERS);
    for (let i = 0; i < scores.length; i++) {
      const from = this.#slotOf(scores[i]) * SCORE_COUNTERS;
      counts.set(this.#counts.subarray(from, from + SCORE_COUNTERS), i * SCORE_COUNTERS);
    }
    return { precision: this.#precision, scores, counts };
  }

  #slotOf(score: number): number {
    const place = this.#placeOf(score);
    if (this.#places[place] !== 0) return this.#places[place] - 1;
    if (this.#size === this.#scores.length) {
      this.#makeRoom();
      return this.#slotOf(floorScore(score, this.#precision));
    }
    const slot = this.#size++;
    this.#scores[slot] = score;
    this.#places[place] = slot + 1;
    return slot;
  }

  #placeOf(score: number): number {
    const mask = this.#places.length - 1;
    let place = hash(score) & mask;
    while (this.#places[place] !== 0 && this.#scores[this.#places[place] - 1] !== score) place = (place + 1) & mask;
    return place;
  }

  #makeRoom(): void {
    if (this.#size < this.#maxScores || this.#precision === LAST_PRECISION) this.#rebuild(this.#scores.length * 2);
    else this.#coarsen();
  }

  #coarsen(): void {
    this.#precision++;
    this.#rebuild(this.#scores.length);
  }

  #rebuild(capacity: number): void {
    const scores = this.#scores.subarray(0, this.#size);
    const counts = this.#counts;
    this.#size = 0;
    this.#scores = new Float64Array(capacity);
    this.#counts = new Int32Array(capacity * SCORE_COUNTERS);
    this.#places = new Int32Array(capacity * 2);
    for (let i = 0; i < scores.length; i++) {
      const slot = this.#slotOf(floorScore(scores[i], this.#precision));
      for (let c = 0; c < SCORE_COUNTERS; c++)
        this.#counts[slot * SCORE_COUNTERS + c] += counts[i * SCORE_COUNTERS + c];
    }
  }
}

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);

function hash(score: number): number {
  bits[0] = score;
  const mixed = Math.imul(words[0] ^ Math.imul(words[1], HASH_MULTIPLIER), HASH_MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}
