import type { Interval } from "../interval.ts";

/** One stratum. */
export interface IccForestRow {
  readonly stratum: string;
  /** Subjects (variants, analytes). */
  readonly n: number;
  /** ICC, at most 1 and possibly negative; null where undefined. */
  readonly value: number | null;
  readonly interval: Interval | null;
  /** Why `value` is null. */
  readonly reason?: string | null;
}

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
