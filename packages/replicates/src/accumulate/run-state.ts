/** What one run says of one variant. */
export const RunState = {
  /** Nothing: no record has the allele, no reference block covers the place. */
  absent: 0,
  /** Called, with a VAF. */
  called: 1,
  /** A VAF without a call: the record is filtered, or its genotype lacks the allele. */
  recorded: 2,
  /** Fewer reads than the least depth asked for: not evaluable there. */
  lowDepth: 3,
  /** Called without depths, so without a VAF. */
  noDepth: 4,
  /** No record, but a reference block of a gVCF: VAF 0 of the block's least depth. */
  imputed: 5,
} as const;

export type RunState = (typeof RunState)[keyof typeof RunState];

/** Names of the states as tables show them; the index is the state. */
export const runStateNames = ["absent", "called", "recorded", "low-depth", "no-depth", "imputed"] as const;
