import type { Database, TableDigests } from "@touchstone/store";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";
import { textTable } from "./text-table.ts";

/** Adds options and action of `touchstone db backup`. */
export function defineBackup(command: Command, context: CommandContext): void {
  databaseOptions(
    command.description("write all records to a new file").argument("<file>", "backup; never replaces a file"),
  ).action((file: string, values: DatabaseArguments) =>
    withDatabase(values, false, (database) => runBackup(database, file, values, context)),
  );
}

/** Adds options and action of `touchstone db restore`. */
export function defineRestore(command: Command, context: CommandContext): void {
  databaseOptions(
    command
      .description("fill an empty database, a folder's or a server's, with the records of a backup")
      .argument("<file>", "backup of either kind of database"),
  ).action((file: string, values: DatabaseArguments) =>
    withDatabase(values, true, (database) => runRestore(database, file, values, context)),
  );
}

/** Adds options and action of `touchstone db verify`. */
export function defineVerify(command: Command, context: CommandContext): void {
  databaseOptions(
    command
      .description("read every record and print counts and hashes, or check that a backup is whole")
      .argument("[file]", "backup to check in place of the database"),
  ).action((file: string | undefined, values: DatabaseArguments) =>
    file === undefined
      ? withDatabase(values, false, (database) => runVerify(database, values, context))
      : runVerifyBackup(file, values, context),
  );
}

async function runBackup(database: Database, file: string, { json }: DatabaseArguments, context: CommandContext) {
  const { createBackup } = await import("@touchstone/store");
  const { createdAt, tables } = await createBackup(database.kysely, file);
  const text = `${file}: ${countRows(tables)} rows of ${database.place}, read back and compared`;
  printResult(context, json, { file, place: database.place, createdAt, tables }, text);
}

async function runRestore(database: Database, file: string, { json }: DatabaseArguments, context: CommandContext) {
  const { restoreBackup } = await import("@touchstone/store");
  const { createdAt, tables } = await restoreBackup(database, file);
  const text = `${database.place}: ${countRows(tables)} rows of ${file}, made ${createdAt}, compared with it`;
  printResult(context, json, { file, place: database.place, createdAt, tables }, text);
}

async function runVerify(database: Database, { json }: DatabaseArguments, context: CommandContext) {
  const { verifyDatabase } = await import("@touchstone/store");
  const tables = await verifyDatabase(database.kysely);
  printResult(context, json, { place: database.place, tables }, `${database.place}\n${describe(tables)}`);
}

async function runVerifyBackup(file: string, { json }: DatabaseArguments, context: CommandContext) {
  const { verifyBackup } = await import("@touchstone/store");
  const { createdAt, migrations, tables } = await verifyBackup(file);
  const text = `${file}: whole, made ${createdAt}\n${describe(tables)}`;
  printResult(context, json, { file, createdAt, migrations, tables }, text);
}

function countRows(tables: TableDigests): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

function describe(tables: TableDigests): string {
  const columns = [{ title: "table" }, { title: "rows", align: "right" }, { title: "sha256" }] as const;
  const rows = Object.entries(tables).map(([name, digest]) => [name, String(digest.rows), digest.sha256]);
  return textTable(columns, rows, 120).join("\n");
}
