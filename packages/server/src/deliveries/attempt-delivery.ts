import type { ServerContext } from "../context.ts";
import type { Event } from "../events/schema.ts";
import { sendAlertMail } from "../mail/send-alert-mail.ts";
import { disableWebhook } from "../webhooks/change-webhook.ts";
import { sendWebhook } from "../webhooks/send-webhook.ts";
import { perform } from "../writing/perform.ts";
import { type ClaimedDelivery, settleDelivery } from "./claim-delivery.ts";
import { retryDelay } from "./retry-delay.ts";

/** What became of an attempt. */
export type Outcome =
  | { readonly type: "delivered" }
  /** Worth another attempt. */
  | { readonly type: "failed"; readonly failure: string }
  /** Worth none. */
  | { readonly type: "refused"; readonly failure: string; readonly isGone: boolean };

/** What is kept of an error. */
const FAILURE_LENGTH = 500;

/** Tries to deliver a message and notes what became of it. */
export async function attemptDelivery(context: ServerContext, delivery: ClaimedDelivery): Promise<Outcome> {
  const outcome = await send(context, delivery);
  const at = context.now();
  const none = { delivered_at: null, next_attempt_at: null, failure: null };
  if (outcome.type === "delivered") {
    await settleDelivery(context.database.kysely, delivery, { ...none, status: "delivered", delivered_at: at });
    return outcome;
  }
  const delay = outcome.type === "refused" ? null : retryDelay(delivery.attempts, Math.random());
  const failure = outcome.failure.slice(0, FAILURE_LENGTH);
  await settleDelivery(context.database.kysely, delivery, {
    ...none,
    failure,
    ...(delay === null ? { status: "dead" } : { status: "pending", next_attempt_at: new Date(at.getTime() + delay) }),
  });
  if (outcome.type === "refused" && outcome.isGone && delivery.webhook_id !== null) {
    const { webhook_id: id } = delivery;
    await perform(context, null, (writing) => disableWebhook(writing, id, failure));
  }
  return outcome;
}

async function send(context: ServerContext, delivery: ClaimedDelivery): Promise<Outcome> {
  const event = delivery.event as Event;
  try {
    return delivery.webhook_id === null
      ? await sendAlertMail(context, { ...delivery, event })
      : await sendWebhook(context, { ...delivery, event });
  } catch (error) {
    return { type: "failed", failure: describe(error) };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? `${error.code}: ` : "";
  return `${code}${error.message || error.name}`;
}
