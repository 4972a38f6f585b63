import type { DeliveryTable, Tables } from "@touchstone/store";
import { type Kysely, type Selectable, sql } from "kysely";
import { notFound } from "../error.ts";
import type { Event } from "../events/schema.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { readCursor, toPage } from "../http/page.ts";
import type { Delivery, DeliveryListQuery } from "./schema.ts";

/** The query of a page of messages, newest first. */
export function deliveryListQuery(kysely: Kysely<Tables>, query: DeliveryListQuery) {
  const after = readCursor(query.cursor, ["moment", "id"]);
  let rows = kysely.selectFrom("delivery").selectAll();
  if (query.status !== undefined) rows = rows.where("status", "=", query.status);
  if (query.webhookId !== undefined) rows = rows.where("webhook_id", "=", query.webhookId);
  if (query.mailSubscriptionId !== undefined) rows = rows.where("mail_subscription_id", "=", query.mailSubscriptionId);
  if (after !== null) {
    rows = rows.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`);
  }
  return rows
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(query.limit + 1);
}

/** A page of messages. */
export async function listDeliveries(
  kysely: Kysely<Tables>,
  query: DeliveryListQuery,
): Promise<{ items: Delivery[]; next: string | null }> {
  const rows = await deliveryListQuery(kysely, query).execute();
  return toPage(rows, query.limit, (row) => [row.created_at.toISOString(), row.id], toDelivery);
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findDelivery(kysely: Kysely<Tables>, id: string): Promise<Delivery> {
  const row = await kysely.selectFrom("delivery").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("delivery", id);
  return toDelivery(row);
}

function toDelivery(row: Selectable<DeliveryTable>): Delivery {
  return {
    id: row.id,
    webhookId: row.webhook_id,
    mailSubscriptionId: row.mail_subscription_id,
    event: row.event as Event,
    status: row.status,
    attempts: row.attempts,
    createdAt: momentOut(row.created_at),
    nextAttemptAt: momentOutOrNull(row.next_attempt_at),
    lastAttemptAt: momentOutOrNull(row.last_attempt_at),
    deliveredAt: momentOutOrNull(row.delivered_at),
    failure: row.failure,
  };
}
