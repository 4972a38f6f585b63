/** Every problem a statistic can have with its input; `@touchstone/model` explains each code. */
export const statisticsErrorCodes = [
  "TS_STATISTICS_CASES_INVALID",
  "TS_STATISTICS_LENGTH",
  "TS_STATISTICS_NOT_FINITE",
  "TS_STATISTICS_OUT_OF_RANGE",
  "TS_STATISTICS_RULE_UNKNOWN",
  "TS_STATISTICS_TOO_FEW",
] as const;

/** Closed union of the codes. */
export type StatisticsErrorCode = (typeof statisticsErrorCodes)[number];

/** Which value is wrong; only what is known is present. */
export interface StatisticsErrorDetails {
  /** Name of the argument. */
  readonly argument?: string;
  /** 0-based place in the argument. */
  readonly index?: number;
  /** 0-based row of a matrix. */
  readonly row?: number;
  /** 0-based column of a matrix. */
  readonly column?: number;
}

/** The arguments are no input of the statistic. What is merely undefined for good input is null with a reason. */
export class StatisticsError extends Error {
  readonly code: StatisticsErrorCode;
  readonly details: StatisticsErrorDetails;

  constructor(code: StatisticsErrorCode, message: string, details: StatisticsErrorDetails = {}) {
    super(message);
    this.name = "StatisticsError";
    this.code = code;
    this.details = details;
  }
}
