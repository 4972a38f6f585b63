import type { GroupCounts, RowCounts } from "../count/count-table.ts";

/** Rates of one row; null where the denominator is 0: without data there is no rate, neither 0 nor 1. */
export interface Rates {
  /** Truth TP / (truth TP + FN). */
  readonly recall: number | null;
  /** Query TP / (query TP + FP); records outside the confident regions are in neither. */
  readonly precision: number | null;
  /** Harmonic mean of recall (of truth records) and precision (of query records); 0 when both are 0. */
  readonly f1: number | null;
  /** Query records outside the confident regions / all query records compared. */
  readonly fracNa: number | null;
}

/** Rates from the numbers of records. */
export function ratesOf(counts: {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
  readonly queryUnk: number;
}): Rates {
  const recall = ratio(counts.truthTp, counts.truthTp + counts.truthFn);
  const precision = ratio(counts.queryTp, counts.queryTp + counts.queryFp);
  return {
    recall,
    precision,
    f1: harmonicMean(recall, precision),
    fracNa: ratio(counts.queryUnk, counts.queryTp + counts.queryFp + counts.queryUnk),
  };
}

/** Rates of a row of the tables. */
export function rowRates(row: RowCounts): Rates {
  return ratesOf({
    truthTp: row.truthTp.records,
    truthFn: row.truthFn.records,
    queryTp: row.queryTp.records,
    queryFp: row.queryFp.records,
    queryUnk: row.queryUnk.records,
  });
}

/** Transitions per transversion, by substituted base; null without transversions. */
export function titvRatio(group: GroupCounts): number | null {
  return ratio(group.transitions, group.transversions);
}

/** Heterozygous (0/1) records per homozygous alternate record; null without the latter. */
export function hetHomRatio(group: GroupCounts): number | null {
  return ratio(group.het, group.homalt);
}

/** `numerator / denominator`, null when the denominator is 0. */
export function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function harmonicMean(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return null;
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
