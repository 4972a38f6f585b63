/** Problems of the way to a server; what the server itself refuses carries the code of its answer. */
export const clientErrorCodes = ["TS_SERVER_ANSWER_INVALID", "TS_SERVER_UNREACHABLE"] as const;

/** What an answer says about a refusal; only what is known is present. */
export interface ClientErrorDetails {
  /** HTTP status of the answer. */
  readonly status?: number;
  readonly hint?: string;
  /** Fields of the request that are wrong, by JSON pointer. */
  readonly fields?: readonly { readonly pointer: string; readonly message: string }[];
  readonly retryable?: boolean;
  /** Id under which the server's log has the request. */
  readonly instance?: string;
}

/** A request that the server refused, or that did not reach it. */
export class ClientError extends Error {
  /** Code of the error catalogue. */
  readonly code: string;
  readonly details: ClientErrorDetails;

  constructor(code: string, message: string, details: ClientErrorDetails = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ClientError";
    this.code = code;
    this.details = details;
  }
}
