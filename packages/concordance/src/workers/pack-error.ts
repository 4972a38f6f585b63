import { FormatError, type FormatErrorCode } from "@touchstone/formats";
import { ConcordanceError, type ConcordanceErrorCode } from "../error.ts";

/** An error as it travels between threads, where classes are lost. */
export interface PackedError {
  readonly kind: "format" | "concordance" | "other";
  readonly code: string;
  readonly message: string;
  readonly details: object;
  readonly stack: string;
}

export function packError(error: unknown): PackedError {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const packed = { message, stack: stack ?? "" };
  if (error instanceof FormatError) return { ...packed, kind: "format", code: error.code, details: error.details };
  if (error instanceof ConcordanceError) {
    return { ...packed, kind: "concordance", code: error.code, details: error.details };
  }
  return { ...packed, kind: "other", code: "", details: {} };
}

/** The error of its own class again; what was neither is an internal error with the worker's stack as cause. */
export function unpackError(packed: PackedError): Error {
  const { message, details } = packed;
  if (packed.kind === "format") return new FormatError(packed.code as FormatErrorCode, message, details);
  if (packed.kind === "concordance") return new ConcordanceError(packed.code as ConcordanceErrorCode, message, details);
  return new ConcordanceError("TS_INTERNAL", message, {}, packed.stack);
}
