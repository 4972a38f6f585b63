/** Everything that can be wrong with a file, as codes; the catalogue of `@touchstone/model` explains each. */
export const formatErrorCodes = [
  "TS_BED_MALFORMED",
  "TS_BGZF_CORRUPT",
  "TS_BGZF_TRUNCATED",
  "TS_FASTA_MALFORMED",
  "TS_FILE_EMPTY",
  "TS_FILE_NOT_FOUND",
  "TS_FILE_UNREADABLE",
  "TS_FILE_UNWRITABLE",
  "TS_GZIP_CORRUPT",
  "TS_GZIP_NOT_BGZF",
  "TS_INDEX_CONTIG_TOO_LONG",
  "TS_INDEX_INVALID",
  "TS_INDEX_UNSORTED",
  "TS_OUTPUT_UNWRITABLE",
  "TS_STRATIFICATION_MALFORMED",
  "TS_VCF_HEADER_INVALID",
  "TS_VCF_IS_BCF",
  "TS_VCF_MALFORMED",
] as const;

export type FormatErrorCode = (typeof formatErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface FormatErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based column of the line's tab-separated fields. */
  readonly column?: number;
  /** Name of the field, e.g. `POS`. */
  readonly field?: string;
  readonly contig?: string;
  /** 1-based position on the contig. */
  readonly position?: number;
  /** Byte offset in the file (of a BGZF block's start), or virtual position of a line. */
  readonly offset?: number;
}

/** A file does not hold what its format promises. */
export class FormatError extends Error {
  readonly code: FormatErrorCode;
  readonly details: FormatErrorDetails;

  constructor(code: FormatErrorCode, message: string, details: FormatErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "FormatError";
    this.code = code;
    this.details = details;
  }
}
