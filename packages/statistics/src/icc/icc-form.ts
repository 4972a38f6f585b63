/**
 * Intraclass correlations of McGraw & Wong (1996). 1: runs are not told apart (one-way); C: consistency, a run's
 * constant bias does not count; A: absolute agreement, it does. Of a single value (1) or of the mean of all runs (k).
 */
export const iccForms = ["ICC(1,1)", "ICC(1,k)", "ICC(C,1)", "ICC(C,k)", "ICC(A,1)", "ICC(A,k)"] as const;

/** One of {@link iccForms}. */
export type IccForm = (typeof iccForms)[number];
