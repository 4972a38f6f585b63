import { createHmac, randomBytes } from "node:crypto";

const SECRET_LENGTH = 32;

/** A new secret: 256 random bits. */
export function newWebhookSecret(): Uint8Array {
  return randomBytes(SECRET_LENGTH);
}

/** The secret as receivers keep it. */
export function writtenSecret(secret: Uint8Array): string {
  return `whsec_${Buffer.from(secret).toString("base64")}`;
}

/** What is signed. */
export interface SignedMessage {
  /** The same for each attempt, so that a receiver knows a message that it has had. */
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/**
 * Headers by which a receiver knows that a message is ours and new: the Standard Webhooks specification, symmetric
 * signatures (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
export function signatureHeaders(secret: Uint8Array, { id, at, body }: SignedMessage): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
