import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { ServerError } from "../error.ts";

const KEY_LENGTH = 32;
/** NIST SP 800-38D: 96 bits, never the same twice under one key. */
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

/** Encrypts secrets that have to be used again, such as those that sign webhooks: AES-256-GCM. */
export interface SecretBox {
  /** @param use what the secret is for, such as an id: it opens for that alone. */
  seal(secret: Uint8Array, use: string): string;
  /** @throws ServerError TS_SECRET_KEY_WRONG when it was sealed with another key or for another use. */
  open(sealed: string, use: string): Uint8Array;
}

/** @param key 32 bytes. @throws ServerError TS_SECRET_KEY_WRONG for any other number. */
export function secretBox(key: Uint8Array): SecretBox {
  if (key.length !== KEY_LENGTH) {
    throw new ServerError("TS_SECRET_KEY_WRONG", `the key of secrets has ${key.length} bytes, not ${KEY_LENGTH}`);
  }
  const keyId = createHash("sha256").update("touchstone secret key\0").update(key).digest("hex").slice(0, 12);
  return {
    seal(secret, use) {
      const nonce = randomBytes(NONCE_LENGTH);
      const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_LENGTH }).setAAD(Buffer.from(use));
      const sealed = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
      return `1.${keyId}.${sealed.toString("base64url")}`;
    },
    open(sealed, use) {
      const [version, sealedBy, text = ""] = sealed.split(".");
      const bytes = Buffer.from(text, "base64url");
      if (version !== "1" || sealedBy !== keyId || bytes.length < NONCE_LENGTH + TAG_LENGTH) throw wrongKey();
      const [nonce, tag] = [bytes.subarray(0, NONCE_LENGTH), bytes.subarray(-TAG_LENGTH)];
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_LENGTH });
      decipher.setAAD(Buffer.from(use)).setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_LENGTH, -TAG_LENGTH)), decipher.final()]);
      } catch {
        throw wrongKey();
      }
    },
  };
}

function wrongKey(): ServerError {
  return new ServerError("TS_SECRET_KEY_WRONG", "a secret was sealed with another key than this server's, or altered");
}
