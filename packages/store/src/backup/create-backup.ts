import { createWriteStream } from "node:fs";
import { link, open, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Kysely, Transaction } from "kysely";
import { newId } from "../database/identifier.ts";
import { longTransaction } from "../database/long-transaction.ts";
import { StoreError } from "../error.ts";
import { migrationStatus } from "../migrations/migration-status.ts";
import type { Tables } from "../tables.ts";
import {
  BACKUP_SCHEMA,
  type BackupContent,
  type BackupHeader,
  requireEqualDigests,
  verifyBackup,
} from "./backup-file.ts";
import { rowLine, type TableDigest, TableDigester } from "./table-digest.ts";
import { tableLayouts } from "./table-layout.ts";
import { tableRows } from "./table-rows.ts";

/**
 * Writes all records to a new file, as they are at one moment. The file appears when it is whole, on the disk, and has
 * been read back.
 *
 * @throws StoreError TS_BACKUP_UNWRITABLE when the file exists or cannot be written; TS_DATABASE_UNAVAILABLE.
 */
export async function createBackup(kysely: Kysely<Tables>, path: string): Promise<BackupContent> {
  const unfinished = `${path}.${newId()}.unfinished`;
  try {
    const written = await longTransaction(kysely, "read only", (transaction) => writeAll(transaction, unfinished));
    const content = await verifyBackup(unfinished);
    requireEqualDigests(path, content.tables, written);
    await toDisk(unfinished);
    // Unlike a renaming, a link never replaces what is there.
    await link(unfinished, path);
    await toDisk(dirname(path));
    return content;
  } catch (error) {
    throw describeFileError(path, error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function writeAll(transaction: Transaction<Tables>, path: string): Promise<Record<string, TableDigest>> {
  const digests: Record<string, TableDigest> = {};
  const file = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(backupText(transaction, digests), createGzip(), file);
  } catch (error) {
    throw describeFileError(path, error);
  }
  return digests;
}

/** Puts the digest of each table into `digests` as it goes. */
async function* backupText(
  transaction: Transaction<Tables>,
  digests: Record<string, TableDigest>,
): AsyncGenerator<string> {
  const { applied } = await migrationStatus(transaction);
  const migrations = applied.map(({ number, name, sha256 }) => ({ number, name, sha256 }));
  yield jsonLine({ schema: BACKUP_SCHEMA, createdAt: new Date().toISOString(), migrations } satisfies BackupHeader);
  for (const table of await tableLayouts(transaction)) {
    yield jsonLine({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const digester = new TableDigester();
    for await (const batch of tableRows(transaction, table)) {
      const lines = batch.map(rowLine);
      for (const line of lines) digester.add(line);
      yield lines.join("");
    }
    digests[table.name] = digester.finish();
  }
  yield jsonLine({ end: digests });
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** After this a loss of power does not undo what was written to the file, or to the folder. */
async function toDisk(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What files fail with, and connections to a database do not. */
const FILE_ERROR = /^E(ACCES|DQUOT|EXIST|FBIG|IO|ISDIR|MFILE|NOENT|NOSPC|NOTDIR|PERM|ROFS)$/;

function describeFileError(path: string, error: unknown): unknown {
  const code = String((error as NodeJS.ErrnoException).code);
  if (!FILE_ERROR.test(code)) return error;
  const what = code === "EEXIST" ? "there is such a file already" : `it cannot be written (${code})`;
  return new StoreError("TS_BACKUP_UNWRITABLE", `${path}: ${what}`, { file: path }, error);
}
