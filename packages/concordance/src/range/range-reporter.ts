import { RegionSweep } from "@touchstone/formats";
import * as outcomes from "../count/outcome.ts";
import { NO_KIND } from "../count/tally.ts";
import { FN, FP, NOT_ASSESSED, type RowSide, RowWriter, TP, UNK } from "../output/row-writer.ts";
import type { CallSet } from "../records/call-set.ts";
import { ASSESSED, OUTSIDE_REGIONS } from "../records/reasons.ts";
import * as labels from "../solve/labels.ts";
import { StrataCounter } from "../stratify/strata-counter.ts";
import type { StrataTable } from "../stratify/strata-table.ts";
import { type MatchedScores, matchScores } from "./match-scores.ts";
import type { RangeSettings } from "./range-settings.ts";
import type { RangeTask } from "./range-task.ts";
import type { SolvedRange } from "./solved-range.ts";

/** Walks over the records of both sides in file order, counts each and writes its row. */
export class RangeReporter {
  readonly rows: RowWriter;
  firstRow: number = Number.POSITIVE_INFINITY;
  lastRow: number = Number.NEGATIVE_INFINITY;
  readonly #range: SolvedRange;
  readonly #matched: MatchedScores;
  readonly #regions: RegionSweep | null;
  readonly #strata: StrataTable | null;
  readonly #inStrata: StrataCounter | null;
  readonly #truthSide: MutableRowSide;
  readonly #querySide: MutableRowSide;

  constructor(range: SolvedRange, contigName: string, task: RangeTask, settings: RangeSettings) {
    this.#range = range;
    this.rows = new RowWriter(contigName, settings.compressionLevel, settings.indexed);
    this.#matched = matchScores(range);
    this.#regions = task.confident === null ? null : new RegionSweep(task.confident);
    this.#strata = task.strata;
    this.#inStrata = task.strata === null ? null : new StrataCounter(range.calls.truth.count + range.calls.query.count);
    const shared = {
      scores: range.scores,
      scoreCalls: range.calls.query,
      record: -1,
      decision: 0,
      reason: 0,
      scoreRecord: -1,
    };
    this.#truthSide = { ...shared, calls: range.calls.truth, labels: range.truthLabels };
    this.#querySide = { ...shared, calls: range.calls.query, labels: range.queryLabels };
  }

  /** Writes all rows and counts all records; to be called once. */
  report(): void {
    this.#writeRows();
    if (this.#strata !== null) this.#inStrata?.countInto(this.#range.tally, this.#strata);
  }

  #writeRows(): void {
    const { truth, query } = this.#range.calls;
    const { owned, queryLabels, truthLabels } = this.#range;
    const written = new Uint8Array(query.count);
    let truthAt = 0;
    let queryAt = 0;
    while (truthAt < truth.count || queryAt < query.count) {
      const truthPosition = truthAt < truth.count ? truth.columns.position[truthAt] : Number.POSITIVE_INFINITY;
      const queryPosition = queryAt < query.count ? query.columns.position[queryAt] : Number.POSITIVE_INFINITY;
      if (truthPosition <= queryPosition) {
        const record = truthAt++;
        if (owned.truth[record] === 0) continue;
        this.#reportTruth(record);
        const partner = truthLabels.partner[record];
        if (partner >= 0 && queryLabels.partner[partner] === record && sameRow(truth, record, query, partner)) {
          written[partner] = 1;
          this.#reportQuery(partner);
          this.#writeRow(truthPosition, this.#truthSide, this.#querySide);
        } else {
          this.#writeRow(truthPosition, this.#truthSide, null);
        }
      } else {
        const record = queryAt++;
        if (owned.query[record] === 0 || written[record] === 1) continue;
        this.#reportQuery(record);
        this.#writeRow(queryPosition, null, this.#querySide);
      }
    }
  }

  #writeRow(position: number, truth: RowSide | null, query: RowSide | null): void {
    if (position - 1 < this.firstRow) this.firstRow = position - 1;
    this.lastRow = position - 1;
    this.rows.write(truth, query);
  }

  #reportTruth(record: number): void {
    const { calls, truthLabels, tally } = this.#range;
    const { truth } = calls;
    const side = this.#truthSide;
    side.record = record;
    side.scoreRecord = -1;
    side.reason = truth.status[record];
    if (side.reason === ASSESSED && !this.#isConfident(truth, record)) side.reason = OUTSIDE_REGIONS;
    if (side.reason !== ASSESSED) {
      side.decision = NOT_ASSESSED;
      tally.addNotAssessed(outcomes.TRUTH_SIDE, side.reason);
      return;
    }
    const matched = truthLabels.decision[record] === labels.MATCHED;
    if (matched) side.scoreRecord = this.#matched.queryRecord[record];
    const score = side.scoreRecord < 0 ? Number.NaN : this.#range.scores.value[side.scoreRecord];
    const supported = !matched || this.#matched.supported[record] === 1;
    side.decision = matched ? TP : FN;
    const outcome = matched ? outcomes.TRUTH_TP : outcomes.TRUTH_FN;
    this.#stratify(truth, record, tally.addTruth(truth.variantClass[record], outcome, supported, score));
    if (truthLabels.method[record] === labels.BY_BOUNDED_SEARCH) tally.addBounded(1, 0);
  }

  #reportQuery(record: number): void {
    const { calls, queryLabels, tally, scores } = this.#range;
    const { query } = calls;
    const side = this.#querySide;
    side.record = record;
    side.scoreRecord = record;
    side.reason = query.status[record];
    if (side.reason !== ASSESSED) {
      side.decision = NOT_ASSESSED;
      tally.addNotAssessed(outcomes.QUERY_SIDE, side.reason);
      return;
    }
    const matched = queryLabels.decision[record] === labels.MATCHED;
    const confident = this.#isConfident(query, record);
    side.decision = confident ? (matched ? TP : FP) : UNK;
    const verdict = matched ? outcomes.QUERY_TP : falsePositive(queryLabels.kind[record]);
    const outcome = confident ? verdict : outcomes.QUERY_UNK;
    const passing = query.passing[record] === 1;
    this.#stratify(query, record, tally.addQuery(query.variantClass[record], outcome, passing, scores.value[record]));
    if (queryLabels.method[record] === labels.BY_BOUNDED_SEARCH) tally.addBounded(0, 1);
  }

  #stratify(calls: CallSet, record: number, kind: number): void {
    if (this.#inStrata === null || kind === NO_KIND) return;
    this.#inStrata.add(calls.start[record], calls.end[record], kind);
  }

  #isConfident(calls: CallSet, record: number): boolean {
    return this.#regions === null || this.#regions.overlaps(calls.start[record], calls.end[record]);
  }
}

type MutableRowSide = { -readonly [Key in keyof RowSide]: RowSide[Key] };

function falsePositive(kind: number): outcomes.QueryOutcome {
  if (kind === labels.ALLELE_MATCH) return outcomes.QUERY_FP_GENOTYPE;
  return kind === labels.LOCAL_MATCH ? outcomes.QUERY_FP_ALLELE : outcomes.QUERY_FP;
}

/** POS, REF, ALT and FILTER read the same, so that one row can stand for both. */
function sameRow(truth: CallSet, record: number, query: CallSet, partner: number): boolean {
  const from = truth.columns;
  const to = query.columns;
  if (from.position[record] !== to.position[partner]) return false;
  return (
    sameBytes(
      truth,
      from.refStart[record],
      from.qualStart[record],
      query,
      to.refStart[partner],
      to.qualStart[partner],
    ) &&
    sameBytes(
      truth,
      from.filterStart[record],
      from.infoStart[record],
      query,
      to.filterStart[partner],
      to.infoStart[partner],
    )
  );
}

function sameBytes(a: CallSet, start: number, end: number, b: CallSet, otherStart: number, otherEnd: number): boolean {
  if (end - start !== otherEnd - otherStart) return false;
  const shift = otherStart - start;
  for (let place = start; place < end; place++) if (a.text[place] !== b.text[place + shift]) return false;
  return true;
}
