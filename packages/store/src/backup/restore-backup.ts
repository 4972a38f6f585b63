import { sql, type Transaction } from "kysely";
import { longTransaction } from "../database/long-transaction.ts";
import type { Database } from "../database/open-database.ts";
import { StoreError } from "../error.ts";
import { applyMigrations, migrate } from "../migrations/migrate.ts";
import { type Migration, readMigrations } from "../migrations/read-migrations.ts";
import type { Tables } from "../tables.ts";
import { type BackupContent, invalid, readBackup, requireEqualDigests, verifyBackup } from "./backup-file.ts";
import { databaseDigests } from "./table-digest.ts";
import { type TableLayout, tableLayouts } from "./table-layout.ts";
import type { TextRow } from "./table-rows.ts";

/** Rows that one statement inserts. */
const BATCH = 2000;

/**
 * Fills an empty database, of either kind, with the records of a backup, compares what it then holds with what was
 * written, and brings it to the newest structure. Unless all of it is right, the database stays empty.
 *
 * @throws StoreError TS_BACKUP_INVALID, TS_DATABASE_NOT_EMPTY, TS_MIGRATION_CHANGED when the backup is of a newer
 *   version, TS_DATABASE_UNAVAILABLE.
 */
export async function restoreBackup(database: Database, path: string): Promise<BackupContent> {
  const content = await verifyBackup(path);
  const migrations = migrationsOf(content, path);
  await longTransaction(database.kysely, "read write", async (transaction) => {
    await requireEmpty(transaction, database.place);
    await applyMigrations(transaction, migrations);
    await loadRows(transaction, path);
    requireEqualDigests(path, await databaseDigests(transaction), content.tables);
  });
  await migrate(database);
  return content;
}

/** The migrations of this version that the backup's database had. */
function migrationsOf(content: BackupContent, path: string): Migration[] {
  const shipped = readMigrations();
  return content.migrations.map(({ name, sha256 }, index) => {
    const migration = shipped[index];
    if (migration !== undefined && migration.sha256 === sha256) return migration;
    const message = `${path}: the backup has migration ${name}, which is another or none in this version of Touchstone`;
    throw new StoreError("TS_MIGRATION_CHANGED", message, { file: path, migration: name });
  });
}

async function requireEmpty(transaction: Transaction<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as "name" from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r' limit 1
  `.execute(transaction);
  if (rows.length > 0) {
    throw new StoreError("TS_DATABASE_NOT_EMPTY", `${place} has tables already, such as ${rows[0]?.name}`);
  }
}

async function loadRows(transaction: Transaction<Tables>, path: string): Promise<void> {
  const layouts = new Map((await tableLayouts(transaction)).map((layout) => [layout.name, layout]));
  const filled = await tablesWithRows(transaction, [...layouts.values()]);
  // Rows come table by table, and may refer to rows that come later.
  await sql`set constraints all deferred`.execute(transaction);
  let insert: ((rows: TextRow[]) => Promise<void>) | null = null;
  let batch: TextRow[] = [];
  const flush = async () => {
    if (batch.length > 0) await insert?.(batch);
    batch = [];
  };
  for await (const part of readBackup(path)) {
    if ("row" in part) {
      batch.push(part.row);
      if (batch.length === BATCH) await flush();
      continue;
    }
    await flush();
    if ("table" in part) {
      const layout = layouts.get(part.table);
      if (layout === undefined) throw invalid(path, `its migrations make no table ${part.table}`);
      // What migrations or triggers put into a table is only compared in the end.
      insert = filled.has(part.table) ? null : inserter(transaction, layout, part.columns);
    }
  }
  for (const layout of layouts.values()) await continueIdentity(transaction, layout);
}

async function tablesWithRows(transaction: Transaction<Tables>, layouts: TableLayout[]): Promise<Set<string>> {
  const filled = new Set<string>();
  for (const { name } of layouts) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) filled.add(name);
  }
  return filled;
}

/** Inserts rows of text by one statement, whose parameters are the columns. */
function inserter(transaction: Transaction<Tables>, { name, columns }: TableLayout, order: readonly string[]) {
  const typeOf = new Map(columns.map((column) => [column.name, column.type]));
  const names = order.map((column) => sql.ref(column));
  const values = order.map((column) => sql`${sql.ref(column)}::${sql.raw(typeOf.get(column) ?? "text")}`);
  return async (rows: TextRow[]) => {
    const arrays = order.map((_, index) => sql`${rows.map((row) => row[index] ?? null)}::text[]`);
    await sql`
      insert into ${sql.table(name)} (${sql.join(names)}) overriding system value
      select ${sql.join(values)} from unnest(${sql.join(arrays)}) as r(${sql.join(names)})
    `.execute(transaction);
  };
}

/** Numbers that the database gives go on after the highest that was restored. */
async function continueIdentity(transaction: Transaction<Tables>, { name, columns }: TableLayout): Promise<void> {
  const identity = columns.find(({ isIdentity }) => isIdentity)?.name;
  if (identity === undefined) return;
  await sql`
    select setval(pg_get_serial_sequence(${name}, ${identity}), max(${sql.ref(identity)})) from ${sql.table(name)}
  `.execute(transaction);
}
