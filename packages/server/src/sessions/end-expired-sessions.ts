import type { Writing } from "../writing/perform.ts";

/** Ends sessions whose time is over, and forgets sign-ins with a provider that nobody completed. */
export async function endExpiredSessions({ transaction, at }: Writing): Promise<void> {
  await transaction
    .updateTable("session")
    .set({ ended_at: at })
    .where("expires_at", "<=", at)
    .where("ended_at", "is", null)
    .execute();
  await transaction.deleteFrom("oidc_sign_in").where("expires_at", "<=", at).execute();
}
