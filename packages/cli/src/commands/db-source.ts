import type { Database, FolderSource, PostgresSource } from "@touchstone/store";
import { type Command, Option } from "commander";
import type { CommandContext } from "../command.ts";
import { logFormatOption } from "./shared-options.ts";

/** Where records are when nothing else is said. */
const DEFAULT_FOLDER = "touchstone-data";

/** Options that all commands `touchstone db ...` have. */
export interface DatabaseArguments {
  readonly data?: string;
  readonly json?: boolean;
}

/** Adds those options. */
export function databaseOptions(command: Command): Command {
  return command
    .addOption(new Option("--data <folder>", `folder of the records (default: DATABASE_URL, else ${DEFAULT_FOLDER})`))
    .option("--json", "print the result as JSON")
    .addOption(logFormatOption());
}

/** A folder that was named, else the server of DATABASE_URL, else the usual folder. */
export function databaseSource({ data }: DatabaseArguments): PostgresSource | FolderSource {
  const url = process.env.DATABASE_URL;
  if (data !== undefined) return { dataFolder: data };
  return url === undefined || url === "" ? { dataFolder: DEFAULT_FOLDER } : { url };
}

/**
 * Opens the records for one command and closes them after it. A folder without records is made only where `make` says
 * so: looking at a misspelt folder leaves none behind.
 */
export async function withDatabase(
  values: DatabaseArguments,
  make: boolean,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const { openDatabase, requireDatabase } = await import("@touchstone/store");
  const source = databaseSource(values);
  if (!make && "dataFolder" in source) requireDatabase(source.dataFolder);
  const database = await openDatabase(source);
  try {
    await work(database);
  } finally {
    await database.close();
  }
}

/** Prints a result, for programs or for people. */
export function printResult(
  { environment }: CommandContext,
  json: boolean | undefined,
  value: object,
  text: string,
): void {
  environment.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : `${text}\n`);
}
