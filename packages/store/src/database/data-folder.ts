import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { StoreError } from "../error.ts";

/** Where things are in a data folder. */
export interface DataFolderPaths {
  /** PGlite's own folder. */
  readonly database: string;
  /** Beside it, since PGlite owns all that is inside. */
  readonly lock: string;
  /** Files by their content. */
  readonly objects: string;
}

/** Paths of the database and its lock in a data folder. */
export function dataFolderPaths(dataFolder: string): DataFolderPaths {
  const folder = resolve(dataFolder);
  return { database: join(folder, "database"), lock: join(folder, "database.lock"), objects: join(folder, "objects") };
}

/** @throws StoreError TS_DATABASE_MISSING unless the data folder holds a database. */
export function requireDatabase(dataFolder: string): void {
  const { database } = dataFolderPaths(dataFolder);
  if (existsSync(database)) return;
  const folder = resolve(dataFolder);
  throw new StoreError("TS_DATABASE_MISSING", `${folder}: there are no records in this folder`, { folder });
}
