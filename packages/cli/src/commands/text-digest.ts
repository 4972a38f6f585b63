import { createHash } from "node:crypto";

/** SHA-256 of a text in UTF-8, which is that of the file it was read from. */
export function textDigest(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
