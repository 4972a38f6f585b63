import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { ServerContext } from "../context.ts";
import { newSecret, secretHash } from "./secret.ts";

/** Milliseconds after which a session ends, however much it is used: a working day. */
const LONGEST = 12 * 3_600_000;

/** What a person gets who signs in; none of it is kept as it is. */
export interface StartedSession {
  readonly id: string;
  readonly token: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** A session of somebody who has just proved who they are. */
export async function startSession(
  transaction: Transaction<Tables>,
  { now }: Pick<ServerContext, "now">,
  principalId: string,
  method: "password" | "oidc",
): Promise<StartedSession> {
  const at = now();
  const session = {
    id: newId(),
    token: newSecret(),
    csrfToken: newSecret(),
    expiresAt: new Date(at.getTime() + LONGEST),
  };
  await transaction
    .insertInto("session")
    .values({
      id: session.id,
      principal_id: principalId,
      token_sha256: secretHash(session.token),
      csrf_sha256: secretHash(session.csrfToken),
      method,
      created_at: at,
      last_used_at: at,
      expires_at: session.expiresAt,
      authenticated_at: at,
    })
    .execute();
  return session;
}
