import type { FastifyReply } from "fastify";
import type { ServerSettings } from "../context.ts";

type CookieSettings = Pick<ServerSettings, "basePath" | "secureCookies">;

/**
 * Name of the cookie that stands for a session. The prefix has browsers take it only from this very host, and only by an
 * encrypted connection, so that no neighbouring site can put another session in its place (RFC 6265bis, 4.1.3).
 */
export function sessionCookieName(settings: CookieSettings): string {
  return cookieName(settings, "touchstone_session");
}

/** The name of a cookie with the strictest prefix that the settings allow. */
export function cookieName({ basePath, secureCookies }: CookieSettings, name: string): string {
  if (!secureCookies) return name;
  return basePath === "" ? `__Host-${name}` : `__Secure-${name}`;
}

/** Header in which a browser's page shows that a request is its own. */
export const CSRF_HEADER = "x-csrf-token";

/** Gives the browser a session's cookie, which no script can read and no other site can send. */
export function setSessionCookie(reply: FastifyReply, settings: CookieSettings, token: string, expires: Date): void {
  reply.setCookie(sessionCookieName(settings), token, { ...attributesOf(settings), expires });
}

/** Takes the cookie back. */
export function clearSessionCookie(reply: FastifyReply, settings: CookieSettings): void {
  reply.clearCookie(sessionCookieName(settings), attributesOf(settings));
}

function attributesOf({ basePath, secureCookies }: CookieSettings) {
  return { path: `${basePath}/`, httpOnly: true, sameSite: "strict", secure: secureCookies } as const;
}
