/** Every problem with definitions or measurements; `@touchstone/model` explains each code. */
export const qualityErrorCodes = [
  "TS_ALERT_TRANSITION",
  "TS_ASSAY_NOT_APPROVABLE",
  "TS_BASELINE_INVALID",
  "TS_BASELINE_NOT_APPROVED",
  "TS_COMPARISONS_DIFFER",
  "TS_COMPARISON_INVALID",
  "TS_DEFINITION_INVALID",
  "TS_IDENTITY_INVALID",
  "TS_MEASUREMENT_INVALID",
  "TS_RULE_ON_SCORE",
] as const;

/** Closed union of the codes. */
export type QualityErrorCode = (typeof qualityErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface QualityErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly field?: string;
}

/** A definition or a measurement cannot be used as it stands. */
export class QualityError extends Error {
  readonly code: QualityErrorCode;
  readonly details: QualityErrorDetails;

  constructor(code: QualityErrorCode, message: string, details: QualityErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "QualityError";
    this.code = code;
    this.details = details;
  }
}
