import type { TouchstoneClient } from "@touchstone/client";
import type { Command } from "commander";
import type { CommandContext } from "../command.ts";
import { type Connection, type ConnectOptions, withConnection } from "../server/connect.ts";
import { type DatabaseArguments, printResult } from "./db-source.ts";
import { logFormatOption } from "./shared-options.ts";
import { type TextColumn, textTable } from "./text-table.ts";

const WIDTH = 120;
/** Items that a command lists unless `--limit` says otherwise. */
const PAGE = 100;

/** A result for programs, and the same for people. */
export interface ApiResult {
  readonly value: object;
  readonly text: string;
}

/**
 * Carries out a command through the API, wherever the records are, and prints its result. `--json` prints what the API
 * answered.
 */
export async function throughApi(
  values: DatabaseArguments,
  context: CommandContext,
  work: (client: TouchstoneClient) => Promise<ApiResult>,
  options: ConnectOptions = {},
): Promise<void> {
  const print = async ({ client }: Connection) => {
    const { value, text } = await work(client);
    printResult(context, values.json, value, text);
  };
  await withConnection(values, print, options);
}

/** The same for what is there: a folder without records is named, and left as it is. */
export function throughApiOfRecords(
  values: DatabaseArguments,
  context: CommandContext,
  work: (client: TouchstoneClient) => Promise<ApiResult>,
): Promise<void> {
  return throughApi(values, context, work, { make: false });
}

/** Adds the options that all commands over the API have. */
export function apiOptions(command: Command): Command {
  return command
    .option(
      "--data <folder>",
      "folder of the records, or of the server that holds them (default: TOUCHSTONE_URL with TOUCHSTONE_TOKEN, DATABASE_URL, touchstone-data)",
    )
    .option("--json", "print the result as JSON")
    .addOption(logFormatOption());
}

/** A page of a list as the API gives it. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The items of a list, page by page, `limit` of them at most. */
export async function listAll<T>(
  limit: number,
  page: (query: { limit: number; cursor?: string }) => Promise<{ data?: ListPage<T> }>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: Math.min(PAGE, limit - items.length) };
    if (cursor !== null) query.cursor = cursor;
    const { data } = await page(query);
    items.push(...(data?.items ?? []));
    cursor = data?.next ?? null;
  } while (cursor !== null && items.length < limit);
  return items;
}

/** A list as a table, or a sentence where nothing is listed. */
export function listText<T>(
  items: readonly T[],
  columns: readonly (TextColumn & { readonly of: (item: T) => string })[],
  none: string,
): string {
  if (items.length === 0) return none;
  return textTable(
    columns,
    items.map((item) => columns.map((column) => column.of(item))),
    WIDTH,
  ).join("\n");
}
