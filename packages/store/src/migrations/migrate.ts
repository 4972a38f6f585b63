import { CompiledQuery, type Kysely, sql, type Transaction } from "kysely";
import type { Database } from "../database/open-database.ts";
import { StoreError } from "../error.ts";
import type { Tables } from "../tables.ts";
import { rememberMigrations } from "./applied-migrations.ts";
import { migrationStatus } from "./migration-status.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";
import { splitStatements } from "./split-statements.ts";

/** Number of the advisory lock that one migrating process has at a time; any number that nobody else uses. */
const LOCK = 7_467_001_113;

/**
 * Brings a database to the newest structure. Each migration is a transaction of its own, and of several processes that
 * migrate one database at once, one does each migration.
 *
 * @returns those that this call applied.
 * @throws StoreError TS_MIGRATION_CHANGED when what was applied is not what is here; TS_MIGRATION_FAILED with what the
 *   database says of a migration, of which then nothing is applied.
 */
export async function migrate(
  { kysely, kind }: Pick<Database, "kysely" | "kind">,
  migrations: readonly Migration[] = readMigrations(),
): Promise<Migration[]> {
  const done: Migration[] = [];
  for (;;) {
    const applied = await kysely.transaction().execute(async (transaction) => {
      // The folder of a PGlite belongs to one process, so its transactions alone keep others out.
      if (kind === "postgresql") await waitForTurn(transaction);
      const [next] = (await migrationStatus(transaction, migrations)).pending;
      if (next !== undefined) await applyMigrations(transaction, [next]);
      return next;
    });
    if (applied === undefined) return done;
    done.push(applied);
  }
}

/** The lock is given back with the end of the transaction. A migration may take longer than a request may. */
async function waitForTurn(transaction: Transaction<Tables>): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(transaction);
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(transaction);
  await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(transaction);
}

/**
 * Applies migrations within a transaction that the caller began. They have to be the next ones.
 *
 * @throws StoreError TS_MIGRATION_FAILED with what the database says of it.
 */
export async function applyMigrations(
  transaction: Transaction<Tables>,
  migrations: readonly Migration[],
): Promise<void> {
  await rememberMigrations(transaction);
  for (const migration of migrations) await apply(transaction, migration);
}

async function apply(transaction: Kysely<Tables>, { number, name, sha256, sql: text }: Migration): Promise<void> {
  for (const statement of splitStatements(text)) {
    try {
      await transaction.executeQuery(CompiledQuery.raw(statement));
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `migration ${name} cannot be applied (${reason}): ${statement.slice(0, 200)}`;
      throw new StoreError("TS_MIGRATION_FAILED", message, { migration: name }, cause);
    }
  }
  await transaction.insertInto("migration").values({ number, name, sha256 }).execute();
}
