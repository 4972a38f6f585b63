/** Every problem that reading replicates can report; `@touchstone/model` explains each code. */
export const replicatesErrorCodes = [
  "TS_CONTIG_UNKNOWN",
  "TS_INTERNAL",
  "TS_MONITORED_INVALID",
  "TS_REF_MISMATCH",
  "TS_REPLICATES_ABORTED",
  "TS_REPLICATES_DUPLICATE",
  "TS_REPLICATES_NO_DEPTH",
  "TS_REPLICATES_TABLE_INVALID",
  "TS_REPLICATES_TOO_FEW",
  "TS_SAMPLE_AMBIGUOUS",
  "TS_SAMPLE_UNKNOWN",
  "TS_VCF_UNSORTED",
] as const;

/** Closed union of the codes. */
export type ReplicatesErrorCode = (typeof replicatesErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface ReplicatesErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly field?: string;
  readonly contig?: string;
  /** 1-based position on the contig. */
  readonly position?: number;
  /** Offset of the line in the text that was read, from which the line number is found. */
  readonly offset?: number;
}

/** The replicates cannot be compared as they stand. */
export class ReplicatesError extends Error {
  readonly code: ReplicatesErrorCode;
  readonly details: ReplicatesErrorDetails;

  constructor(code: ReplicatesErrorCode, message: string, details: ReplicatesErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ReplicatesError";
    this.code = code;
    this.details = details;
  }
}
