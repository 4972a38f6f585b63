/** Every problem with result files; `@touchstone/model` explains each code. */
export const ingestErrorCodes = ["TS_RESULT_INVALID", "TS_RESULT_UNRECOGNISED"] as const;

/** Closed union of the codes. */
export type IngestErrorCode = (typeof ingestErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface IngestErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based: the number of the cell in its line. */
  readonly column?: number;
  /** Name of the column, or path of the field in a JSON document. */
  readonly field?: string;
}

/** A result file cannot be taken over as it stands. */
export class IngestError extends Error {
  readonly code: IngestErrorCode;
  readonly details: IngestErrorDetails;

  constructor(code: IngestErrorCode, message: string, details: IngestErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "IngestError";
    this.code = code;
    this.details = details;
  }
}
