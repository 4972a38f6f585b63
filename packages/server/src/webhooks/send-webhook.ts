import type { ServerContext } from "../context.ts";
import type { Outcome } from "../deliveries/attempt-delivery.ts";
import type { ClaimedDelivery } from "../deliveries/claim-delivery.ts";
import type { Event } from "../events/schema.ts";
import { postWebhook } from "./post-webhook.ts";
import { PrivateAddressError } from "./public-address.ts";
import { signatureHeaders } from "./webhook-secret.ts";
import { openWebhookSecret, requireSecrets } from "./webhook-secrets.ts";

/** A message whose event has its type. */
export type EventDelivery = Omit<ClaimedDelivery, "event"> & { readonly event: Event };

/** Posts an event to its webhook, signed. @throws when there is no answer. */
export async function sendWebhook(context: ServerContext, { id, webhook_id, event }: EventDelivery): Promise<Outcome> {
  const { database, settings, now } = context;
  const webhook = await database.kysely
    .selectFrom("webhook")
    .select(["id", "url", "secret", "disabled_at"])
    .where("id", "=", webhook_id)
    .executeTakeFirstOrThrow();
  if (webhook.disabled_at !== null) return { type: "refused", failure: "the webhook is disabled", isGone: false };
  const secret = openWebhookSecret(requireSecrets(settings), webhook);
  const body = JSON.stringify({ type: event.topic, timestamp: event.createdAt, data: event });
  const headers = {
    "content-type": "application/json",
    "user-agent": `Touchstone/${settings.touchstone}`,
    ...signatureHeaders(secret, { id, at: now(), body }),
  };
  try {
    const status = await postWebhook(
      { url: webhook.url, headers, body },
      { allowPrivate: settings.allowPrivateWebhooks },
    );
    return outcomeOf(status);
  } catch (error) {
    // It will be no other in an hour.
    if (error instanceof PrivateAddressError) return { type: "refused", failure: error.message, isGone: false };
    throw error;
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return { type: "delivered" };
  if (status === 410) return { type: "refused", failure: "the receiver answered 410: it is gone", isGone: true };
  const redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
  return { type: "failed", failure: `the receiver answered ${status}${redirect}` };
}
