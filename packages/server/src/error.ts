/** Every problem with a request or the server's settings; `@touchstone/model` explains each code. */
export const serverErrorCodes = [
  "TS_ADDRESS_NOT_SAFE",
  "TS_CONFLICT",
  "TS_FORBIDDEN",
  "TS_IDEMPOTENCY_CONFLICT",
  "TS_INTERNAL",
  "TS_METHOD_NOT_ALLOWED",
  "TS_NOT_CONFIGURED",
  "TS_NOT_FOUND",
  "TS_OIDC_REFUSED",
  "TS_OIDC_SETTINGS_INVALID",
  "TS_OIDC_UNAVAILABLE",
  "TS_RANGE_NOT_SATISFIABLE",
  "TS_REAUTHENTICATION_NEEDED",
  "TS_REQUEST_INVALID",
  "TS_REQUEST_TOO_LARGE",
  "TS_SECRET_KEY_WRONG",
  "TS_SIGN_IN_REFUSED",
  "TS_TOO_MANY_REQUESTS",
  "TS_UNAUTHENTICATED",
  "TS_UNSUPPORTED_MEDIA_TYPE",
] as const;

/** Closed union of the codes. */
export type ServerErrorCode = (typeof serverErrorCodes)[number];

/** One thing that is wrong with a request. */
export interface FieldProblem {
  /** JSON pointer (RFC 6901) into the request: `/body/name`, `/query/limit`. */
  readonly pointer: string;
  readonly message: string;
}

/** What the problem is about; only what is known is present. */
export interface ServerErrorDetails {
  readonly fields?: readonly FieldProblem[];
  /** Seconds after which the request may be tried again. */
  readonly retryAfter?: number;
}

/** A request that is not carried out. */
export class ServerError extends Error {
  readonly code: ServerErrorCode;
  readonly details: ServerErrorDetails;

  constructor(code: ServerErrorCode, message: string, details: ServerErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ServerError";
    this.code = code;
    this.details = details;
  }
}

/** A field of the request that cannot be accepted, with its place and what to do. */
export function invalidField(pointer: string, message: string): ServerError {
  return new ServerError("TS_REQUEST_INVALID", `${pointer}: ${message}`, { fields: [{ pointer, message }] });
}

/** What the address names does not exist. */
export function notFound(kind: string, id: string): ServerError {
  return new ServerError("TS_NOT_FOUND", `there is no ${kind} ${id}`);
}
