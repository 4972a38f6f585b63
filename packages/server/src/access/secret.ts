import { createHash, randomBytes } from "node:crypto";

/** 256 random bits in the letters of addresses: nothing that could be guessed, or has to be hashed slowly. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret. */
export function secretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
