import type { Moment, MomentOfNow, MomentOrNull } from "./column-types.ts";

/* Tables of 0006_access.sql: signing in. */

export interface SessionTable {
  id: string;
  principal_id: string;
  token_sha256: string;
  csrf_sha256: string;
  method: "password" | "oidc";
  created_at: MomentOfNow;
  last_used_at: MomentOfNow;
  expires_at: Moment;
  authenticated_at: Moment;
  ended_at: MomentOrNull;
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
