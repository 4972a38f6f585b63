import * as labels from "../solve/labels.ts";
import type { SolvedRange } from "./solved-range.ts";

/** For each truth record of a range: whose score it has, and whether it survives the query's filters. */
export interface MatchedScores {
  /** Query record whose score the truth record takes; -1 for none. */
  readonly queryRecord: Int32Array;
  /** 1 when every query record that it matches passes its filters. */
  readonly supported: Uint8Array;
}

interface Superlocus {
  queryRecord: number;
  supported: boolean;
}

/**
 * Finds the query record behind each matched truth record: its exact partner, or the one with the lowest score among
 * the query records of its superlocus, since all of them are needed for the match.
 */
export function matchScores(range: SolvedRange): MatchedScores {
  const { truth, query } = range.calls;
  const { truthLabels, queryLabels } = range;
  const queryRecord = new Int32Array(truth.count).fill(-1);
  const supported = new Uint8Array(truth.count);
  const superloci = new Map<number, Superlocus>();
  for (let record = 0; record < truth.count; record++) {
    if (truthLabels.decision[record] !== labels.MATCHED) continue;
    const partner = truthLabels.partner[record];
    if (partner < 0) {
      superloci.set(truthLabels.superlocus[record], { queryRecord: -1, supported: true });
      continue;
    }
    queryRecord[record] = partner;
    supported[record] = query.passing[partner];
  }
  if (superloci.size === 0) return { queryRecord, supported };
  for (let record = 0; record < query.count; record++) {
    if (queryLabels.decision[record] !== labels.MATCHED) continue;
    const superlocus = superloci.get(queryLabels.superlocus[record]);
    if (superlocus === undefined) continue;
    if (query.passing[record] === 0) superlocus.supported = false;
    if (superlocus.queryRecord < 0 || isLower(range, record, superlocus.queryRecord)) superlocus.queryRecord = record;
  }
  for (let record = 0; record < truth.count; record++) {
    if (truthLabels.decision[record] !== labels.MATCHED || truthLabels.partner[record] >= 0) continue;
    const superlocus = superloci.get(truthLabels.superlocus[record]);
    if (superlocus === undefined) continue;
    queryRecord[record] = superlocus.queryRecord;
    supported[record] = superlocus.supported ? 1 : 0;
  }
  return { queryRecord, supported };
}

function isLower(range: SolvedRange, record: number, than: number): boolean {
  const { value } = range.scores;
  return value[record] < value[than] || (Number.isNaN(value[than]) && !Number.isNaN(value[record]));
}
