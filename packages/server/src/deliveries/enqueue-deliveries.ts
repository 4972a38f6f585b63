import { newId, type Tables, toJson } from "@touchstone/store";
import type { Transaction } from "kysely";
import type { Event } from "../events/schema.ts";
import { isWanted } from "../events/topics.ts";
import { alertOfEvent } from "../mail/alert-event.ts";
import { batchesOf } from "../writing/batches-of.ts";

/**
 * Writes a message for each receiver who wants one of the events, in the transaction that the events belong to: whoever is
 * told of something can rely on it, and whatever happened is told.
 */
export async function enqueueDeliveries(
  transaction: Transaction<Tables>,
  events: readonly Event[],
  at: Date,
): Promise<void> {
  const webhooks = await transaction
    .selectFrom("webhook")
    .select(["id", "topics"])
    .where("disabled_at", "is", null)
    .execute();
  const subscriptions = events.some((event) => alertOfEvent(event) !== null)
    ? await transaction
        .selectFrom("mail_subscription")
        .select(["id", "kinds", "least_level"])
        .where("disabled_at", "is", null)
        .execute()
    : [];
  const rows = events.flatMap((event) => {
    const common = { event_number: event.number, topic: event.topic, event: toJson(event) };
    const times = { created_at: at, next_attempt_at: at };
    const alert = alertOfEvent(event);
    return [
      ...webhooks
        .filter(({ topics }) => isWanted(event.topic, topics))
        .map(({ id }) => ({ id: newId(), webhook_id: id, mail_subscription_id: null, ...common, ...times })),
      ...subscriptions
        .filter(({ kinds, least_level }) => alert !== null && kinds.includes(alert.kind) && alert.level >= least_level)
        .map(({ id }) => ({ id: newId(), webhook_id: null, mail_subscription_id: id, ...common, ...times })),
    ];
  });
  for (const batch of batchesOf(rows)) await transaction.insertInto("delivery").values(batch).execute();
}
