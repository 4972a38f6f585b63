import type { FastifyRequest } from "fastify";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import type { Caller } from "./caller.ts";
import { callerOfSession } from "./session-caller.ts";
import { sessionCookieName } from "./session-cookie.ts";
import { callerOfToken } from "./token-caller.ts";

const BEARER = /^Bearer ([A-Za-z0-9_-]+)$/i;
const BASIC = /^Basic ([A-Za-z0-9+/]+=*)$/i;
/** Nextflow shows a token as the password of a user of this name. */
const TOKEN_OF_NEXTFLOW = /^@token:([A-Za-z0-9_-]+)$/;

/**
 * Who makes the request; null when it shows nothing. A token comes in `Authorization: Bearer`, or as Nextflow shows it in
 * `Authorization: Basic`; a session comes in its cookie.
 *
 * @param options.prolongs whether the request counts as use of a session, which ends without any.
 * @throws ServerError TS_UNAUTHENTICATED for a token or session that is unknown, expired or ended.
 */
export async function authenticate(
  context: ServerContext,
  request: FastifyRequest,
  { prolongs = true }: { readonly prolongs?: boolean } = {},
): Promise<Caller | null> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1] ?? tokenOfBasic(authorization);
    if (token === undefined) throw new ServerError("TS_UNAUTHENTICATED", "Authorization is not 'Bearer TOKEN'");
    return callerOfToken(context, token);
  }
  const cookie = request.cookies[sessionCookieName(context.settings)];
  return cookie === undefined ? null : callerOfSession(context, cookie, request, prolongs);
}

function tokenOfBasic(authorization: string): string | undefined {
  const credentials = BASIC.exec(authorization)?.[1];
  if (credentials === undefined) return undefined;
  return TOKEN_OF_NEXTFLOW.exec(Buffer.from(credentials, "base64").toString("latin1"))?.[1];
}
