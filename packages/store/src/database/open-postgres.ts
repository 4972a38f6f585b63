import { Kysely, PostgresDialect, sql } from "kysely";
import { type ClientConfig, Pool } from "pg";
import type { Tables } from "../tables.ts";
import { databaseUnavailable } from "./database-error.ts";
import type { Database, PostgresSource } from "./open-database.ts";
import { PostgresLeaderships } from "./postgres-leaderships.ts";
import { PostgresListener } from "./postgres-listener.ts";
import { pgTypeParsers } from "./value-types.ts";

const CONNECT_TIMEOUT = 10_000;
const STATEMENT_TIMEOUT = 30_000;
/** A connection that only waits would never find out otherwise that its server is gone. */
const KEEP_ALIVE_DELAY = 10_000;

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
  // So would that of one which breaks in use; whoever uses it has the error from the statement.
  pool.on("connect", (client) => client.on("error", () => {}));
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await sql`select 1`.execute(kysely);
  } catch (error) {
    await kysely.destroy();
    throw databaseUnavailable(`${place} cannot be used`, error);
  }
  const listener = new PostgresListener(connectionOptions(source));
  const leaderships = new PostgresLeaderships(connectionOptions(source));
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= Promise.all([listener.close(), leaderships.close()]).then(() => kysely.destroy());
    return closing;
  };
  const listen = (channel: string, onNotify: () => void) => listener.listen(channel, onNotify);
  const connections = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount });
  const lead = (subject: string) => leaderships.lead(subject);
  return { kind: "postgresql", kysely, place, announce: () => {}, listen, lead, connections, close };
}

function createPool(source: PostgresSource, place: string): Pool {
  try {
    return new Pool({ ...connectionOptions(source), max: source.connections ?? 10 });
  } catch (error) {
    throw databaseUnavailable(`${place} is no address of a database`, error);
  }
}

function connectionOptions(source: PostgresSource): ClientConfig {
  return {
    connectionString: source.url,
    application_name: source.applicationName ?? "touchstone",
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    statement_timeout: source.statementTimeout ?? STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: source.statementTimeout ?? STATEMENT_TIMEOUT,
    options: "-c timezone=UTC",
    types: pgTypeParsers,
  };
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "DATABASE_URL";
  const shown = new URL(url);
  shown.password = "";
  shown.searchParams.delete("password");
  return shown.href;
}
