import type { IncomingMessage } from "node:http";
import { TruthError } from "../error.ts";
import { PassingFailure } from "./http-client.ts";
import type { Validator } from "./part-state.ts";

/** What tells this state of the file from another; a weak ETag (`W/"..."`) does not tell single bytes apart. */
export function validatorOf({ headers }: IncomingMessage): Validator {
  const etag = headers.etag === undefined || headers.etag.startsWith("W/") ? null : headers.etag;
  return { etag, lastModified: headers["last-modified"] ?? null };
}

/** Size in bytes of the whole file of an answer 200; null where the server does not say. */
export function totalSize({ headers }: IncomingMessage): number | null {
  const length = headers["content-length"];
  return length === undefined ? null : Number(length);
}

/** Whether an answer that was cut off can be told from a whole one: otherwise it ends when the connection does. */
export function tellsItsEnd({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || /\bchunked\s*$/i.test(headers["transfer-encoding"] ?? "");
}

/** What part of the file an answer 206 brings: first byte, from 0, and size of the whole; null where it does not say. */
export function contentRange({ headers }: IncomingMessage): { start: number; total: number | null } | null {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(headers["content-range"] ?? "");
  return match === null ? null : { start: Number(match[1]), total: match[2] === "*" ? null : Number(match[2]) };
}

/** What an answer that brings no file says of the next try. */
export function failureOf(address: string, message: IncomingMessage): TruthError | PassingFailure {
  const status = message.statusCode ?? 0;
  if (status === 408 || status === 429 || status >= 500) {
    return new PassingFailure(`the server answers ${status}`, retryAfter(message));
  }
  if ([401, 403, 404, 410, 451].includes(status)) {
    return new TruthError("TS_TRUTH_NOT_FOUND", `${address}: the server answers ${status}`, { address });
  }
  return new TruthError("TS_TRUTH_UNAVAILABLE", `${address}: the server answers ${status}`, { address });
}

/** In milliseconds. */
function retryAfter({ headers }: IncomingMessage): number | null {
  const text = headers["retry-after"];
  if (text === undefined) return null;
  const wait = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(wait) ? null : Math.max(0, wait);
}
