/** What became of one record of one side. Truth: TP or FN. Query: TP, FP (three sorts) or UNK. */
export const TRUTH_TP = 0;
export const TRUTH_FN = 1;
export const QUERY_TP = 2;
/** A false positive without any counterpart in the truth. */
export const QUERY_FP = 3;
/** A false positive whose allele is in the truth with another genotype (`BK` = am; the FP.gt column). */
export const QUERY_FP_GENOTYPE = 4;
/** A false positive near a truth variant with other alleles (`BK` = lm; the FP.al column). */
export const QUERY_FP_ALLELE = 5;
/** Outside the confident regions: not judged. */
export const QUERY_UNK = 6;
export const OUTCOMES = 7;

export type TruthOutcome = typeof TRUTH_TP | typeof TRUTH_FN;
export type QueryOutcome =
  | typeof QUERY_TP
  | typeof QUERY_FP
  | typeof QUERY_FP_GENOTYPE
  | typeof QUERY_FP_ALLELE
  | typeof QUERY_UNK;

/** Index of the truth side in what is counted per side. */
export const TRUTH_SIDE = 0;
export const QUERY_SIDE = 1;
