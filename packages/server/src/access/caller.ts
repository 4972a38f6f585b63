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
