import { FormatError, type FormatErrorCode } from "@touchstone/formats";
import { ReplicatesError, type ReplicatesErrorCode } from "../error.ts";

/** An error as it travels between threads, where classes are lost. */
export interface PackedError {
  readonly kind: "format" | "replicates" | "other";
  readonly code: string;
  readonly message: string;
  readonly details: object;
  readonly stack: string;
}

export function packError(error: unknown): PackedError {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const packed = { message, stack: stack ?? "" };
  if (error instanceof FormatError) return { ...packed, kind: "format", code: error.code, details: error.details };
  if (error instanceof ReplicatesError) {
    return { ...packed, kind: "replicates", code: error.code, details: error.details };
  }
  return { ...packed, kind: "other", code: "", details: {} };
}

/** The error of its own class again; what was neither is an internal error with the worker's stack as cause. */
export function unpackError({ kind, code, message, details, stack }: PackedError): Error {
  if (kind === "format") return new FormatError(code as FormatErrorCode, message, details);
  if (kind === "replicates") return new ReplicatesError(code as ReplicatesErrorCode, message, details);
  return new ReplicatesError("TS_INTERNAL", message, {}, stack);
}
