/** One variant or analyte of a plot. */
export interface PlotPoint {
  /** One a run; null where not measured. */
  readonly values: readonly (number | null)[];
  readonly mean: number;
  /** As a fraction; null where undefined. */
  readonly cv: number | null;
  /** Type of the variant, or stratum of the analyte. */
  readonly group: string;
}

/** What charts draw beside the numbers of the report. */
export interface PlotPoints {
  readonly points: readonly PlotPoint[];
  /** Median of the points' mean depths: the depth of the binomial floor; null when unknown. */
  readonly typicalDepth: number | null;
}
