import type { Writing } from "./perform.ts";

/** Forgets answers that were kept for repeated requests, once their time is over. */
export async function forgetAnswers({ transaction, at }: Writing): Promise<void> {
  await transaction.deleteFrom("idempotency_key").where("expires_at", "<=", at).execute();
}
