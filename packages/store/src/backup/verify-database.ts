import type { Kysely } from "kysely";
import { longTransaction } from "../database/long-transaction.ts";
import { requireMigrated } from "../migrations/migration-status.ts";
import type { Tables } from "../tables.ts";
import { databaseDigests, type TableDigests } from "./table-digest.ts";

/**
 * Reads every row of a database and checks that its structure is that of this version.
 *
 * @returns the digest of each table: equal to a backup's where the records are.
 * @throws StoreError TS_MIGRATION_PENDING, TS_MIGRATION_CHANGED, TS_DATABASE_UNAVAILABLE; what the database says of a
 *   row that it cannot read.
 */
export async function verifyDatabase(kysely: Kysely<Tables>): Promise<TableDigests> {
  await requireMigrated(kysely);
  return longTransaction(kysely, "read only", databaseDigests);
}
