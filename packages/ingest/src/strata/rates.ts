import { scoreOfCounts } from "@touchstone/quality";
import type { StratumCounts, StratumRates } from "../imported-comparison.ts";

/** The counts of which rates are shares. */
export type RateCounts = Pick<StratumCounts, "truthTp" | "truthFn" | "queryTp" | "queryFp">;

/** A share with the bounds of Wilson's 95% interval; all null without counts or with nothing to divide by. */
interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const NO_SHARE: Share = { value: null, low: null, high: null };

/** Truth TP / (truth TP + FN); null without truth records. */
export function recallOf({ truthTp, truthFn }: RateCounts): number | null {
  return share("recall", truthTp, truthFn).value;
}

/** Query TP / (query TP + FP); null without query records that are either. */
export function precisionOf({ queryTp, queryFp }: RateCounts): number | null {
  return share("precision", queryTp, queryFp).value;
}

/** Harmonic mean of the two; 0 when both are 0, null when one is. */
export function f1Of(recall: number | null, precision: number | null): number | null {
  if (recall === null || precision === null) return null;
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}

/** The rates of a row of counts. */
export function ratesOf(counts: StratumCounts): StratumRates {
  const recall = share("recall", counts.truthTp, counts.truthFn);
  const precision = share("precision", counts.queryTp, counts.queryFp);
  const { queryUnk, queryTotal } = counts;
  return {
    recall: recall.value,
    recallLow: recall.low,
    recallHigh: recall.high,
    precision: precision.value,
    precisionLow: precision.low,
    precisionHigh: precision.high,
    f1: f1Of(recall.value, precision.value),
    unknownFraction: queryUnk === null || queryTotal === null || queryTotal === 0 ? null : queryUnk / queryTotal,
    falsePositivesPerMegabase: null,
  };
}

function share(score: "recall" | "precision", hits: number | null, misses: number | null): Share {
  if (hits === null || misses === null) return NO_SHARE;
  const none = { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 };
  const counts =
    score === "recall" ? { ...none, truthTp: hits, truthFn: misses } : { ...none, queryTp: hits, queryFp: misses };
  const { value, interval } = scoreOfCounts(score, counts);
  return { value, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
}
