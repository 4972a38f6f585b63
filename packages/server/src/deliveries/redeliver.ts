import { ServerError } from "../error.ts";
import type { Writing } from "../writing/perform.ts";
import { findDelivery } from "./list-deliveries.ts";
import type { Delivery } from "./schema.ts";

/**
 * Has a message tried again that was given up, as often as a new one, under the id that it had.
 *
 * @throws ServerError TS_NOT_FOUND; TS_CONFLICT unless it was given up.
 */
export async function redeliver({ transaction, at, record }: Writing, id: string): Promise<Delivery> {
  const { status, attempts } = await findDelivery(transaction, id);
  if (status !== "dead") throw new ServerError("TS_CONFLICT", `delivery ${id} is ${status}, not dead`);
  await transaction
    .updateTable("delivery")
    .set({ status: "pending", attempts: 0, next_attempt_at: at, failure: null })
    .where("id", "=", id)
    .execute();
  record({ action: "delivery.repeat", subject: { kind: "delivery", id }, old: { status, attempts } });
  return findDelivery(transaction, id);
}
