import type { Tables, WebhookTable } from "@touchstone/store";
import type { Kysely, Selectable } from "kysely";
import { notFound } from "../error.ts";
import { momentOut, momentOutOrNull } from "../http/field-schemas.ts";
import { readCursor, toPage } from "../http/page.ts";
import type { Webhook } from "./schema.ts";

/** A webhook as answers show it: without its secret. */
export function toWebhook(row: Omit<Selectable<WebhookTable>, "secret">): Webhook {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    topics: row.topics,
    createdBy: row.created_by,
    createdAt: momentOut(row.created_at),
    disabledAt: momentOutOrNull(row.disabled_at),
    disabledReason: row.disabled_reason,
  };
}

function selectWebhooks(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom("webhook")
    .select(["id", "url", "description", "topics", "created_by", "created_at", "disabled_at", "disabled_reason"]);
}

/** @throws ServerError TS_NOT_FOUND. */
export async function findWebhook(kysely: Kysely<Tables>, id: string): Promise<Webhook> {
  const row = await selectWebhooks(kysely).where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw notFound("webhook", id);
  return toWebhook(row);
}

/** A page of webhooks, newest first. */
export async function listWebhooks(
  kysely: Kysely<Tables>,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: Webhook[]; next: string | null }> {
  const after = readCursor(cursor, ["id"]);
  const rows = await selectWebhooks(kysely)
    .$if(after !== null, (query) => query.where("id", "<", String(after?.[0])))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  return toPage(rows, limit, ({ id }) => [id], toWebhook);
}
