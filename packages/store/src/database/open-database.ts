import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { Announcement } from "./data-folder-lock.ts";
import type { Leadership } from "./leadership.ts";

/** The records, wherever they are kept. */
export interface Database {
  readonly kind: "pglite" | "postgresql";
  readonly kysely: Kysely<Tables>;
  /** Where the records are, for people: the folder, or the address without its password. */
  readonly place: string;
  /** Tells whoever finds the data folder in use how to reach it; does nothing where there is no folder. */
  announce(announcement: Announcement): void;
  /**
   * Calls `onNotify` after each transaction of any process that notified the channel (`pg_notify`). Notifications can be
   * lost with the connection, so it is also called when a lost connection was made anew, and every half minute: it means
   * "look at the table", not "there is something new".
   *
   * @param channel small letters and underscores.
   * @returns what ends it; after `close` that does nothing.
   * @throws StoreError TS_DATABASE_UNAVAILABLE.
   */
  listen(channel: string, onNotify: () => void): Promise<() => Promise<void>>;
  /**
   * Tries to become the one process, of all that use the records, that leads something; PGlite has one process anyway.
   * Leadership ends with the process or its connection, so that another one can take over: whoever leads does what may
   * be done twice.
   *
   * @param subject what is led.
   * @returns null when another one leads, or this one does already.
   * @throws StoreError TS_DATABASE_UNAVAILABLE.
   */
  lead(subject: string): Promise<Leadership | null>;
  /** How the pool's connections are used now; null for PGlite, which has none. */
  connections(): Connections | null;
  /** Ends all work; gives back the lock of the folder, or the connections. A second call does nothing. */
  close(): Promise<void>;
}

/** Use of a pool of connections. */
export interface Connections {
  readonly total: number;
  readonly idle: number;
  /** Statements and transactions that wait for one. */
  readonly waiting: number;
}

/** A PostgreSQL server. */
export interface PostgresSource {
  /** `postgresql://user:password@host:port/database?sslmode=...` */
  readonly url: string;
  /** Most connections at a time; 10 unless given. */
  readonly connections?: number;
  /** Milliseconds after which a statement is given up; 30 000 unless given, 0 for no limit. */
  readonly statementTimeout?: number;
  /** Name of the connections in pg_stat_activity; `touchstone` unless given. */
  readonly applicationName?: string;
}

/** A folder that holds the records in PGlite. */
export interface FolderSource {
  /** The data folder, made when it does not exist. */
  readonly dataFolder: string;
  /** Milliseconds between checkpoints; 60 000 unless given, 0 for none. */
  readonly checkpointInterval?: number;
}

/**
 * Opens the records of a server, or of a data folder that no other process has open.
 *
 * @throws StoreError TS_DATABASE_UNAVAILABLE, or TS_DATA_FOLDER_LOCKED naming the process that has the folder.
 */
export async function openDatabase(source: PostgresSource | FolderSource): Promise<Database> {
  // Each driver is loaded only by those who use it: PGlite alone costs some 20 MB of WebAssembly.
  if ("url" in source) {
    const { openPostgres } = await import("./open-postgres.ts");
    return openPostgres(source);
  }
  const { openPGlite } = await import("./open-pglite.ts");
  return openPGlite(source);
}
