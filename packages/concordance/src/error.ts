/** Every problem a comparison can report; `@touchstone/model` explains each code. */
export const concordanceErrorCodes = [
  "TS_COMPARE_ABORTED",
  "TS_COMPARISON_INVALID",
  "TS_CONTIG_NAMING",
  "TS_CONTIG_UNKNOWN",
  "TS_GENOTYPE_MISSING",
  "TS_INTERNAL",
  "TS_POSITION_OUT_OF_RANGE",
  "TS_PROOF_FAILED",
  "TS_REF_MISMATCH",
  "TS_SAMPLE_AMBIGUOUS",
  "TS_SAMPLE_UNKNOWN",
  "TS_SCORE_FIELD_INVALID",
  "TS_VCF_UNSORTED",
] as const;

/** Closed union of the codes. */
export type ConcordanceErrorCode = (typeof concordanceErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface ConcordanceErrorDetails {
  readonly file?: string;
  /** 1-based line of the file. */
  readonly line?: number;
  /** 1-based tab-separated column. */
  readonly column?: number;
  readonly field?: string;
  readonly contig?: string;
  /** 1-based position on the contig. */
  readonly position?: number;
  /** Virtual position of the line in the file, from which the line number is found. */
  readonly offset?: number;
}

/** The inputs cannot be compared as they stand, or the comparison could not be completed. */
export class ConcordanceError extends Error {
  readonly code: ConcordanceErrorCode;
  readonly details: ConcordanceErrorDetails;

  constructor(code: ConcordanceErrorCode, message: string, details: ConcordanceErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ConcordanceError";
    this.code = code;
    this.details = details;
  }
}
