import { ServerError } from "../error.ts";
import type { Right, Role } from "./rights.ts";

/** Who makes a request. */
export interface Caller {
  readonly principalId: string;
  /** Name that the audit trail keeps. */
  readonly name: string;
  /** Name as a signature shows it. */
  readonly printedName: string;
  readonly roles: readonly Role[];
  readonly rights: ReadonlySet<Right>;
  /** How the caller showed who they are. */
  readonly credential: TokenCredential | SessionCredential;
}

/** A program, or a person's program. */
export interface TokenCredential {
  readonly kind: "token";
  readonly tokenId: string;
}

/** A person at a browser, or one who signed in to the API. */
export interface SessionCredential {
  readonly kind: "session";
  readonly sessionId: string;
  readonly method: "password" | "oidc";
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date;
}

/** The session of a caller. @throws ServerError TS_FORBIDDEN for a token: sessions and passwords are people's own. */
export function sessionOf({ credential }: Caller): SessionCredential {
  if (credential.kind === "session") return credential;
  throw new ServerError("TS_FORBIDDEN", "a token may not do this: sign in as a person");
}
