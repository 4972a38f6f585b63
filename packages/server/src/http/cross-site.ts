import type { FastifyRequest } from "fastify";
import type { ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses requests that a page of another site makes a browser send, also those that need no session, such as signing
 * somebody in as another. Browsers say where a request comes from in `Sec-Fetch-Site` (W3C Fetch Metadata), older ones in
 * `Origin`; programs say neither. A token is nothing that a browser sends by itself.
 *
 * @throws ServerError TS_FORBIDDEN.
 */
export function refuseCrossSite(request: FastifyRequest, { publicUrl }: Pick<ServerSettings, "publicUrl">): void {
  const { origin, authorization, "sec-fetch-site": site } = request.headers;
  if (SAFE_METHODS.has(request.method) || authorization !== undefined) return;
  if (site === "same-origin" || site === "none") return;
  if (site === undefined) {
    if (origin === undefined) return;
    if (originHost(origin) === (publicUrl === null ? request.host : new URL(publicUrl).host)) return;
  }
  throw new ServerError("TS_FORBIDDEN", "a page of another site may not make this request");
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
