import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "@touchstone/model";

/** A statement, kept outside the database, of what the end of the audit trail was at a time. */
export interface AuditAnchor {
  readonly schema: "touchstone/audit-anchor/1";
  /** Number of the row that was last then. */
  readonly sequence: number;
  /** Its hash. */
  readonly hash: string;
  /** Its time, UTC. */
  readonly time: string;
  /** When the statement was signed, UTC, by the clock of the process that did. */
  readonly signedAt: string;
  /** Identity of the key: SHA-256 of the public key (DER, SubjectPublicKeyInfo), hexadecimal. */
  readonly key: string;
  /** Ed25519 (RFC 8032) over the canonical JSON of all other members, base64. */
  readonly signature: string;
}

/** What an anchor states. */
export type AnchoredHead = Pick<AuditAnchor, "sequence" | "hash" | "time">;

/** Signs the end of the trail. */
export function signAnchor(head: AnchoredHead, privateKey: KeyObject, now: Date = new Date()): AuditAnchor {
  const { sequence, hash, time } = head;
  const content = {
    schema: "touchstone/audit-anchor/1",
    sequence,
    hash,
    time,
    signedAt: now.toISOString(),
    key: keyIdentity(createPublicKey(privateKey)),
  } as const;
  return { ...content, signature: sign(null, Buffer.from(canonicalJson(content)), privateKey).toString("base64") };
}

/** The line of an anchor file: canonical JSON, which has no line breaks. */
export function anchorLine(anchor: AuditAnchor): string {
  return canonicalJson(anchor);
}

/** What a line of an anchor file turned out to be. */
export type ReadAnchor =
  | { readonly anchor: AuditAnchor }
  | { readonly rejected: "no anchor" | "unknown key" | "wrong signature" };

/** Reads a line of an anchor file and checks its signature by the keys that may sign. */
export function parseAnchor(line: string, publicKeys: readonly KeyObject[]): ReadAnchor {
  const anchor = parseObject(line);
  if (!isAnchor(anchor)) return { rejected: "no anchor" };
  const publicKey = publicKeys.find((key) => keyIdentity(key) === anchor.key);
  if (publicKey === undefined) return { rejected: "unknown key" };
  const { signature, ...content } = anchor;
  const signed = verify(null, Buffer.from(canonicalJson(content)), publicKey, Buffer.from(signature, "base64"));
  return signed ? { anchor } : { rejected: "wrong signature" };
}

/** SHA-256 of a public key (DER, SubjectPublicKeyInfo), hexadecimal: what the key is called. */
export function keyIdentity(publicKey: KeyObject): string {
  return createHash("sha256")
    .update(publicKey.export({ type: "spki", format: "der" }))
    .digest("hex");
}

function parseObject(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function isAnchor(value: unknown): value is AuditAnchor {
  if (typeof value !== "object" || value === null) return false;
  const anchor = value as Partial<Record<keyof AuditAnchor, unknown>>;
  const texts = [anchor.hash, anchor.time, anchor.signedAt, anchor.key, anchor.signature];
  const isCounted = Number.isSafeInteger(anchor.sequence) && (anchor.sequence as number) > 0;
  return anchor.schema === "touchstone/audit-anchor/1" && isCounted && texts.every((text) => typeof text === "string");
}
