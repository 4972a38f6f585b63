import type { FastifyReply, FastifyRequest } from "fastify";
import { cookieName } from "../access/session-cookie.ts";
import type { ServerSettings } from "../context.ts";
import { SIGN_IN_LIFE } from "./begin-sign-in.ts";

const NAME = "touchstone_oidc";

/** Has this browser, and no other, bring back the provider's answer. */
export function setStateCookie(reply: FastifyReply, settings: ServerSettings, state: string): void {
  reply.setCookie(cookieName(settings, NAME), state, { ...attributesOf(settings), maxAge: SIGN_IN_LIFE / 1000 });
}

/** The state that this browser was given; it forgets it now. */
export function takeStateCookie(request: FastifyRequest, reply: FastifyReply, settings: ServerSettings): string | null {
  const name = cookieName(settings, NAME);
  reply.clearCookie(name, attributesOf(settings));
  return request.cookies[name] ?? null;
}

/** Sent when the provider leads back here, which `strict` would not be. */
function attributesOf({ basePath, secureCookies }: ServerSettings) {
  return { path: `${basePath}/`, httpOnly: true, sameSite: "lax", secure: secureCookies } as const;
}
