import { createHash, createHmac, randomBytes } from "node:crypto";

/** 256 random bits in the letters of addresses: nothing that could be guessed, or has to be hashed slowly. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What a page shows with each request that changes something: computed from the session's token, which no page can read
 * and no other site knows, so that a page that is loaded anew can ask for it again.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac("sha256", sessionToken).update("touchstone csrf token").digest("base64url");
}

/** What is kept of a secret. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
