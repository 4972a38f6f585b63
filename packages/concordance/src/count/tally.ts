import { OUTCOMES, QUERY_SIDE, type QueryOutcome, TRUTH_SIDE, type TruthOutcome } from "./outcome.ts";
import { ScoreHistogram, type TransferableScores } from "./score-histogram.ts";
import { TYPE_NONE, TYPE_SNP, variantTypeOf } from "./variant-class.ts";

/** Room for reasons of records that were not assessed; the engine numbers its reasons from 0. */
export const MAX_REASONS = 32;

/** Instead of the number of a kind, for records that are not counted. */
export const NO_KIND = -1;

const INITIAL_KINDS = 256;
/** Fraction of the key table that may be used before it grows. */
const MAX_LOAD = 0.5;
const HASH_MULTIPLIER = 0x9e3779b1;

/** A {@link Tally} as plain arrays, for `postMessage` with `transferList`. */
export interface TransferableTally {
  readonly strataCount: number;
  readonly classes: Int32Array<ArrayBuffer>;
  readonly events: Uint8Array<ArrayBuffer>;
  /** One row a kind, one column a stratum; column 0 is all records. */
  readonly counts: Int32Array<ArrayBuffer>;
  readonly notAssessed: Float64Array<ArrayBuffer>;
  readonly bounded: Float64Array<ArrayBuffer>;
  readonly scores: TransferableScores;
}

/** One counted combination: a class of variant, what became of it, and whether it counts in the PASS rows. */
export interface CountedKind {
  readonly variantClass: number;
  readonly outcome: number;
  /** A truth record supported by a passing query record; a query record that passes its filters. */
  readonly passing: boolean;
}

/**
 * Counts of a comparison, or of a worker's part of it.
 *
 * A record adds one to a single counter per stratum it lies in: counters are indexed by the combination of class,
 * outcome and filter (its *kind*; there are a few hundred), and the rows of the tables are sums over kinds, made
 * once at the end. Addition is commutative, so the order of records and of merges changes nothing.
 */
export class Tally {
  /** Named strata; stratum numbers are 0 to `strataCount - 1`. */
  readonly strataCount: number;
  readonly scores: ScoreHistogram;
  /** Records not assessed, `[side * MAX_REASONS + reason]`. */
  readonly notAssessed: Float64Array<ArrayBuffer> = new Float64Array(2 * MAX_REASONS);
  /** Records in superloci that a bounded search decided, per side. */
  readonly bounded: Float64Array<ArrayBuffer> = new Float64Array(2);

  #kinds = 0;
  #classes: Int32Array<ArrayBuffer> = new Int32Array(INITIAL_KINDS);
  #events: Uint8Array<ArrayBuffer> = new Uint8Array(INITIAL_KINDS);
  #counts: Int32Array<ArrayBuffer>;
  /** Open addressing: kind + 1, or 0 for a free place. */
  #places: Int32Array = new Int32Array(INITIAL_KINDS / MAX_LOAD);
  readonly #columns: number;

  constructor(strataCount: number) {
    this.strataCount = strataCount;
    this.#columns = strataCount + 1;
    this.#counts = new Int32Array(INITIAL_KINDS * this.#columns);
    this.scores = new ScoreHistogram();
  }

  /** How many kinds have been seen; they are numbered from 0. */
  get kindCount(): number {
    return this.#kinds;
  }

  /**
   * Counts one truth record that was assessed.
   *
   * `supported` says whether a TP stays one when only query records that pass their filters are kept: true when
   * each query record that matches it passes. An unsupported TP is an FN in the PASS rows, as in hap.py; the truth's
   * own FILTER does not matter there. `score` is that of the matching query record, of several the lowest; NaN when
   * there is none. Classes of type none are not counted.
   *
   * Returns the number of the record's kind, for {@link addToStratum}, or {@link NO_KIND} when it is not counted.
   */
  addTruth(variantClass: number, outcome: TruthOutcome, supported: boolean, score: number): number {
    return this.#add(variantClass, outcome, supported, score);
  }

  /**
   * Counts one query record that was compared; `passing`: FILTER is PASS or empty, so it is in the PASS rows too.
   * Returns what {@link addTruth} does.
   */
  addQuery(variantClass: number, outcome: QueryOutcome, passing: boolean, score: number): number {
    return this.#add(variantClass, outcome, passing, score);
  }

  /** Counts `records` records of a kind in a stratum; in all records they are counted already. */
  addToStratum(stratum: number, kind: number, records: number): void {
    this.#counts[kind * this.#columns + 1 + stratum] += records;
  }

  /** Counts one record that was carried through without a verdict; `reason` is below {@link MAX_REASONS}. */
  addNotAssessed(side: typeof TRUTH_SIDE | typeof QUERY_SIDE, reason: number): void {
    this.notAssessed[side * MAX_REASONS + reason]++;
  }

  /** Counts the records of a superlocus whose decision was bounded. */
  addBounded(truthRecords: number, queryRecords: number): void {
    this.bounded[TRUTH_SIDE] += truthRecords;
    this.bounded[QUERY_SIDE] += queryRecords;
  }

  /** Adds the counts of another part of the same comparison; both have the same strata. */
  merge(other: TransferableTally): void {
    for (let kind = 0; kind < other.classes.length; kind++) {
      const target = this.#kindOf(other.classes[kind], other.events[kind]) * this.#columns;
      const source = kind * this.#columns;
      for (let column = 0; column < this.#columns; column++)
        this.#counts[target + column] += other.counts[source + column];
    }
    addTo(this.notAssessed, other.notAssessed);
    addTo(this.bounded, other.bounded);
    this.scores.merge(other.scores);
  }

  /** The counts as arrays of their own, which may be transferred. */
  toTransferable(): TransferableTally {
    return {
      strataCount: this.strataCount,
      classes: this.#classes.slice(0, this.#kinds),
      events: this.#events.slice(0, this.#kinds),
      counts: this.#counts.slice(0, this.#kinds * this.#columns),
      notAssessed: this.notAssessed.slice(),
      bounded: this.bounded.slice(),
      scores: this.scores.toTransferable(),
    };
  }

  /**
   * Calls `visit` once for each combination seen; `counts` has all records at 0 and stratum s at s + 1, and is
   * valid during the call only.
   */
  forEachKind(visit: (kind: CountedKind, counts: Int32Array) => void): void {
    for (let kind = 0; kind < this.#kinds; kind++) {
      const event = this.#events[kind];
      const row = this.#counts.subarray(kind * this.#columns, (kind + 1) * this.#columns);
      visit({ variantClass: this.#classes[kind], outcome: event >> 1, passing: (event & 1) === 1 }, row);
    }
  }

  #add(variantClass: number, outcome: number, passing: boolean, score: number): number {
    const type = variantTypeOf(variantClass);
    if (type === TYPE_NONE) return NO_KIND;
    const event = (outcome << 1) | (passing ? 1 : 0);
    const kind = this.#kindOf(variantClass, event);
    this.#counts[kind * this.#columns]++;
    if (!Number.isNaN(score)) this.scores.add(score, (type - TYPE_SNP) * 2 * OUTCOMES + event);
    return kind;
  }

  #kindOf(variantClass: number, event: number): number {
    const mask = this.#places.length - 1;
    let place = hash(variantClass, event) & mask;
    for (;;) {
      const kind = this.#places[place] - 1;
      if (kind < 0) return this.#newKind(variantClass, event, place);
      if (this.#classes[kind] === variantClass && this.#events[kind] === event) return kind;
      place = (place + 1) & mask;
    }
  }

  #newKind(variantClass: number, event: number, place: number): number {
    if (this.#kinds === this.#classes.length) {
      this.#grow();
      return this.#kindOf(variantClass, event);
    }
    const kind = this.#kinds++;
    this.#classes[kind] = variantClass;
    this.#events[kind] = event;
    this.#places[place] = kind + 1;
    return kind;
  }

  #grow(): void {
    const capacity = this.#classes.length * 2;
    this.#classes = enlarged(this.#classes, new Int32Array(capacity));
    this.#events = enlarged(this.#events, new Uint8Array(capacity));
    this.#counts = enlarged(this.#counts, new Int32Array(capacity * this.#columns));
    this.#places = new Int32Array(capacity / MAX_LOAD);
    const mask = this.#places.length - 1;
    for (let kind = 0; kind < this.#kinds; kind++) {
      let place = hash(this.#classes[kind], this.#events[kind]) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = kind + 1;
    }
  }
}

function hash(variantClass: number, event: number): number {
  const mixed = Math.imul(variantClass ^ (event << 27), HASH_MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}

function enlarged<T extends Int32Array | Uint8Array>(values: T, target: T): T {
  target.set(values);
  return target;
}

function addTo(target: Float64Array, values: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] += values[i];
}
