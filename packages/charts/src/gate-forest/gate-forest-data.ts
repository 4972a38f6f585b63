import type { Interval } from "../interval.ts";

/** Outcome of one criterion of a release gate; `not judged` has a difference but no margin. */
export type GateVerdict = "non-inferior" | "inferior" | "indeterminate" | "not judged" | "not evaluable";

/** One metric in one stratum. */
export interface GateForestRow {
  /** "recall", "precision", "F1". */
  readonly metric: string;
  /** "SNV", "indel". */
  readonly stratum: string;
  /** Values of the two versions, 0 to 1. */
  readonly reference: number | null;
  readonly candidate: number | null;
  /** Candidate minus reference; below 0 the candidate is worse. */
  readonly difference: number | null;
  readonly interval: Interval | null;
  /** Largest acceptable loss, above 0; null where none was stated. */
  readonly margin: number | null;
  readonly verdict: GateVerdict;
  /** Why the row is not judged or not evaluable. */
  readonly reason?: string | null;
}

/** Two versions on one truth set. */
export interface GateForestData {
  readonly title: string;
  /** Name and version of the one in use. */
  readonly reference: string;
  /** Name and version of the one that wants to replace it. */
  readonly candidate: string;
  /** Confidence level of the intervals, as 0.95. */
  readonly level: number;
  /** Drawn from top to bottom. */
  readonly rows: readonly GateForestRow[];
}
