import type { IDToken } from "openid-client";
import { secretHash } from "../access/secret.ts";
import type { ServerContext } from "../context.ts";
import { ServerError } from "../error.ts";
import type { OidcProvider } from "./provider.ts";

/** What a browser brings back from the provider. */
export interface ProviderAnswer {
  /** The whole address, as the provider knows it. */
  readonly url: URL;
  /** State that this very browser was given; null when it brings none. */
  readonly cookieState: string | null;
}

/** A sign-in that the provider vouched for. */
export interface VouchedSignIn {
  readonly claims: IDToken;
  readonly returnTo: string;
  readonly sessionId: string | null;
  readonly begunAt: Date;
}

/**
 * Takes a sign-in that was begun, once: whatever becomes of it, the same answer is not taken again.
 *
 * @throws ServerError TS_OIDC_REFUSED for an answer that this browser did not ask for, that came too late or again, or
 *   that does not hold; TS_OIDC_UNAVAILABLE.
 */
export async function takeSignIn(
  { database: { kysely }, now }: ServerContext,
  provider: OidcProvider,
  { url, cookieState }: ProviderAnswer,
): Promise<VouchedSignIn> {
  const state = url.searchParams.get("state");
  if (state === null || cookieState === null || secretHash(state) !== secretHash(cookieState)) {
    throw new ServerError("TS_OIDC_REFUSED", "this browser did not begin that sign-in");
  }
  const begun = await kysely
    .deleteFrom("oidc_sign_in")
    .where("state_sha256", "=", secretHash(state))
    .returningAll()
    .executeTakeFirst();
  if (begun === undefined || begun.expires_at <= now()) {
    throw new ServerError("TS_OIDC_REFUSED", "that sign-in has ended, or was used already");
  }
  const claims = await provider.claims(url, { state, nonce: begun.nonce, codeVerifier: begun.code_verifier });
  return { claims, returnTo: begun.return_to, sessionId: begun.session_id, begunAt: begun.created_at };
}
