import { newId, type Tables } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { ServerContext } from "../context.ts";
import { csrfTokenOf, newSecret, secretHash } from "./secret.ts";

/** Milliseconds after which a session ends, however much it is used: a working day. */
const LONGEST = 12 * 3_600_000;

/** What a person gets who signs in; none of it is kept as it is. */
export interface StartedSession {
  readonly id: string;
  readonly token: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** Whose session it is. */
export interface NewSession {
  readonly principalId: string;
  readonly method: "password" | "oidc";
  /** When the provider says that the person proved who they are; absent when it did not say. */
  readonly providerAuthenticatedAt?: Date | null;
}

/** A session of somebody who has just proved who they are. */
export async function startSession(
  transaction: Transaction<Tables>,
  { now }: Pick<ServerContext, "now">,
  { principalId, method, providerAuthenticatedAt = null }: NewSession,
): Promise<StartedSession> {
  const at = now();
  const token = newSecret();
  const session = {
    id: newId(),
    token,
    csrfToken: csrfTokenOf(token),
    expiresAt: new Date(at.getTime() + LONGEST),
  };
  await transaction
    .insertInto("session")
    .values({
      id: session.id,
      principal_id: principalId,
      token_sha256: secretHash(session.token),
      method,
      created_at: at,
      last_used_at: at,
      expires_at: session.expiresAt,
      authenticated_at: at,
      provider_authenticated_at: providerAuthenticatedAt,
    })
    .execute();
  return session;
}
