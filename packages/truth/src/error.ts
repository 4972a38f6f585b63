/** Every problem that this package can report; `@touchstone/model` explains each code. */
export const truthErrorCodes = ["TS_TRUTH_UNKNOWN"] as const;

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
