import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../error.ts";

/** A change of the database's structure. */
export interface Migration {
  /** Order of application, from 1. */
  readonly number: number;
  /** Name of its file without `.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Beside the sources, and beside what is built of them. */
const SHIPPED = join(import.meta.dirname, "../../migrations");

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * All migrations of a folder, in the order of their numbers.
 *
 * @throws StoreError TS_MIGRATION_CHANGED when the folder is not there, or two files have one number.
 */
export function readMigrations(folder: string = SHIPPED): Migration[] {
  const migrations = filesOf(folder)
    .filter((file) => FILE_NAME.test(file))
    .sort()
    .map((file) => readMigration(folder, file));
  const twice = migrations.find(({ number }, index) => migrations[index + 1]?.number === number);
  if (twice !== undefined) {
    const message = `${folder}: two migrations have the number of ${twice.name}`;
    throw new StoreError("TS_MIGRATION_CHANGED", message, { folder, migration: twice.name });
  }
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const sql = readFileSync(join(folder, file), "utf8");
  const sha256 = createHash("sha256").update(sql).digest("hex");
  return { number: Number(file.slice(0, 4)), name: file.slice(0, -".sql".length), sql, sha256 };
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    throw new StoreError("TS_MIGRATION_CHANGED", `${folder}: the migrations are not there`, { folder }, cause);
  }
}
