import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { Announcement } from "./data-folder-lock.ts";

/** The records, wherever they are kept. */
export interface Database {
  readonly kind: "pglite" | "postgresql";
  readonly kysely: Kysely<Tables>;
  /** Where the records are, for people: the folder, or the address without its password. */
  readonly place: string;
  /** Tells whoever finds the data folder in use how to reach it; does nothing where there is no folder. */
  announce(announcement: Announcement): void;
  /** Ends all work; gives back the lock of the folder, or the connections. A second call does nothing. */
  close(): Promise<void>;
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
