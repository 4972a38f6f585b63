import { setTimeout } from "node:timers/promises";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../tables.ts";
import { describeDatabaseError, isTransactionConflict } from "./database-error.ts";

const ATTEMPTS = 6;
/** First pause before another attempt, in milliseconds; doubled each time, and varied so that rivals part. */
const PAUSE = 5;

/**
 * Runs `work` in a serialisable transaction, and again when it lost against another one. All that `work` does is done
 * once or not at all, provided that it touches nothing but the transaction.
 *
 * @returns what `work` returns.
 * @throws what `work` throws; StoreError TS_DATABASE_UNAVAILABLE when the database goes away, does not answer in time, or
 *   others came first in six attempts; TS_DATABASE_FULL when it has no space left.
 */
export async function inTransaction<T>(
  kysely: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await kysely.transaction().setIsolationLevel("serializable").execute(work);
    } catch (error) {
      if (attempt === ATTEMPTS || !isTransactionConflict(error)) throw describeDatabaseError(error);
    }
    await setTimeout(PAUSE * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}
