import type { Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0006_access.sql and 0010_sign_in.sql: signing in. */

export interface SessionTable {
  id: string;
  principal_id: string;
  token_sha256: string;
  method: "password" | "oidc";
  created_at: MomentOfNow;
  last_used_at: MomentOfNow;
  expires_at: Moment;
  authenticated_at: Moment;
  ended_at: MomentOrNull;
  provider_authenticated_at: MomentOrNull;
}

export interface OidcSignInTable {
  state_sha256: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  session_id: string | null;
  created_at: MomentOfNow;
  expires_at: Moment;
}

export interface SignInFailureTable {
  name_sha256: string;
  source: string;
  failures: number;
  locked_until: MomentOrNull;
  last_at: Moment;
}

export interface ReauthenticationTable {
  id: string;
  session_id: string;
  authenticated_at: Moment;
  expires_at: Moment;
  used_by: string | null;
}
