import type { CallSet } from "../records/call-set.ts";
import { type Edit, QUERY, type Side, TRUTH } from "../search/haplotype.ts";
import type { Placement, SearchEvent, SearchRecord } from "../search/search-event.ts";
import { contentHash } from "./content-hash.ts";
import { allelePlacements, dosagePlacements, editsOf, genotypePlacements } from "./placements.ts";

/** Phase sets of a cluster that a node can hold in its bits; records of further ones are taken as unphased. */
const MAX_PHASE_SETS = 31;

/** Makes search events of the records of a cluster. */
export class SearchRecords {
  readonly #truth: CallSet;
  readonly #query: CallSet;
  readonly #windowStart: number;
  readonly #haplotypes: number;
  readonly #respectPhase: boolean;
  /** A called allele may stand on any number of haplotypes. */
  readonly #anyDosage: boolean;
  readonly #phaseSets = new Map<string, number>();

  constructor(
    truth: CallSet,
    query: CallSet,
    windowStart: number,
    haplotypes: number,
    rules: { readonly respectPhase: boolean; readonly anyDosage: boolean },
  ) {
    this.#truth = truth;
    this.#query = query;
    this.#windowStart = windowStart;
    this.#haplotypes = haplotypes;
    this.#respectPhase = rules.respectPhase;
    this.#anyDosage = rules.anyDosage;
  }

  /** An event for one record, or null when it has no placement (a half call, an unfitting ploidy). */
  single(side: Side, record: number): SearchEvent | null {
    const made = this.#make(side, record);
    if (made.placements.length === 0) return null;
    return side === TRUTH
      ? { truth: made, query: null, start: made.start, required: false }
      : { truth: null, query: made, start: made.start, required: false };
  }

  /** An event for two records that are exactly the same. */
  pair(truthRecord: number, queryRecord: number): SearchEvent {
    const truth = this.#make(TRUTH, truthRecord);
    const query = this.#make(QUERY, queryRecord);
    return { truth, query, start: Math.min(truth.start, query.start), required: false };
  }

  #make(side: Side, record: number): SearchRecord {
    const calls = side === TRUTH ? this.#truth : this.#query;
    const edits = editsOf(calls, record, this.#windowStart);
    return {
      record,
      side,
      placements: this.#placements(calls, record, edits),
      start: calls.start[record] - this.#windowStart,
      end: calls.end[record] - this.#windowStart,
      hash: contentHash(calls, record),
      phaseSet: this.#phaseSet(side, calls, record),
    };
  }

  #placements(calls: CallSet, record: number, edits: readonly Edit[]): Placement[] {
    if (this.#anyDosage) return dosagePlacements(calls, record, edits, this.#haplotypes);
    if (this.#haplotypes === 1) return allelePlacements(calls, record, edits);
    if (calls.partial[record] !== 0) return [];
    return genotypePlacements(calls, record, edits, this.#haplotypes, this.#respectPhase);
  }

  #phaseSet(side: Side, calls: CallSet, record: number): number {
    if (!this.#respectPhase || calls.phased[record] === 0) return -1;
    const name = `${side}:${calls.phaseSet[record]}`;
    let number = this.#phaseSets.get(name);
    if (number === undefined) {
      number = this.#phaseSets.size;
      this.#phaseSets.set(name, number);
    }
    return number < MAX_PHASE_SETS ? number : -1;
  }
}
