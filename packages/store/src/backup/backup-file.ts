import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { StoreError } from "../error.ts";
import { type TableDigest, TableDigester, type TableDigests } from "./table-digest.ts";
import type { TextRow } from "./table-rows.ts";

/*
 * A backup is gzip of lines of JSON: a header; for each table an object with its name and columns, then its rows, each an
 * array of text; at the end an object with the digest of each table. Without the end it is cut off.
 */

export const BACKUP_SCHEMA = "touchstone/backup/1";

/** First line of a backup. */
export interface BackupHeader {
  readonly schema: typeof BACKUP_SCHEMA;
  /** UTC. */
  readonly createdAt: string;
  /** What was applied to the database, in order. */
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly sha256: string }[];
}

/** A backup whose every line was checked. */
export interface BackupContent extends BackupHeader {
  readonly tables: TableDigests;
}

/** What comes of a backup while it is read. */
export type BackupPart =
  | { readonly header: BackupHeader }
  | { readonly table: string; readonly columns: readonly string[] }
  | { readonly row: TextRow }
  | { readonly end: TableDigests };

/**
 * Reads a backup from start to end and checks that it is whole and unaltered.
 *
 * @throws StoreError TS_BACKUP_INVALID naming the file and what is wrong with it.
 */
export async function verifyBackup(path: string): Promise<BackupContent> {
  let content: BackupContent | undefined;
  let header: BackupHeader | undefined;
  for await (const part of readBackup(path)) {
    if ("header" in part) header = part.header;
    if ("end" in part && header !== undefined) content = { ...header, tables: part.end };
  }
  if (content === undefined) throw invalid(path, "it ends before its end");
  return content;
}

/**
 * The parts of a backup in their order. Each table's rows are checked against the digests before the end is handed out,
 * so whoever has seen the end has seen what was written.
 *
 * @throws StoreError TS_BACKUP_INVALID.
 */
export async function* readBackup(path: string): AsyncGenerator<BackupPart> {
  const digests: Record<string, TableDigest> = {};
  let current: { readonly name: string; readonly digester: TableDigester } | null = null;
  const finishTable = () => {
    if (current !== null) digests[current.name] = current.digester.finish();
    current = null;
  };
  let number = 0;
  for await (const line of linesOf(path)) {
    number++;
    const part = parsePart(path, line, number);
    if ("table" in part) {
      finishTable();
      current = { name: part.table, digester: new TableDigester() };
    } else if ("row" in part) {
      if (current === null) throw invalid(path, `line ${number} is a row of no table`);
      current.digester.add(`${line}\n`);
    } else if ("end" in part) {
      finishTable();
      requireEqualDigests(path, digests, part.end);
    }
    yield part;
  }
}

/** @throws StoreError TS_BACKUP_INVALID naming the first table that differs. */
export function requireEqualDigests(path: string, found: TableDigests, expected: TableDigests): void {
  for (const table of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const [is, should] = [found[table], expected[table]];
    if (is?.rows !== should?.rows || is?.sha256 !== should?.sha256) {
      throw invalid(
        path,
        `table ${table} has ${is?.rows ?? "no"} rows where ${should?.rows ?? "none"} were written, or others`,
      );
    }
  }
}

export function invalid(path: string, what: string, cause?: unknown): StoreError {
  return new StoreError("TS_BACKUP_INVALID", `${path}: ${what}`, { file: path }, cause);
}

function parsePart(path: string, line: string, number: number): BackupPart {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw invalid(path, `line ${number} is no JSON`, cause);
  }
  if (number === 1) {
    if ((value as BackupHeader | null)?.schema === BACKUP_SCHEMA) return { header: value as BackupHeader };
    throw invalid(path, "it is no backup of Touchstone's records");
  }
  return Array.isArray(value) ? { row: value } : (value as BackupPart);
}

/** Lines of a compressed file, without their ends. */
async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip().setEncoding("utf8");
  // What goes wrong reaches the loop below through the stream that it reads.
  pipeline(createReadStream(path), gunzip).catch(() => {});
  let rest = "";
  try {
    for await (const chunk of gunzip) {
      const lines = `${rest}${chunk}`.split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    throw invalid(path, `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? cause})`, cause);
  }
  if (rest !== "") throw invalid(path, "its last line is cut off");
}
