import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** A migration as the database remembers it. */
export interface AppliedMigration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly appliedAt: Date;
}

/** What the database remembers, in the order of the numbers; empty for a new database. Changes nothing. */
export async function appliedMigrations(kysely: Kysely<Tables>): Promise<AppliedMigration[]> {
  const { rows } = await sql<{ exists: boolean }>`
    select to_regclass('migration') is not null as exists
  `.execute(kysely);
  if (rows[0]?.exists !== true) return [];
  const applied = await kysely.selectFrom("migration").selectAll().orderBy("number").execute();
  return applied.map(({ number, name, sha256, applied_at }) => ({ number, name, sha256, appliedAt: applied_at }));
}

/** Makes the table that remembers, where it is missing. */
export async function rememberMigrations(kysely: Kysely<Tables>): Promise<void> {
  await sql`
    create table if not exists migration (
      number integer primary key,
      name text not null unique,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      applied_at timestamptz(3) not null default now()
    )
  `.execute(kysely);
}
