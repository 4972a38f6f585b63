import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import type { Caller } from "./caller.ts";
import { rightsOfToken } from "./rights.ts";
import { secretHash } from "./secret.ts";

/** Milliseconds within which a token's last use is not written anew. */
const USE_INTERVAL = 60_000;

/** @throws ServerError TS_UNAUTHENTICATED unless the token is known, in force, and its principal is not disabled. */
export async function callerOfToken({ database, now }: ServerContext, token: string): Promise<Caller> {
  const found = await database.kysely
    .selectFrom("api_token")
    .innerJoin("principal", "principal.id", "api_token.principal_id")
    .select([
      "api_token.id",
      "api_token.scopes",
      "api_token.expires_at",
      "api_token.last_used_at",
      "principal.id as principalId",
      "principal.kind",
      "principal.name",
      "principal.printed_name",
      "principal.roles",
    ])
    .where("api_token.token_sha256", "=", secretHash(token))
    .where("api_token.revoked_at", "is", null)
    .where("principal.disabled_at", "is", null)
    .executeTakeFirst();
  const at = now();
  if (found === undefined || found.expires_at <= at) {
    throw new ServerError("TS_UNAUTHENTICATED", "the token is unknown, expired or revoked");
  }
  if (found.last_used_at === null || at.getTime() - found.last_used_at.getTime() > USE_INTERVAL) {
    await database.kysely.updateTable("api_token").set({ last_used_at: at }).where("id", "=", found.id).execute();
  }
  return {
    principalId: found.principalId,
    name: found.name,
    printedName: found.printed_name,
    roles: found.roles,
    rights: rightsOfToken(found.scopes, found.kind === "service" ? null : found.roles),
    credential: { kind: "token", tokenId: found.id },
  };
}
