import type { CallSet } from "../records/call-set.ts";
import type { ContigBases } from "../records/extent.ts";
import { QUERY, TRUTH } from "../search/haplotype.ts";
import { type EventDecision, NARROW_LIMITS, type SearchResult, searchHaplotypes } from "../search/haplotype-search.ts";
import type { SearchEvent, SearchRecord } from "../search/search-event.ts";
import type { Cluster } from "./clusters.ts";
import type { RangeCalls } from "./exact-pairs.ts";
import type { Labels } from "./labels.ts";
import * as labels from "./labels.ts";
import { orientSimplePair } from "./orient-simple-pair.ts";
import { inOrder, placeableTogether } from "./search-events.ts";
import { SearchRecords } from "./search-records.ts";
import type { SolverOptions } from "./solver-options.ts";
import type { SuperlocusIds } from "./superlocus-ids.ts";
import { basesBetween } from "./window.ts";

/** Decides the records of a cluster that do not pair up exactly, by searching haplotypes, and writes their labels. */
export class ClusterSearch {
  /** Kind of a match of the first pass. */
  readonly matchKind: number;
  readonly calls: RangeCalls;
  readonly truthLabels: Labels;
  readonly queryLabels: Labels;
  readonly #contig: ContigBases;
  readonly #options: SolverOptions;

  constructor(
    calls: RangeCalls,
    truthLabels: Labels,
    queryLabels: Labels,
    contig: ContigBases,
    options: SolverOptions,
  ) {
    this.calls = calls;
    this.truthLabels = truthLabels;
    this.queryLabels = queryLabels;
    this.#contig = contig;
    this.#options = options;
    this.matchKind = options.match === "genotype" ? labels.GENOTYPE_MATCH : labels.ALLELE_MATCH;
  }

  /** Searches the cluster, each ploidy by itself when ploidies must agree. */
  search(cluster: Cluster, ids: SuperlocusIds): void {
    const { truth, query, truthOrder, queryOrder } = this.calls;
    const truthRecords = Array.from(truthOrder.subarray(cluster.truthFrom, cluster.truthTo));
    const queryRecords = Array.from(queryOrder.subarray(cluster.queryFrom, cluster.queryTo));
    if (this.#options.strictPloidy && this.#options.match === "genotype") {
      const ploidies = new Set([
        ...truthRecords.map((record) => truth.ploidy[record]),
        ...queryRecords.map((record) => query.ploidy[record]),
      ]);
      for (const ploidy of [...ploidies].sort()) {
        this.#searchGenotypes(
          truthRecords.filter((record) => truth.ploidy[record] === ploidy),
          queryRecords.filter((record) => query.ploidy[record] === ploidy),
          ids,
        );
      }
    } else {
      this.#searchGenotypes(truthRecords, queryRecords, ids);
    }
    if (this.#options.match === "genotype") this.#searchAlleles(truthRecords, queryRecords, ids);
  }

  #searchGenotypes(truthRecords: readonly number[], queryRecords: readonly number[], ids: SuperlocusIds): void {
    const { truthLabels, queryLabels } = this;
    const haplotypes = this.#haplotypes(truthRecords, queryRecords);
    const window = windowOf(this.calls, truthRecords, queryRecords);
    const maker = this.#records(window.start, haplotypes);
    // A pair whose genotype does not spread over the cluster's ploidy matches by itself.
    const pairs = truthRecords
      .filter((record) => truthLabels.partner[record] >= 0)
      .map((record) => maker.pair(record, truthLabels.partner[record]))
      .filter(({ truth, query }) => isPlaceable(truth) && isPlaceable(query));
    const truthLeft = singles(truthRecords, truthLabels, (record) => maker.single(TRUTH, record));
    const queryLeft = singles(queryRecords, queryLabels, (record) => maker.single(QUERY, record));
    if (!this.#options.respectPhase && (truthLeft.length === 0 || queryLeft.length === 0)) return;
    const reference = basesBetween(this.#contig, window.start, window.end + 1);
    let events = inOrder([...pairs, ...truthLeft, ...queryLeft]);
    let result = searchHaplotypes(events, reference, haplotypes);
    if (result === null || !result.optimal) {
      const required = placeableTogether(pairs, reference, haplotypes);
      events = inOrder([...required, ...truthLeft, ...queryLeft]);
      const narrow = searchHaplotypes(events, reference, haplotypes, NARROW_LIMITS);
      // Without any way through, the pairs match by themselves and the others are left out.
      if (narrow === null) return;
      result = { decisions: narrow.decisions, optimal: false };
    }
    this.#applySearch(events, result, this.matchKind, ids);
    for (const { truth } of pairs) {
      if (truth !== null) this.#breakPair(truth.record, truthRecords, queryRecords);
    }
  }

  /**
   * A pair stays one when the search chose both of its records, or when it could choose neither because they overlap
   * what it chose on both sides: call sets that contradict themselves still agree with each other. Where only the
   * presence of alleles counts, a pair that was left out whole is present on both sides all the same.
   */
  #breakPair(record: number, truthRecords: readonly number[], queryRecords: readonly number[]): void {
    const { truthLabels, queryLabels, calls } = this;
    const partner = truthLabels.partner[record];
    const inTruth = truthLabels.decision[record] === labels.MATCHED;
    const inQuery = queryLabels.decision[partner] === labels.MATCHED;
    if (inTruth && inQuery) return;
    const staysWhole =
      !inTruth &&
      !inQuery &&
      (this.#options.match === "alleles" ||
        (overlapsChosen(calls.truth, truthLabels, record, truthRecords) &&
          overlapsChosen(calls.query, queryLabels, partner, queryRecords)));
    if (staysWhole) return;
    truthLabels.partner[record] = -1;
    queryLabels.partner[partner] = -1;
  }

  /** Second pass: records that are left, on one haplotype over the plain reference. */
  #searchAlleles(truthRecords: readonly number[], queryRecords: readonly number[], ids: SuperlocusIds): void {
    const { truthLabels, queryLabels } = this;
    const truthLeft = truthRecords.filter((record) => isLeft(truthLabels, record));
    const queryLeft = queryRecords.filter((record) => isLeft(queryLabels, record));
    if (truthLeft.length === 0 || queryLeft.length === 0) return;
    const window = windowOf(this.calls, truthLeft, queryLeft);
    const maker = this.#records(window.start, 1);
    const events = inOrder([
      ...truthLeft.map((record) => maker.single(TRUTH, record)),
      ...queryLeft.map((record) => maker.single(QUERY, record)),
    ]);
    const reference = basesBetween(this.#contig, window.start, window.end + 1);
    const result = searchHaplotypes(events, reference, 1);
    if (result !== null) this.#applySearch(events, result, labels.ALLELE_MATCH, ids);
  }

  #applySearch(events: readonly SearchEvent[], result: SearchResult, kind: number, ids: SuperlocusIds): void {
    const idOf = new Map<number, number>();
    const secondPass = kind === labels.ALLELE_MATCH && this.#options.match === "genotype";
    for (let index = 0; index < events.length; index++) {
      const { truth, query } = events[index];
      const decision = result.decisions[index];
      const searched = result.optimal ? labels.BY_SEARCH : labels.BY_BOUNDED_SEARCH;
      const method = decision.truth !== null && decision.query !== null ? labels.BY_EXACT : searched;
      for (const [record, placement, sideLabels] of [
        [truth, decision.truth, this.truthLabels],
        [query, decision.query, this.queryLabels],
      ] as const) {
        if (record === null) continue;
        const number = record.record;
        // A second pass does not make good what a bounded first one may have missed.
        sideLabels.method[number] = Math.max(sideLabels.method[number], method);
        if (placement === null) continue;
        let id = idOf.get(decision.superlocus);
        if (id === undefined) {
          id = ids.next(this.#firstChanged(events[index], decision) + 1);
          idOf.set(decision.superlocus, id);
        }
        sideLabels.decision[number] = secondPass ? labels.UNMATCHED : labels.MATCHED;
        sideLabels.kind[number] = kind;
        sideLabels.superlocus[number] = id;
        sideLabels.orient(number, placement.alleles);
      }
    }
  }

  /** Where the chosen records of an event start: the same whichever side is called truth. */
  #firstChanged({ truth, query }: SearchEvent, decision: EventDecision): number {
    let start = Number.POSITIVE_INFINITY;
    if (truth !== null && decision.truth !== null) start = this.calls.truth.start[truth.record];
    if (query !== null && decision.query !== null) start = Math.min(start, this.calls.query.start[query.record]);
    return start;
  }

  /** Orientation of a pair that is a superlocus of its own: any, the same on both sides. */
  orientPair(record: number, partner: number): void {
    const { truth, query } = this.calls;
    const genotypes = this.#options.match === "genotype";
    if (orientSimplePair(this.calls, record, this.truthLabels, partner, this.queryLabels, genotypes)) return;
    const haplotypes = this.#haplotypes([record], [partner]);
    const maker = this.#records(Math.min(truth.start[record], query.start[partner]), haplotypes);
    const events = [{ ...maker.pair(record, partner), required: true }];
    const window = windowOf(this.calls, [record], [partner]);
    const reference = basesBetween(this.#contig, window.start, window.end + 1);
    const [{ truth: placement, query: other }] = (searchHaplotypes(events, reference, haplotypes) as SearchResult)
      .decisions;
    if (placement !== null) this.truthLabels.orient(record, placement.alleles);
    if (other !== null) this.queryLabels.orient(partner, other.alleles);
  }

  #records(windowStart: number, haplotypes: number): SearchRecords {
    const { match, respectPhase } = this.#options;
    return new SearchRecords(this.calls.truth, this.calls.query, windowStart, haplotypes, {
      respectPhase: respectPhase && match === "genotype",
      anyDosage: match === "alleles",
    });
  }

  /** Largest ploidy among the records, at least 2; two haplotypes when only alleles are compared. */
  #haplotypes(truthRecords: readonly number[], queryRecords: readonly number[]): number {
    if (this.#options.match === "alleles") return 2;
    const { truth, query } = this.calls;
    let haplotypes = this.#options.strictPloidy ? 1 : 2;
    for (const record of truthRecords) haplotypes = Math.max(haplotypes, truth.ploidy[record]);
    for (const record of queryRecords) haplotypes = Math.max(haplotypes, query.ploidy[record]);
    return haplotypes;
  }
}

/** Events of the records that are in no pair and can be placed. */
function singles(
  records: readonly number[],
  side: Labels,
  make: (record: number) => SearchEvent | null,
): SearchEvent[] {
  return records
    .filter((record) => side.partner[record] < 0)
    .map(make)
    .filter((event) => event !== null);
}

/** Whether the record changes a base, or inserts at a place, that a chosen record of its side changes too. */
function overlapsChosen(calls: CallSet, side: Labels, record: number, others: readonly number[]): boolean {
  const start = calls.start[record];
  const end = calls.end[record];
  return others.some((other) => {
    if (other === record || side.decision[other] !== labels.MATCHED) return false;
    const sameInsertion = start === end && calls.start[other] === start && calls.end[other] === start;
    return sameInsertion || (calls.start[other] < end && calls.end[other] > start);
  });
}

function isPlaceable(record: SearchRecord | null): boolean {
  return record !== null && record.placements.length > 0;
}

function isLeft(side: Labels, record: number): boolean {
  return side.partner[record] < 0 && side.decision[record] === labels.UNDECIDED;
}

/** Span of the records' trimmed edits. */
function windowOf(
  calls: RangeCalls,
  truthRecords: readonly number[],
  queryRecords: readonly number[],
): { start: number; end: number } {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const record of truthRecords) {
    start = Math.min(start, calls.truth.start[record]);
    end = Math.max(end, calls.truth.end[record]);
  }
  for (const record of queryRecords) {
    start = Math.min(start, calls.query.start[record]);
    end = Math.max(end, calls.query.end[record]);
  }
  return { start, end };
}
