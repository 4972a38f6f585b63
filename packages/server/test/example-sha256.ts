import { createHash } from "node:crypto";

/** A SHA-256 that belongs to a text alone. */
export function exampleSha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
