import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Database, openDatabase } from "@touchstone/store";
import packageFile from "../../package.json" with { type: "json" };
import { postgresAvailable, startPostgres, type TestPostgres } from "../postgres/start-postgres.ts";

/** Kinds of databases that this machine can test with. */
export const databaseKinds: readonly Database["kind"][] = postgresAvailable() ? ["pglite", "postgresql"] : ["pglite"];

/** An empty database for a test file. */
export interface TestDatabase {
  readonly database: Database;
  /** What `openDatabase` was called with. */
  readonly source: { url: string } | { dataFolder: string };
  /** Closes the database and removes what it was in. */
  remove(): Promise<void>;
}

/** Opens an empty database of that kind. */
export async function createTestDatabase(kind: Database["kind"]): Promise<TestDatabase> {
  if (kind === "postgresql") {
    const server: TestPostgres = await startPostgres();
    const source = { url: server.url };
    const database = await openDatabase(source);
    return { database, source, remove: () => database.close().then(() => server.stop()) };
  }
  const source = { dataFolder: await createTestFolder() };
  const database = await openDatabase(source);
  return { database, source, remove: () => database.close().then(() => removeTestFolder(source.dataFolder)) };
}

/** A data folder with an empty database that nobody has open. */
export async function createTestFolder(): Promise<string> {
  const dataFolder = mkdtempSync(join(tmpdir(), "touchstone-data-"));
  cpSync(await emptyDatabase(), join(dataFolder, "database"), { recursive: true });
  return dataFolder;
}

/** Removes a data folder of `createTestFolder`. */
export function removeTestFolder(dataFolder: string): void {
  rmSync(dataFolder, { recursive: true, force: true });
}

/** Making a database costs PGlite some seconds, copying one a tenth of a second: it is made once for all test files. */
async function emptyDatabase(): Promise<string> {
  const version = packageFile.dependencies["@electric-sql/pglite"];
  const folder = join(tmpdir(), `touchstone-empty-pglite-${version}-${process.getuid?.() ?? "user"}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(`${folder}-`);
  await (await PGlite.create(join(unfinished, "database"))).close();
  try {
    renameSync(join(unfinished, "database"), folder);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(folder)) throw error;
  }
  rmSync(unfinished, { recursive: true, force: true });
  return folder;
}
