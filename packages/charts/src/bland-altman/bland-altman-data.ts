import type { Interval } from "../interval.ts";

/** Bias and limits of agreement of one pair, in the unit of the differences; null where undefined. */
export interface AgreementLimits {
  /** Pairs of measurements behind the numbers, drawn or not. */
  readonly n: number;
  readonly bias: number | null;
  readonly biasInterval: Interval | null;
  /** Lower and upper limit of agreement. */
  readonly limits: Interval | null;
  readonly lowerLimitInterval: Interval | null;
  readonly upperLimitInterval: Interval | null;
}

/** Regression of the differences on the means: difference = intercept + slope * mean. */
export interface ProportionalBias {
  readonly slope: number;
  readonly intercept: number;
}

/** Two runs; the differences are `first` minus `second`. */
export interface BlandAltmanPair {
  readonly first: string;
  readonly second: string;
  /** The points to draw, thinned by the caller where there are too many to see. */
  readonly points: readonly { readonly mean: number | null; readonly difference: number | null }[];
  readonly agreement: AgreementLimits;
  readonly proportionalBias?: ProportionalBias | null;
  /** Why bias or limits are undefined. */
  readonly reason?: string | null;
}

/** All pairs of k runs, one panel each on common axes. */
export interface BlandAltmanData {
  readonly title: string;
  /** What is measured, as "VAF". */
  readonly quantity: string;
  /** Empty for a number without unit. */
  readonly unit: string;
  /** Confidence level of the intervals, as 0.95. */
  readonly level: number;
  readonly pairs: readonly BlandAltmanPair[];
}
