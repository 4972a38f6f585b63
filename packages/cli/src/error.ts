/** Errors that belong to the command line itself; the catalogue of `@touchstone/model` explains each. */
export const cliErrorCodes = [
  "TS_BENCHMARK_INVALID",
  "TS_INTERNAL",
  "TS_NODE_TOO_OLD",
  "TS_OUTPUT_UNWRITABLE",
  "TS_RECORD_ABORTED",
  "TS_USAGE",
] as const;

export type CliErrorCode = (typeof cliErrorCodes)[number];

/** The command cannot be carried out as given. */
export class CliError extends Error {
  readonly code: CliErrorCode;
  /** What to do, in place of the catalogue's general advice. */
  readonly hint: string | null;

  constructor(code: CliErrorCode, message: string, hint: string | null = null) {
    super(message);
    this.name = "CliError";
    this.code = code;
    this.hint = hint;
  }
}
