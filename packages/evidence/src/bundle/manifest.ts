import { createHash } from "node:crypto";

/** Names of the files that say what is in a bundle. */
export const MANIFEST = "manifest.json";
export const SUMS = "SHA256SUMS";
export const SEAL = "manifest.signature.json";

/** What is in a bundle. */
export interface Manifest {
  readonly schema: "touchstone/evidence-bundle/1";
  readonly touchstone: string;
  readonly run: { readonly id: string; readonly name: string };
  /** All files but those that say what is in it, by name. */
  readonly files: readonly ManifestFile[];
}

/** A file of a bundle. */
export interface ManifestFile {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** The manifest's signature: Ed25519 (RFC 8032) over the bytes of `manifest.json`, by the key that signs anchors. */
export interface Seal {
  /** SHA-256 of the public key (DER, SubjectPublicKeyInfo). */
  readonly key: string;
  /** The public key itself, PEM: proves nothing unless it is known from elsewhere. */
  readonly publicKey: string;
  /** Base64. */
  readonly signature: string;
}

/** Files by name, in the order of the bundle. */
export type BundleFiles = ReadonlyMap<string, Uint8Array>;

/** A file's entry in the manifest. */
export function manifestFile(name: string, bytes: Uint8Array): ManifestFile {
  return { name, sha256: sha256(bytes), size: bytes.length };
}

/** What `sha256sum --check` reads, so that nobody needs Touchstone to see whether a file was damaged. */
export function sumsText(files: BundleFiles): string {
  return [...files]
    .filter(([name]) => name !== SUMS)
    .map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`)
    .join("");
}

/** SHA-256, 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}
