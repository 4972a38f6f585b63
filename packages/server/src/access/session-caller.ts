import { timingSafeEqual } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import type { Caller } from "./caller.ts";
import { rightsOfRoles } from "./rights.ts";
import { csrfTokenOf, secretHash } from "./secret.ts";
import { CSRF_HEADER } from "./session-cookie.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);
/** Milliseconds without a request after which a session ends. */
export const IDLE_LIMIT = 30 * 60_000;
const USE_INTERVAL = 60_000;

/**
 * @throws ServerError TS_UNAUTHENTICATED unless the session is known and in use, TS_FORBIDDEN for a request that changes
 *   something without the session's CSRF token: it may come from another site's page.
 */
export async function callerOfSession(
  { database, now }: ServerContext,
  token: string,
  request: FastifyRequest,
  prolongs = true,
): Promise<Caller> {
  const found = await database.kysely
    .selectFrom("session")
    .innerJoin("principal", "principal.id", "session.principal_id")
    .select([
      "session.id",
      "session.method",
      "session.expires_at",
      "session.last_used_at",
      "session.authenticated_at",
      "principal.id as principalId",
      "principal.name",
      "principal.printed_name",
      "principal.roles",
    ])
    .where("session.token_sha256", "=", secretHash(token))
    .where("session.ended_at", "is", null)
    .where("principal.disabled_at", "is", null)
    .executeTakeFirst();
  const at = now();
  const idle = found === undefined ? 0 : at.getTime() - found.last_used_at.getTime();
  if (found === undefined || found.expires_at <= at || idle > IDLE_LIMIT) {
    throw new ServerError("TS_UNAUTHENTICATED", "the session has ended; sign in again");
  }
  if (!SAFE_METHODS.has(request.method)) requireCsrfToken(request, csrfTokenOf(token));
  if (prolongs && idle > USE_INTERVAL) {
    await database.kysely.updateTable("session").set({ last_used_at: at }).where("id", "=", found.id).execute();
  }
  return {
    principalId: found.principalId,
    name: found.name,
    printedName: found.printed_name,
    roles: found.roles,
    rights: rightsOfRoles(found.roles),
    credential: {
      kind: "session",
      sessionId: found.id,
      method: found.method,
      authenticatedAt: found.authenticated_at,
    },
  };
}

function requireCsrfToken(request: FastifyRequest, expected: string): void {
  const given = request.headers[CSRF_HEADER];
  // Hashes have one length, and tell nothing of each other.
  const isRight = typeof given === "string" && timingSafeEqual(hashBytes(given), hashBytes(expected));
  if (isRight) return;
  throw new ServerError("TS_FORBIDDEN", `a request that changes something needs the session's ${CSRF_HEADER}`);
}

function hashBytes(secret: string): Buffer {
  return Buffer.from(secretHash(secret), "hex");
}
