import type { Kysely } from "kysely";
import { StoreError } from "../error.ts";
import type { Tables } from "../tables.ts";
import { type AppliedMigration, appliedMigrations } from "./applied-migrations.ts";
import { type Migration, readMigrations } from "./read-migrations.ts";

/** Where a database stands. */
export interface MigrationStatus {
  readonly applied: readonly AppliedMigration[];
  /** Those that this version of Touchstone brings and the database lacks, in their order. */
  readonly pending: readonly Migration[];
}

/**
 * Compares a database with the migrations that it should have. Changes nothing.
 *
 * @throws StoreError TS_MIGRATION_CHANGED when an applied migration is another one or none here, or when one is missing
 *   in between.
 */
export async function migrationStatus(
  kysely: Kysely<Tables>,
  migrations: readonly Migration[] = readMigrations(),
): Promise<MigrationStatus> {
  const applied = await appliedMigrations(kysely);
  for (const [index, before] of applied.entries()) {
    requireSame(before, migrations[index]);
  }
  return { applied, pending: migrations.slice(applied.length) };
}

/** @throws StoreError TS_MIGRATION_PENDING unless the database has all migrations; TS_MIGRATION_CHANGED as above. */
export async function requireMigrated(kysely: Kysely<Tables>): Promise<void> {
  const { pending } = await migrationStatus(kysely);
  const [next] = pending;
  if (next !== undefined) {
    const message = `the database lacks ${pending.length} migrations, the first is ${next.name}`;
    throw new StoreError("TS_MIGRATION_PENDING", message, { migration: next.name });
  }
}

function requireSame(applied: AppliedMigration, migration: Migration | undefined): void {
  if (migration?.number === applied.number && migration.sha256 === applied.sha256) return;
  throw new StoreError("TS_MIGRATION_CHANGED", difference(applied, migration), { migration: applied.name });
}

function difference(applied: AppliedMigration, migration: Migration | undefined): string {
  if (migration === undefined || migration.number > applied.number) {
    return `the database has migration ${applied.name}, which this version of Touchstone does not know`;
  }
  if (migration.number < applied.number) {
    return `the database has migration ${applied.name}, but not ${migration.name}, which comes before it`;
  }
  return `migration ${applied.name} was changed after it was applied to this database`;
}
