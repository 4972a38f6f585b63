import { newId } from "@touchstone/store";
import type { Caller } from "../access/caller.ts";
import type { ServerSettings } from "../context.ts";
import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import type { Answer } from "../writing/write-once.ts";
import { findMailSubscription } from "./queries.ts";
import { alertKinds, type MailSubscription, type MailSubscriptionChange, type NewMailSubscription } from "./schema.ts";

/** Has somebody written to about alerts. @throws ServerError TS_NOT_CONFIGURED without a mail server. */
export async function createMailSubscription(
  writing: Writing,
  caller: Caller,
  { mail }: ServerSettings,
  { address, kinds = [...alertKinds], leastLevel = 0 }: NewMailSubscription,
): Promise<Answer<MailSubscription>> {
  if (mail === null) {
    const message = "e-mail needs a mail server: TOUCHSTONE_SMTP_URL and TOUCHSTONE_MAIL_FROM";
    throw new ServerError("TS_NOT_CONFIGURED", message);
  }
  const id = newId();
  await writing.transaction
    .insertInto("mail_subscription")
    .values({
      id,
      address,
      kinds: [...kinds],
      least_level: leastLevel,
      created_by: caller.principalId,
      created_at: writing.at,
    })
    .execute();
  const body = await findMailSubscription(writing.transaction, id);
  writing.record({ action: "mail-subscription.create", subject: { kind: "mail subscription", id }, new: body });
  return { status: 201, body };
}

/** Changes a subscription, or ends it or takes it up again. @throws ServerError TS_NOT_FOUND. */
export async function changeMailSubscription(
  { transaction, at, actor, record }: Writing,
  id: string,
  { kinds, leastLevel, isEnabled }: MailSubscriptionChange,
): Promise<Answer<MailSubscription>> {
  const old = await findMailSubscription(transaction, id);
  const isEnding = isEnabled === false && old.disabledAt === null;
  const columns = {
    ...(kinds === undefined ? {} : { kinds: [...kinds] }),
    ...(leastLevel === undefined ? {} : { least_level: leastLevel }),
    ...(isEnabled === true ? { disabled_at: null, disabled_reason: null } : {}),
    ...(isEnding ? { disabled_at: at, disabled_reason: `by ${actor}` } : {}),
  };
  if (Object.keys(columns).length === 0) return { status: 200, body: old };
  await transaction.updateTable("mail_subscription").set(columns).where("id", "=", id).execute();
  const body = await findMailSubscription(transaction, id);
  record({ action: "mail-subscription.change", subject: { kind: "mail subscription", id }, old, new: body });
  return { status: 200, body };
}
