import type { MailSubscriptionTable, Tables } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { readCursor, toPage } from "../http/page.ts";
import type { MailSubscription } from "./schema.ts";

/** @throws ServerError TS_NOT_FOUND. */
export async function findMailSubscription(kysely: Kysely<Tables>, id: string): Promise<MailSubscription> {
  const row = await kysely.selectFrom("mail_subscription").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("mail subscription", id);
  return toMailSubscription(row);
}

/** A page of subscriptions, newest first. */
export async function listMailSubscriptions(
  kysely: Kysely<Tables>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: MailSubscription[]; next: string | null }> {
  const after = readCursor(cursor, ["id"]);
  const rows = await kysely
    .selectFrom("mail_subscription")
    .selectAll()
    .$if(after !== null, (query) => query.where("id", "<", String(after?.[0])))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, ({ id }) => [id], toMailSubscription);
}

function toMailSubscription(row: Selectable<MailSubscriptionTable>): MailSubscription {
  return {
    id: row.id,
    address: row.address,
    kinds: row.kinds,
    leastLevel: row.least_level,
    createdBy: row.created_by,
    createdAt: momentOut(row.created_at),
    disabledAt: momentOutOrNull(row.disabled_at),
    disabledReason: row.disabled_reason,
  };
}
