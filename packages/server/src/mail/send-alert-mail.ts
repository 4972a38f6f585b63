import { createTransport } from "nodemailer";
import type { ServerContext } from "../context.ts";
import type { Outcome } from "../deliveries/attempt-delivery.ts";
import type { EventDelivery } from "../webhooks/send-webhook.ts";
import { alertOfEvent } from "./alert-event.ts";
import { alertMail } from "./alert-mail.ts";

/** Milliseconds for each of connecting, greeting, and any answer. */
const PATIENCE = 15_000;

/** Sends an event of an alert to a subscription's address. @throws when the mail server does not take it. */
export async function sendAlertMail(context: ServerContext, delivery: EventDelivery): Promise<Outcome> {
  const { mail } = context.settings;
  const { id, event } = delivery;
  const subscription = await context.database.kysely
    .selectFrom("mail_subscription")
    .select(["address", "disabled_at"])
    .where("id", "=", delivery.mail_subscription_id)
    .executeTakeFirstOrThrow();
  if (subscription.disabled_at !== null)
    return { type: "refused", failure: "the subscription has ended", isGone: false };
  if (mail === null) return { type: "failed", failure: "no mail server is set" };
  const alert = alertOfEvent(event);
  if (alert === null) return { type: "refused", failure: `${event.topic} is no event of an alert`, isGone: false };
  const transport = createTransport({
    url: mail.url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: subscription.address,
      // The same for each attempt, so that a message which came twice is shown once.
      messageId: `<${id}@touchstone>`,
      headers: { "auto-submitted": "auto-generated" },
      disableFileAccess: true,
      disableUrlAccess: true,
      ...alertMail(event.topic, event.recordId, alert),
    });
    return { type: "delivered" };
  } finally {
    transport.close();
  }
}
