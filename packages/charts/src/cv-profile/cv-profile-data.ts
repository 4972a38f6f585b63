import type { Interval } from "../interval.ts";

/** One variant or analyte over its replicates. */
export interface CvProfilePoint {
  /** Mean over the replicates: VAF from 0 to 1, or the mean in the data's unit. */
  readonly x: number | null;
  /** Coefficient of variation as a fraction: 0.15 is 15 %. Null where undefined. */
  readonly cv: number | null;
  /** "SNV", "indel"; each has its own symbol. */
  readonly stratum?: string;
}

/** Summary of the points of one bin of x. */
export interface CvProfileBin {
  /** Lower and upper edge. */
  readonly range: Interval;
  /** Points in the bin, drawn or not. */
  readonly n: number;
  /** Median CV as a fraction. */
  readonly cv: number | null;
  /** Interval or quartiles of the CV, as fractions; `CvProfileData.binInterval` names it. */
  readonly interval: Interval | null;
  /** Why `cv` is null. */
  readonly reason?: string | null;
}

/** CV against VAF or against the mean: the precision profile. */
export interface CvProfileData {
  readonly title: string;
  /** "vaf" draws the floor of counting noise; "mean" has none. */
  readonly xAxis: "vaf" | "mean";
  /** What is measured, as "VAF" or "methylation level". */
  readonly quantity: string;
  readonly unit: string;
  /** Thinned by the caller where there are too many to see. */
  readonly points: readonly CvProfilePoint[];
  /** Points behind the chart, drawn or not; absent where all are in `points`. */
  readonly n?: number;
  readonly bins?: readonly CvProfileBin[];
  /** What the bins' intervals are, as "quartiles". */
  readonly binInterval?: string;
  /** Depths of the binomial floors sqrt((1 - p) / (p depth)); only with "vaf". */
  readonly depths: readonly number[];
  /** Acceptance limit of the CV as a fraction above 0. */
  readonly limit?: number | null;
}
