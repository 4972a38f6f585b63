import type { StratumEstimate } from "../forest/stratum-estimate.ts";

/** One stratum: records, and a score from 0 to 1. */
export type ScoreForestRow = StratumEstimate;

/** Recall or precision by stratum, or of call sets. */
export interface ScoreForestData {
  readonly title: string;
  /** "recall", "precision". */
  readonly score: string;
  /** Confidence level of the intervals, as 0.95. */
  readonly level: number;
  /** Drawn from top to bottom. */
  readonly rows: readonly ScoreForestRow[];
  /** Strata behind the chart, drawn or not; absent where all are in `rows`. */
  readonly strata?: number;
  /** What the rows are; "strata" unless given. */
  readonly of?: string;
}
