import { createHash } from "node:crypto";
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Database, migrate, openDatabase } from "@touchstone/store";
import packageFile from "../../package.json" with { type: "json" };
import { postgresAvailable, startPostgres, type TestPostgres } from "../postgres/start-postgres.ts";

const PGLITE_VERSION = packageFile.dependencies["@electric-sql/pglite"];
const MIGRATIONS = join(import.meta.dirname, "../../../packages/store/migrations");

/** Kinds of databases that this machine can test with. */
export const databaseKinds: readonly Database["kind"][] = postgresAvailable() ? ["pglite", "postgresql"] : ["pglite"];

/** An empty database for a test file. */
export interface TestDatabase {
  readonly database: Database;
  /** What `openDatabase` was called with. */
  readonly source: { url: string } | { dataFolder: string };
  /** The server that it is on; null for PGlite. */
  readonly postgres: TestPostgres | null;
  /** Closes the database and removes what it was in. */
  remove(): Promise<void>;
}

/** Opens an empty database of that kind. */
export function createTestDatabase(kind: Database["kind"]): Promise<TestDatabase> {
  return kind === "postgresql" ? createPostgres() : openFolder(createTestFolder());
}

/** Opens a database of that kind that has all migrations and no rows. */
export async function createMigratedDatabase(kind: Database["kind"]): Promise<TestDatabase> {
  if (kind === "pglite") return openFolder(copyToFolder(await migratedTemplate()));
  const opened = await createPostgres();
  await migrate(opened.database);
  return opened;
}

/** A data folder with an empty database that nobody has open. */
export async function createTestFolder(): Promise<string> {
  return copyToFolder(await emptyTemplate());
}

/** Removes a data folder of `createTestFolder`. */
export function removeTestFolder(dataFolder: string): void {
  rmSync(dataFolder, { recursive: true, force: true });
}

async function createPostgres(): Promise<TestDatabase> {
  const server: TestPostgres = await startPostgres();
  const source = { url: server.url };
  const database = await openDatabase(source);
  return { database, source, postgres: server, remove: () => database.close().then(() => server.stop()) };
}

async function openFolder(folder: Promise<string> | string): Promise<TestDatabase> {
  const source = { dataFolder: await folder };
  const database = await openDatabase(source);
  const remove = () => database.close().then(() => removeTestFolder(source.dataFolder));
  return { database, source, postgres: null, remove };
}

function copyToFolder(template: string): string {
  const dataFolder = mkdtempSync(join(tmpdir(), "touchstone-data-"));
  cpSync(template, join(dataFolder, "database"), { recursive: true });
  return dataFolder;
}

/** Making a database costs PGlite some seconds, copying one a tenth of a second: it is made once for all test files. */
function emptyTemplate(): Promise<string> {
  return template(`empty-${PGLITE_VERSION}`, async (folder) => {
    await (await PGlite.create(join(folder, "database"))).close();
  });
}

function migratedTemplate(): Promise<string> {
  const files = globSync("*.sql", { cwd: MIGRATIONS }).sort();
  const hash = createHash("sha256").update(PGLITE_VERSION);
  for (const file of files) hash.update(readFileSync(join(MIGRATIONS, file)));
  return template(`migrated-${hash.digest("hex").slice(0, 16)}`, async (folder) => {
    cpSync(await emptyTemplate(), join(folder, "database"), { recursive: true });
    const database = await openDatabase({ dataFolder: folder });
    await migrate(database);
    await database.close();
  });
}

/** The folder of that name, which `fill` makes in another one where it is not there yet. */
async function template(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(tmpdir(), `touchstone-pglite-${name}-${process.getuid?.() ?? "user"}`);
  if (existsSync(folder)) return folder;
  const unfinished = mkdtempSync(`${folder}-`);
  await fill(unfinished);
  try {
    renameSync(join(unfinished, "database"), folder);
  } catch (error) {
    // Another test file was faster.
    if (!existsSync(folder)) throw error;
  }
  rmSync(unfinished, { recursive: true, force: true });
  return folder;
}
