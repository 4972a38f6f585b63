import type { ContigBases } from "../records/extent.ts";
import { QUERY, type Side, TRUTH } from "../search/haplotype.ts";
import { ClusterSearch } from "./cluster-search.ts";
import type { Cluster } from "./clusters.ts";
import { type PairRules, pairExactly, type RangeCalls } from "./exact-pairs.ts";
import type { Labels } from "./labels.ts";
import * as labels from "./labels.ts";
import type { SolverOptions } from "./solver-options.ts";
import { SuperlocusIds } from "./superlocus-ids.ts";

/**
 * Decides the records of one cluster after another.
 *
 * Exact pairs are true positives. Where records of both sides are left, a search chooses, among all ways to put the
 * left records and the pairs on haplotypes, the one that includes most of them; what it leaves out is searched once
 * more on a single haplotype for allele matches.
 */
export class ClusterSolver {
  readonly #calls: RangeCalls;
  readonly #truthLabels: Labels;
  readonly #queryLabels: Labels;
  readonly #search: ClusterSearch;
  readonly #pairRules: PairRules;
  readonly #phaseDecides: boolean;
  readonly #ids = new SuperlocusIds();

  constructor(
    calls: RangeCalls,
    truthLabels: Labels,
    queryLabels: Labels,
    contig: ContigBases,
    options: SolverOptions,
  ) {
    this.#calls = calls;
    this.#truthLabels = truthLabels;
    this.#queryLabels = queryLabels;
    this.#search = new ClusterSearch(calls, truthLabels, queryLabels, contig, options);
    this.#phaseDecides = options.respectPhase && options.match === "genotype";
    this.#pairRules = { compareGenotypes: options.match === "genotype", strictPloidy: options.strictPloidy };
  }

  /** Labels every record of the cluster. */
  solve(cluster: Cluster): void {
    const { truthOrder, queryOrder } = this.#calls;
    const truthRecords = cluster.truthTo - cluster.truthFrom;
    const queryRecords = cluster.queryTo - cluster.queryFrom;
    this.#ids.startCluster(cluster.start);
    if (truthRecords + queryRecords === 1) {
      if (truthRecords === 1) this.#leaveOut(TRUTH, truthOrder[cluster.truthFrom]);
      else this.#leaveOut(QUERY, queryOrder[cluster.queryFrom]);
      return;
    }
    const ids = this.#ids;
    let pairs = 0;
    if (truthRecords > 0 && queryRecords > 0) {
      pairs = pairExactly(this.#calls, cluster, this.#pairRules, this.#truthLabels, this.#queryLabels);
    }
    // Where phase counts, records that pair up one by one may still disagree in phase.
    const leftOnBothSides = truthRecords > pairs && queryRecords > pairs;
    if (leftOnBothSides || (this.#phaseDecides && pairs > 1)) this.#search.search(cluster, ids);
    for (let place = cluster.truthFrom; place < cluster.truthTo; place++) this.#finishTruth(truthOrder[place], ids);
    for (let place = cluster.queryFrom; place < cluster.queryTo; place++) this.#finishQuery(queryOrder[place], ids);
  }

  /** An unmatched record that is alone in its cluster. */
  #leaveOut(side: Side, record: number): void {
    const sideLabels = side === TRUTH ? this.#truthLabels : this.#queryLabels;
    const { start } = side === TRUTH ? this.#calls.truth : this.#calls.query;
    leaveUnmatched(sideLabels, record);
    sideLabels.superlocus[record] = this.#ids.next(start[record] + 1);
  }

  /** A truth record that no search decided: an exact pair by itself, or unmatched. */
  #finishTruth(record: number, ids: SuperlocusIds): void {
    const truthLabels = this.#truthLabels;
    if (truthLabels.decision[record] !== labels.UNDECIDED) return;
    const partner = truthLabels.partner[record];
    const { truth, query } = this.#calls;
    // The place of a pair is the same whichever side is called truth.
    const start = partner < 0 ? truth.start[record] : Math.min(truth.start[record], query.start[partner]);
    const id = ids.next(start + 1);
    truthLabels.superlocus[record] = id;
    if (partner < 0) {
      leaveUnmatched(truthLabels, record);
      return;
    }
    this.#search.orientPair(record, partner);
    this.#matchPair(truthLabels, record, id);
    this.#matchPair(this.#queryLabels, partner, id);
  }

  #matchPair(side: Labels, record: number, id: number): void {
    side.decision[record] = labels.MATCHED;
    side.kind[record] = this.#search.matchKind;
    side.method[record] = labels.BY_EXACT;
    side.superlocus[record] = id;
  }

  #finishQuery(record: number, ids: SuperlocusIds): void {
    const queryLabels = this.#queryLabels;
    if (queryLabels.decision[record] !== labels.UNDECIDED) return;
    leaveUnmatched(queryLabels, record);
    queryLabels.superlocus[record] = ids.next(this.#calls.query.start[record] + 1);
  }
}

/** Where a search left the record out, it stays that search's decision. */
function leaveUnmatched(side: Labels, record: number): void {
  side.decision[record] = labels.UNMATCHED;
  if (side.method[record] === 0) side.method[record] = labels.BY_EXACT;
}
