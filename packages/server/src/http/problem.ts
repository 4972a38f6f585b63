import { errorEntry } from "@touchstone/model";
import type { FieldProblem } from "../error.ts";

/** An answer that says why a request was not carried out (RFC 9457, `application/problem+json`). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable code of the error catalogue. */
  readonly code: string;
  /** What to do. */
  readonly hint: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Id of the request, as in the server's log. */
  readonly instance: string;
  /** What is wrong with single fields. */
  readonly errors?: readonly FieldProblem[];
  /** Seconds; also the header Retry-After. Known for every 503. */
  readonly retryAfter?: number;
}

/** Seconds after which to try again what could not be reached, where nobody knows better. */
const USUAL_RETRY_AFTER = 5;

interface KnownError {
  readonly code: string;
  readonly message: string;
  readonly details?: {
    readonly fields?: readonly FieldProblem[];
    readonly retryAfter?: number;
    readonly field?: string;
  };
}

/** The problem that an error of the catalogue is; null for any other error. */
export function problemOf(error: unknown, requestId: string): Problem | null {
  if (!isKnown(error)) return null;
  const entry = errorEntry(error.code);
  if (entry === null) return null;
  const { fields, field } = error.details ?? {};
  const retryAfter = error.details?.retryAfter ?? (entry.httpStatus === 503 ? USUAL_RETRY_AFTER : undefined);
  const pointer = `/${field?.replaceAll(".", "/")}`;
  const errors = fields ?? (field === undefined ? undefined : [{ pointer, message: error.message }]);
  return {
    type: `urn:touchstone:error:${error.code}`,
    title: entry.summary,
    status: entry.httpStatus,
    // What went wrong inside is for the log; paths, addresses and statements are nobody else's business.
    detail: entry.httpStatus >= 500 ? "The request could not be carried out." : error.message,
    code: error.code,
    hint: entry.hint,
    retryable: entry.retryable,
    instance: `urn:touchstone:request:${requestId}`,
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function isKnown(error: unknown): error is KnownError {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("TS_");
}
