import { newId } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import type { ServerSettings } from "../context.ts";
import { invalidField } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { requirePublicHost } from "./public-address.ts";
import { findWebhook } from "./queries.ts";
import type { NewWebhook, Webhook, WebhookChange } from "./schema.ts";
import { newWebhookSecret, writtenSecret } from "./webhook-secret.ts";
import { requireSecrets, sealWebhookSecret } from "./webhook-secrets.ts";

/**
 * Adds a webhook. Its answer is the only one that shows the secret.
 *
 * @throws ServerError TS_NOT_CONFIGURED without a key for secrets, TS_REQUEST_INVALID for an address that is refused.
 */
export async function createWebhook(
  writing: Writing,
  caller: Caller,
  settings: ServerSettings,
  { url, topics, description }: NewWebhook,
): Promise<Webhook & { secret: string }> {
  requireAllowedUrl(url, settings);
  const id = newId();
  const secret = newWebhookSecret();
  await writing.transaction
    .insertInto("webhook")
    .values({
      id,
      url,
      topics: [...topics],
      description: description ?? null,
      secret: sealWebhookSecret(requireSecrets(settings), id, secret),
      created_by: caller.principalId,
      created_at: writing.at,
    })
    .execute();
  const webhook = await findWebhook(writing.transaction, id);
  writing.record({ action: "webhook.create", subject: { kind: "webhook", id }, new: webhook });
  return { ...webhook, secret: writtenSecret(secret) };
}

/** Changes a webhook. @throws ServerError TS_NOT_FOUND, TS_REQUEST_INVALID. */
export async function changeWebhook(
  writing: Writing,
  settings: ServerSettings,
  id: string,
  change: WebhookChange,
): Promise<Webhook> {
  const { isEnabled, url, topics, description } = change;
  if (url !== undefined) requireAllowedUrl(url, settings);
  const webhook = await findWebhook(writing.transaction, id);
  return update(writing, webhook, {
    ...(url === undefined ? {} : { url }),
    ...(topics === undefined ? {} : { topics: [...topics] }),
    ...(description === undefined ? {} : { description }),
    ...(isEnabled === true ? { disabled_at: null, disabled_reason: null } : {}),
    ...(isEnabled === false && webhook.disabledAt === null
      ? { disabled_at: writing.at, disabled_reason: `by ${writing.actor}` }
      : {}),
  });
}

/** Ends what is sent to a webhook. One that is disabled already stays as it is. @throws ServerError TS_NOT_FOUND. */
export async function disableWebhook(writing: Writing, id: string, reason: string): Promise<Webhook> {
  const webhook = await findWebhook(writing.transaction, id);
  if (webhook.disabledAt !== null) return webhook;
  return update(writing, webhook, { disabled_at: writing.at, disabled_reason: reason });
}

interface Columns {
  url?: string;
  topics?: string[];
  description?: string | null;
  disabled_at?: Date | null;
  disabled_reason?: string | null;
}

async function update({ transaction, record }: Writing, old: Webhook, columns: Columns): Promise<Webhook> {
  if (Object.keys(columns).length === 0) return old;
  const { id } = old;
  await transaction.updateTable("webhook").set(columns).where("id", "=", id).execute();
  const webhook = await findWebhook(transaction, id);
  record({ action: "webhook.change", subject: { kind: "webhook", id }, old, new: webhook });
  return webhook;
}

function requireAllowedUrl(text: string, { allowPrivateWebhooks }: ServerSettings): void {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null) throw invalidField("/body/url", "is no address");
  if (url.username !== "" || url.password !== "") throw invalidField("/body/url", "must not hold a name or password");
  if (allowPrivateWebhooks) return;
  if (url.protocol !== "https:") throw invalidField("/body/url", "has to begin with https://");
  try {
    requirePublicHost(url.hostname);
  } catch {
    throw invalidField("/body/url", "is of this machine or its network; the setting allowPrivateWebhooks allows that");
  }
}
