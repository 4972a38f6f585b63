import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { StoreError } from "../error.ts";

/** The key that anchors are signed with, and the one that they are checked with. */
export interface AnchorKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * Reads the Ed25519 key that signs anchors (PKCS #8, PEM), and makes it on first use, with mode 0600.
 *
 * @throws StoreError TS_AUDIT_KEY_UNUSABLE when the file is no such key, others may read it, or it cannot be made.
 */
export function loadAnchorKey(path: string): AnchorKey {
  const text = readKeyFile(path) ?? makeKeyFile(path);
  const privateKey = parseKey(path, () => createPrivateKey(text));
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/**
 * Reads the public key that anchors are checked with: a file with the public key (PEM), or with the private one.
 *
 * @throws StoreError TS_AUDIT_KEY_UNUSABLE when there is no such file, or it is no Ed25519 key.
 */
export function readPublicKey(path: string): KeyObject {
  return parseKey(path, () => createPublicKey(readFileSync(path)));
}

/**
 * Writes a public key as it is handed to an auditor: PEM, SubjectPublicKeyInfo.
 *
 * @throws StoreError TS_AUDIT_KEY_UNUSABLE when the file cannot be written.
 */
export function writePublicKey(path: string, publicKey: KeyObject): void {
  try {
    writeFileSync(path, publicKey.export({ type: "spki", format: "pem" }));
  } catch (error) {
    throw isUnusable(path, error);
  }
}

function readKeyFile(path: string): string | null {
  try {
    const text = readFileSync(path, "utf8");
    const mode = statSync(path).mode & 0o777;
    // Windows has no such modes: all files have the same there.
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      const message = `${path}: others may use this key (mode ${mode.toString(8)}); it has to be 600`;
      throw new StoreError("TS_AUDIT_KEY_UNUSABLE", message, { file: path });
    }
    return text;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw isUnusable(path, error);
  }
}

/** A link appears with its whole content, or not at all when another process made the key first. */
function makeKeyFile(path: string): string {
  const prepared = `${path}.${randomUUID()}`;
  const text = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(prepared, text, { flag: "wx", mode: 0o600, flush: true });
    linkSync(prepared, path);
    return text;
  } catch (error) {
    const made = (error as NodeJS.ErrnoException).code === "EEXIST" ? readKeyFile(path) : null;
    if (made === null) throw isUnusable(path, error);
    return made;
  } finally {
    rmSync(prepared, { force: true });
  }
}

function parseKey(path: string, read: () => KeyObject): KeyObject {
  let key: KeyObject;
  try {
    key = read();
  } catch (error) {
    throw isUnusable(path, error);
  }
  if (key.asymmetricKeyType === "ed25519") return key;
  const message = `${path}: is a key of type ${key.asymmetricKeyType}, not ed25519`;
  throw new StoreError("TS_AUDIT_KEY_UNUSABLE", message, { file: path });
}

function isUnusable(path: string, cause: unknown): StoreError {
  const code = (cause as NodeJS.ErrnoException).code;
  const reason = code === "ENOENT" ? "there is no such file" : `it cannot be read or made as an Ed25519 key (${code})`;
  return new StoreError("TS_AUDIT_KEY_UNUSABLE", `${path}: ${reason}`, { file: path }, cause);
}
