import type { ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";
import { type SecretBox, secretBox } from "../secrets/secret-box.ts";

/** @throws ServerError TS_NOT_CONFIGURED without a key, TS_SECRET_KEY_WRONG for one that is none. */
export function requireSecrets({ secretKey }: ServerSettings): SecretBox {
  if (secretKey !== null) return secretBox(secretKey);
  throw new ServerError("TS_NOT_CONFIGURED", "webhooks need a key that encrypts their secrets: TOUCHSTONE_SECRET_KEY");
}

/** The secret as it is kept; it opens for this webhook alone. */
export function sealWebhookSecret(box: SecretBox, id: string, secret: Uint8Array): string {
  return box.seal(secret, useOf(id));
}

/** @throws ServerError TS_SECRET_KEY_WRONG. */
export function openWebhookSecret(
  box: SecretBox,
  { id, secret }: { readonly id: string; readonly secret: string },
): Uint8Array {
  return box.open(secret, useOf(id));
}

function useOf(id: string): string {
  return `secret of webhook ${id}`;
}
