import { randomNonce, randomPKCECodeVerifier } from "openid-client";
import { newSecret, secretHash } from "../access/secret.ts";
import type { ServerContext } from "../context.ts";
import type { OidcProvider } from "./provider.ts";

/** Milliseconds within which a sign-in that was begun has to come back. */
export const SIGN_IN_LIFE = 10 * 60_000;

/** A sign-in that begins. */
export interface SignInBeginning {
  readonly redirectUri: string;
  /** Path to show when it is done. */
  readonly returnTo: string;
  /** Session of a person who proves anew who they are; null for one who signs in. */
  readonly sessionId: string | null;
}

/** What the browser gets. */
export interface BegunSignIn {
  /** Where it goes. */
  readonly url: URL;
  /** What it has to bring back, in a cookie too: another browser's answer is not this one's. */
  readonly state: string;
}

/** Notes what the provider's answer will have to match. @throws ServerError TS_OIDC_UNAVAILABLE. */
export async function beginSignIn(
  { database: { kysely }, now }: ServerContext,
  provider: OidcProvider,
  { redirectUri, returnTo, sessionId }: SignInBeginning,
): Promise<BegunSignIn> {
  const request = { state: newSecret(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
  const url = await provider.authorizationUrl({ ...request, redirectUri, anew: sessionId !== null });
  const at = now();
  await kysely.deleteFrom("oidc_sign_in").where("expires_at", "<", at).execute();
  await kysely
    .insertInto("oidc_sign_in")
    .values({
      state_sha256: secretHash(request.state),
      nonce: request.nonce,
      code_verifier: request.codeVerifier,
      return_to: returnTo,
      session_id: sessionId,
      created_at: at,
      expires_at: new Date(at.getTime() + SIGN_IN_LIFE),
    })
    .execute();
  return { url, state: request.state };
}
