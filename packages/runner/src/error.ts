/** Every problem that this package can report; `@touchstone/model` explains each code. */
export const runnerErrorCodes = [
  "TS_PIPELINE_INPUT_INVALID",
  "TS_PIPELINE_INSTALL_FAILED",
  "TS_PIPELINE_NOT_INSTALLED",
  "TS_PIPELINE_PROGRAM_ALTERED",
  "TS_PIPELINE_PROGRAM_MISSING",
  "TS_PIPELINE_RUN_FAILED",
  "TS_PIPELINE_UNKNOWN",
] as const;

/** Closed union of the codes. */
export type RunnerErrorCode = (typeof runnerErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface RunnerErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly field?: string;
  /** All of them, where there are several. */
  readonly problems?: readonly object[];
}

/** Input of a pipeline is not usable, or a pipeline cannot be run. */
export class RunnerError extends Error {
  readonly code: RunnerErrorCode;
  readonly details: RunnerErrorDetails;

  constructor(code: RunnerErrorCode, message: string, details: RunnerErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "RunnerError";
    this.code = code;
    this.details = details;
  }
}
