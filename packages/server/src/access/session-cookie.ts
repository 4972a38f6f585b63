import type { FastifyReply } from "fastify";
import type { ServerSettings } from "../context.ts";

/** Name of the cookie that stands for a session. */
export const SESSION_COOKIE = "touchstone_session";

/** Header in which a browser's page shows that a request is its own. */
export const CSRF_HEADER = "x-csrf-token";

/** Gives the browser a session's cookie, which no script can read and no other site can send. */
export function setSessionCookie(reply: FastifyReply, settings: ServerSettings, token: string, expires: Date): void {
  reply.setCookie(SESSION_COOKIE, token, {
    path: `${settings.basePath}/`,
    httpOnly: true,
    sameSite: "strict",
    secure: settings.secureCookies,
    expires,
  });
}

/** Takes the cookie back. */
export function clearSessionCookie(reply: FastifyReply, settings: ServerSettings): void {
  reply.clearCookie(SESSION_COOKIE, { path: `${settings.basePath}/` });
}
