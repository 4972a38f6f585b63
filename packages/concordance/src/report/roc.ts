import { type CountTable, type Filter, ROW_KEYS } from "../count/count-table.ts";
import {
  OUTCOMES,
  QUERY_FP,
  QUERY_FP_ALLELE,
  QUERY_FP_GENOTYPE,
  QUERY_TP,
  QUERY_UNK,
  TRUTH_TP,
} from "../count/outcome.ts";
import { SCORE_COUNTERS, type TransferableScores } from "../count/score-histogram.ts";
import type { ThresholdCounts } from "./happy-table.ts";

/** Points of a curve that are written; of more thresholds, those spaced evenly by number of records. */
const MAX_POINTS = 1000;

/** Numbers of records with a score of at least `score`. */
export interface RocPoint extends ThresholdCounts {
  readonly score: number;
}

/**
 * The precision-recall curve of one type over all records, by ascending threshold.
 *
 * A truth record counts as TP while the query record that matches it has a sufficient score, and as FN beyond.
 * Records without a score are below every threshold.
 */
export function rocCurve(
  scores: TransferableScores,
  table: CountTable,
  type: "SNP" | "INDEL",
  filter: Filter,
): RocPoint[] {
  const row = table.row(0, filter, rowOf(type));
  const truthTotal = row.truthTp.records + row.truthFn.records;
  const first = type === "SNP" ? 0 : 2 * OUTCOMES;
  const above = new Float64Array(OUTCOMES);
  const points: RocPoint[] = [];
  for (let i = scores.scores.length - 1; i >= 0; i--) {
    let changed = false;
    for (let outcome = 0; outcome < OUTCOMES; outcome++) {
      const at = i * SCORE_COUNTERS + first + outcome * 2;
      const records = scores.counts[at + 1] + (filter === "ALL" ? scores.counts[at] : 0);
      above[outcome] += records;
      changed ||= records > 0;
    }
    if (changed) points.push(pointOf(scores.scores[i], above, truthTotal));
  }
  return thin(points).reverse();
}

function pointOf(score: number, above: Float64Array, truthTotal: number): RocPoint {
  return {
    score,
    truthTp: above[TRUTH_TP],
    truthFn: truthTotal - above[TRUTH_TP],
    queryTp: above[QUERY_TP],
    queryFp: above[QUERY_FP] + above[QUERY_FP_GENOTYPE] + above[QUERY_FP_ALLELE],
    queryUnk: above[QUERY_UNK],
    fpGenotype: above[QUERY_FP_GENOTYPE],
    fpAllele: above[QUERY_FP_ALLELE],
  };
}

/** Keeps the first and last points, and between them one for every 1/1000 of the records. */
function thin(points: readonly RocPoint[]): RocPoint[] {
  if (points.length <= MAX_POINTS) return [...points];
  const step = recordsOf(points[points.length - 1]) / MAX_POINTS;
  let next = 0;
  return points.filter((point, i) => {
    if (i !== points.length - 1 && recordsOf(point) < next) return false;
    next = recordsOf(point) + step;
    return true;
  });
}

function recordsOf(point: RocPoint): number {
  return point.truthTp + point.queryTp + point.queryFp + point.queryUnk;
}

function rowOf(type: "SNP" | "INDEL"): number {
  return ROW_KEYS.findIndex((key) => key.type === type && key.subtype === "*");
}
