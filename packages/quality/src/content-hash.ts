import { createHash } from "node:crypto";
import { canonicalJson } from "@touchstone/model";

/** SHA-256 of a JSON value in its canonical spelling (RFC 8785), 64 hexadecimal digits. */
export function contentHash(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}
