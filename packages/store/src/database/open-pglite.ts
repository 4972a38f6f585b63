import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { StoreError } from "../error.ts";
import type { Tables } from "../tables.ts";
import { dataFolderPaths } from "./data-folder.ts";
import { lockDataFolder } from "./data-folder-lock.ts";
import { LocalLeaderships } from "./leadership.ts";
import type { Database, FolderSource } from "./open-database.ts";
import { valueParsers } from "./value-types.ts";

const CHECKPOINT_INTERVAL = 60_000;

/**
 * Opens the database of a data folder, and makes both where there are none. The folder belongs to this process until
 * `close`, or its end.
 *
 * @throws StoreError TS_DATA_FOLDER_LOCKED, or TS_DATABASE_UNAVAILABLE when the folder cannot be written or its database
 *   does not start.
 */
export async function openPGlite(source: FolderSource): Promise<Database> {
  const place = resolve(source.dataFolder);
  makeFolder(place);
  const paths = dataFolderPaths(place);
  const lock = lockDataFolder(paths.lock);
  const pglite = await startPGlite(paths.database).catch((error) => {
    lock.release();
    throw error;
  });
  const stopCheckpoints = checkpointAtIntervals(pglite, source.checkpointInterval ?? CHECKPOINT_INTERVAL);
  const leaderships = new LocalLeaderships();
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  const end = async () => {
    leaderships.end();
    stopCheckpoints();
    try {
      await kysely.destroy();
      if (!pglite.closed) await pglite.close();
    } finally {
      lock.release();
    }
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= end();
    return closing;
  };
  const listen = async (channel: string, onNotify: () => void) => {
    const unlisten = await pglite.listen(channel, () => onNotify());
    return async () => {
      if (!pglite.closed) await unlisten();
    };
  };
  return {
    kind: "pglite",
    kysely,
    place,
    announce: lock.announce,
    listen,
    lead: leaderships.lead,
    connections: () => null,
    close,
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code;
    throw new StoreError("TS_DATABASE_UNAVAILABLE", `${folder} cannot be made (${reason})`, { folder }, cause);
  }
}

async function startPGlite(folder: string): Promise<PGlite> {
  try {
    if (!existsSync(folder)) await createDatabase(folder);
    const pglite = await PGlite.create(folder, { parsers: { ...valueParsers } });
    await pglite.exec("set timezone to 'UTC'");
    return pglite;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const message = `the database in ${folder} does not start (${reason})`;
    throw new StoreError("TS_DATABASE_UNAVAILABLE", message, { folder }, cause);
  }
}

/** Under another name until it is whole: half a database, left by a process that was ended, would never open. */
async function createDatabase(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await PGlite.create(unfinished)).close();
  renameSync(unfinished, folder);
}

/** Bounds what has to be replayed after a crash. Returns what stops it; the timer keeps no process alive. */
function checkpointAtIntervals(pglite: PGlite, interval: number): () => void {
  if (interval === 0) return () => {};
  // One that fails is made up for by the next, or by the error of the statement that needs it.
  const timer = setInterval(() => void pglite.exec("checkpoint").catch(() => {}), interval);
  timer.unref();
  return () => clearInterval(timer);
}
