import type { Database, ExportResult, ExportTableName } from "@touchstone/store";
import { type Command, InvalidArgumentError } from "commander";
import type { CommandContext } from "../command.ts";
import { type DatabaseArguments, databaseOptions, printResult, withDatabase } from "./db-source.ts";
import { textTable } from "./text-table.ts";

const TABLES: readonly ExportTableName[] = ["comparison_stratum", "measurement", "verdict", "run_task"];

interface ExportArguments extends DatabaseArguments {
  readonly out: string;
  readonly tables?: readonly ExportTableName[];
  readonly since?: string;
}

/** Adds options and action of `touchstone export`. */
export function define(command: Command, context: CommandContext): void {
  databaseOptions(command.description("write records as Parquet files, one for each assay and day"))
    .requiredOption("--out <place>", "folder, or s3://bucket/prefix")
    .option("--tables <names>", `tables, separated by commas (default: ${TABLES.join(",")})`, parseTables)
    .option("--since <date>", "only runs performed on this day (UTC, YYYY-MM-DD) or later", parseDay)
    .action((values: ExportArguments) =>
      withDatabase(values, false, (database) => runExport(database, values, context)),
    );
}

async function runExport(database: Database, values: ExportArguments, context: CommandContext): Promise<void> {
  const { exportParquet, openExportTarget, requireMigrated } = await import("@touchstone/store");
  await requireMigrated(database.kysely);
  const { out, json, ...options } = values;
  const { signal } = context.environment;
  const target = await openExportTarget(out, process.env, signal);
  try {
    const tables = await exportParquet(database.kysely, target, { ...options, signal });
    printResult(context, json, { place: database.place, out: target.location, tables }, describe(tables));
  } finally {
    await target.close();
  }
}

function describe(tables: ExportResult): string {
  const columns = [
    { title: "table" },
    ...(["rows", "files", "written", "emptied"] as const).map((title) => ({ title, align: "right" }) as const),
  ];
  const rows = Object.entries(tables).map(([name, { rows, partitions, written, emptied }]) => [
    name,
    ...[rows, partitions, written, emptied].map(String),
  ]);
  return textTable(columns, rows, 120).join("\n");
}

function parseTables(text: string): ExportTableName[] {
  return text.split(",").map((name) => {
    const table = TABLES.find((known) => known === name);
    if (table === undefined) {
      throw new InvalidArgumentError(`"${name}" is none of ${TABLES.join(", ")}.`);
    }
    return table;
  });
}

function parseDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 is read as a day of March.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text)) {
    throw new InvalidArgumentError("It must be a day such as 2026-01-31.");
  }
  return text;
}
