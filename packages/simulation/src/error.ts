/** Every problem that this package can report; `@touchstone/model` explains each code. */
export const simulationErrorCodes = ["TS_SIMULATION_INVALID"] as const;

/** Closed union of the codes. */
export type SimulationErrorCode = (typeof simulationErrorCodes)[number];

/** Where the problem is; only what is known is present. */
export interface SimulationErrorDetails {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  readonly field?: string;
}

/** What is asked for cannot be simulated. */
export class SimulationError extends Error {
  readonly code: SimulationErrorCode;
  readonly details: SimulationErrorDetails;

  constructor(code: SimulationErrorCode, message: string, details: SimulationErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "SimulationError";
    this.code = code;
    this.details = details;
  }
}
