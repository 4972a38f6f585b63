/** Recall and precision of the records at or above a score, 0 to 1; null where there is nothing to divide by. */
export interface PrecisionRecallPoint {
  readonly recall: number | null;
  readonly precision: number | null;
}

/** The curve of one variant type. */
export interface PrecisionRecallCurve {
  /** "SNP", "INDEL". */
  readonly name: string;
  /** In the order of the score. */
  readonly points: readonly PrecisionRecallPoint[];
  /** All records, as they were called. */
  readonly operatingPoint: PrecisionRecallPoint;
}

/** Precision against recall over the thresholds of a score. */
export interface PrecisionRecallData {
  readonly title: string;
  /** The score that ranks the records, as "QUAL". */
  readonly score: string;
  readonly curves: readonly PrecisionRecallCurve[];
}
