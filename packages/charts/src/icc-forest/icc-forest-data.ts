import type { StratumEstimate } from "../forest/stratum-estimate.ts";

/** One stratum: subjects (variants, analytes), and an ICC of at most 1, possibly negative. */
export type IccForestRow = StratumEstimate;

/** Intraclass correlation by stratum. */
export interface IccForestData {
  readonly title: string;
  /** "ICC(A,1)" and so on (McGraw & Wong). */
  readonly form: string;
  /** Confidence level of the intervals, as 0.95. */
  readonly level: number;
  /** Drawn from top to bottom. */
  readonly rows: readonly IccForestRow[];
  /** Lowest acceptable ICC. */
  readonly limit?: number | null;
}
