import { Kysely, PostgresDialect, sql } from "kysely";
import { Pool } from "pg";
import type { Tables } from "../tables.ts";
import { databaseUnavailable } from "./database-error.ts";
import type { Database, PostgresSource } from "./open-database.ts";
import { pgTypeParsers } from "./value-types.ts";

const CONNECT_TIMEOUT = 10_000;
const STATEMENT_TIMEOUT = 30_000;

/**
 * Connects to a PostgreSQL server.
 *
 * @throws StoreError TS_DATABASE_UNAVAILABLE when it does not answer, or refuses the user.
 */
export async function openPostgres(source: PostgresSource): Promise<Database> {
  const place = withoutPassword(source.url);
  const pool = createPool(source, place);
  // A connection that breaks while nobody uses it is replaced by the pool; unheard, its error would end the process.
  pool.on("error", () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(kysely);
  } catch (error) {
    await kysely.destroy();
    throw databaseUnavailable(`${place} cannot be used`, error);
  }
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= kysely.destroy();
    return closing;
  };
  return { kind: "postgresql", kysely, place, announce: () => {}, close };
}

function createPool(source: PostgresSource, place: string): Pool {
  try {
    return new Pool({
      connectionString: source.url,
      max: source.connections ?? 10,
      application_name: source.applicationName ?? "touchstone",
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      keepAlive: true,
      statement_timeout: source.statementTimeout ?? STATEMENT_TIMEOUT,
      idle_in_transaction_session_timeout: source.statementTimeout ?? STATEMENT_TIMEOUT,
      options: "-c timezone=UTC",
      types: pgTypeParsers,
    });
  } catch (error) {
    throw databaseUnavailable(`${place} is no address of a database`, error);
  }
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "DATABASE_URL";
  const shown = new URL(url);
  shown.password = "";
  shown.searchParams.delete("password");
  return shown.href;
}
