import { FormatError } from "./error.ts";

/** A class of errors with codes, as each package has one; `Code` includes that of internal errors. */
export interface CodedErrorClass<Code extends string> {
  new (
    code: Code | "TS_INTERNAL",
    message: string,
    details?: object,
    cause?: unknown,
  ): Error & {
    readonly code: string;
    readonly details: object;
  };
}

/** An error as it travels between threads, where classes are lost. */
export interface PackedError {
  readonly kind: "format" | "own" | "other";
  readonly code: string;
  readonly message: string;
  readonly details: object;
  readonly stack: string;
}

/** @param own class of the errors of the package whose threads these are */
export function packError<Code extends string>(error: unknown, own: CodedErrorClass<Code>): PackedError {
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  const packed = { message, stack: stack ?? "" };
  if (error instanceof FormatError) return { ...packed, kind: "format", code: error.code, details: error.details };
  if (error instanceof own) return { ...packed, kind: "own", code: error.code, details: error.details };
  return { ...packed, kind: "other", code: "", details: {} };
}

/** The error of its own class again; what was neither is an internal error with the other thread's stack as cause. */
export function unpackError<Code extends string>(packed: PackedError, own: CodedErrorClass<Code>): Error {
  const { kind, code, message, details, stack } = packed;
  if (kind === "format") return new FormatError(code as FormatError["code"], message, details);
  if (kind === "own") return new own(code as Code, message, details);
  return new own("TS_INTERNAL", message, {}, stack);
}
