import type { Interval } from "../interval.ts";

/** Indels of one kind and length. */
export interface IndelLengthClass {
  /** "−6 to −15". */
  readonly name: string;
  /** Truth records. */
  readonly n: number;
  /** Harmonic mean of recall and precision, 0 to 1; null where one of them is. */
  readonly f1: number | null;
  readonly recall: number | null;
  readonly recallInterval: Interval | null;
  readonly precision: number | null;
  readonly precisionInterval: Interval | null;
  /** Why `f1` is null. */
  readonly reason?: string | null;
}

/** Scores by the length of the indel. */
export interface IndelLengthData {
  readonly title: string;
  /** Confidence level of the intervals, as 0.95. */
  readonly level: number;
  /** Drawn from left to right. */
  readonly classes: readonly IndelLengthClass[];
}
