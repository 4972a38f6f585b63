/**
 * Filter of the rows over all calls that vcfeval assessed, whatever their score: the row `None` of `summary.txt`, and the
 * end of a curve. It says nothing about FILTER: vcfeval assesses passing records only, unless run with --all-records.
 */
export const VCFEVAL_NO_THRESHOLD = "None";

/**
 * Filter of the row over the calls at or above the score that vcfeval chose for its best F-measure. The score is in the
 * metrics. Chosen on the truth itself, it flatters the calls: it is no measure of how they will do.
 */
export const VCFEVAL_BEST_THRESHOLD = "best";
