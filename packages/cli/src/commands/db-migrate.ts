import type { Database } from "@touchstone/store";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";

/** Adds options and action of `touchstone db migrate`. */
export function defineMigrate(command: Command, context: CommandContext): void {
  databaseOptions(command.description("make the records' database, or bring it to this version")).action(
    (values: DatabaseArguments) => withDatabase(values, true, (database) => runMigrate(database, values, context)),
  );
}

/** Adds options and action of `touchstone db status`. */
export function defineStatus(command: Command, context: CommandContext): void {
  databaseOptions(command.description("say which migrations the database has; exit code 1 when it lacks any")).action(
    (values: DatabaseArguments) => withDatabase(values, false, (database) => runStatus(database, values, context)),
  );
}

async function runMigrate(database: Database, { json }: DatabaseArguments, context: CommandContext): Promise<void> {
  const { migrate } = await import("@touchstone/store");
  const applied = (await migrate(database)).map(({ name }) => name);
  const lines = [...applied.map((name) => `applied ${name}`), `${database.place}: up to date`];
  printResult(context, json, { place: database.place, applied }, lines.join("\n"));
}

async function runStatus(database: Database, { json }: DatabaseArguments, context: CommandContext): Promise<void> {
  const { migrationStatus } = await import("@touchstone/store");
  const { applied, pending } = await migrationStatus(database.kysely);
  const status = {
    place: database.place,
    kind: database.kind,
    applied: applied.map(({ name, sha256, appliedAt }) => ({ name, sha256, appliedAt: appliedAt.toISOString() })),
    pending: pending.map(({ name }) => name),
  };
  const lines = [
    `${status.place} (${status.kind})`,
    ...status.applied.map(({ name, appliedAt }) => `${name}  applied ${appliedAt}`),
    ...status.pending.map((name) => `${name}  pending`),
  ];
  printResult(context, json, status, lines.join("\n"));
  if (pending.length > 0) context.failCheck();
}
