import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../tables.ts";
import { describeDatabaseError } from "./database-error.ts";

/**
 * Runs `work` on one state of the database, whatever others write meanwhile, and without the time limits of requests.
 *
 * @throws StoreError TS_DATABASE_UNAVAILABLE when the database goes away; else what `work` throws.
 */
export async function longTransaction<T>(
  kysely: Kysely<Tables>,
  accessMode: "read only" | "read write",
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  const transaction = kysely.transaction().setIsolationLevel("repeatable read").setAccessMode(accessMode);
  try {
    return await transaction.execute(async (begun) => {
      await sql`set local statement_timeout = 0`.execute(begun);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(begun);
      return work(begun);
    });
  } catch (error) {
    throw describeDatabaseError(error);
  }
}
