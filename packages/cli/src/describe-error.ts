import { type ErrorEntry, errorEntry } from "@touchstone/model/errors";
import { CommanderError } from "commander";
import { CliError } from "./error.ts";

/** An error as it is shown: what happened, what to do, and the exit code. */
export interface DescribedError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode: number;
  /** File, line, contig and so on, as far as the error names them. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Only for errors that nobody expected, and only when asked for. */
  readonly stack: string | null;
}

/** Describes anything that was thrown. What carries no code of the catalogue is an internal error. */
export function describeError(thrown: unknown, debug: boolean): DescribedError {
  const error = thrown instanceof CommanderError ? usageError(thrown) : thrown;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const entry = errorEntry(code);
  if (entry === null || !(error instanceof Error)) {
    return describeUnexpected(error, debug);
  }
  return {
    code,
    message: error.message,
    hint: error instanceof CliError && error.hint !== null ? error.hint : entry.hint,
    exitCode: entry.exitCode,
    details: "details" in error ? { ...(error.details as object) } : {},
    stack: debug && entry.exitCode === 70 ? (error.stack ?? null) : null,
  };
}

function describeUnexpected(thrown: unknown, debug: boolean): DescribedError {
  const { hint, exitCode } = errorEntry("TS_INTERNAL") as ErrorEntry;
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  const stack = debug && thrown instanceof Error ? (thrown.stack ?? null) : null;
  return { code: "TS_INTERNAL", message, hint, exitCode, details: {}, stack };
}

/** Commander's message is "error: <what>", and on a second line perhaps "(Did you mean --x?)". */
function usageError(error: CommanderError): CliError {
  const [what = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  return new CliError("TS_USAGE", what, suggestion === undefined ? null : suggestion.replace(/^\((.*)\)$/, "$1"));
}
