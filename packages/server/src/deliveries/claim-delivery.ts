import type { DeliveryTable, Tables } from "@touchstone/store";
import { type Kysely, type Selectable, sql } from "kysely";

/** Milliseconds that a process has for an attempt; then another one may take the message over. Longer than any attempt. */
const LEASE = 120_000;

/** A message that this process, and no other, tries to deliver now. */
export type ClaimedDelivery = Selectable<DeliveryTable>;

/**
 * Takes the message that has been due for longest. One statement, which passes over what others are taking: each attempt
 * is one process'. When that ends in between, the message is due again after a while.
 *
 * @param busy receivers that are told something now; one message at a time, so that none keeps the others waiting.
 */
export async function claimDelivery(
  kysely: Kysely<Tables>,
  at: Date,
  busy: readonly string[],
): Promise<ClaimedDelivery | null> {
  const claimed = await kysely
    .updateTable("delivery")
    .set({
      attempts: sql`attempts + 1`,
      last_attempt_at: at,
      next_attempt_at: new Date(at.getTime() + LEASE),
    })
    .where("id", "=", (from) =>
      from
        .selectFrom("delivery")
        .select("id")
        .where("status", "=", "pending")
        .where("next_attempt_at", "<=", at)
        .where(sql<boolean>`coalesce(webhook_id, mail_subscription_id) <> all(${[...busy]}::uuid[])`)
        .orderBy("next_attempt_at")
        .orderBy("id")
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
  return claimed ?? null;
}

/** Notes what became of an attempt. A message that another process has taken over since is that one's. */
export async function settleDelivery(
  kysely: Kysely<Tables>,
  { id, attempts }: ClaimedDelivery,
  outcome: Pick<ClaimedDelivery, "status" | "delivered_at" | "next_attempt_at" | "failure">,
): Promise<void> {
  await kysely
    .updateTable("delivery")
    .set(outcome)
    .where("id", "=", id)
    .where("status", "=", "pending")
    .$if(outcome.status !== "delivered", (query) => query.where("attempts", "=", attempts))
    .execute();
}
