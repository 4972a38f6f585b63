/** Every problem that this package can report; `@touchstone/model` explains each code. */
export const truthErrorCodes = [
  "TS_TRUTH_CATALOGUE_INVALID",
  "TS_TRUTH_CHECKSUM_MISMATCH",
  "TS_TRUTH_FETCH_ABORTED",
  "TS_TRUTH_FOLDER_LOCKED",
  "TS_TRUTH_NOT_FOUND",
  "TS_TRUTH_RECORD_INVALID",
  "TS_TRUTH_UNAVAILABLE",
  "TS_TRUTH_UNKNOWN",
  "TS_TRUTH_UNWRITABLE",
] as const;

/** Closed union of the codes. */
export type TruthErrorCode = (typeof truthErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface TruthErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly field?: string;
  readonly address?: string;
  readonly expected?: string;
  readonly seen?: string;
}

/** The catalogue is wrong, or a truth set cannot be had. */
export class TruthError extends Error {
  readonly code: TruthErrorCode;
  readonly details: TruthErrorDetails;

  constructor(code: TruthErrorCode, message: string, details: TruthErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "TruthError";
    this.code = code;
    this.details = details;
  }
}
