import { createHash, type Hash } from "node:crypto";
import type { Transaction } from "kysely";
import type { Tables } from "../tables.ts";
import { tableLayouts } from "./table-layout.ts";
import { type TextRow, tableRows } from "./table-rows.ts";

/** What tells whether two tables hold the same. */
export interface TableDigest {
  readonly rows: number;
  /** SHA-256 of the rows as lines of JSON, in the order of the primary key. */
  readonly sha256: string;
}

/** Digests by name of table. */
export type TableDigests = Readonly<Record<string, TableDigest>>;

/** A row as it is hashed and kept: a line of JSON. */
export function rowLine(row: TextRow): string {
  return `${JSON.stringify(row)}\n`;
}

/** Counts and hashes the lines of one table. */
export class TableDigester {
  readonly #hash: Hash = createHash("sha256");
  #rows = 0;

  add(line: string): void {
    this.#hash.update(line);
    this.#rows++;
  }

  /** The digest of all lines; nothing can be added after it. */
  finish(): TableDigest {
    return { rows: this.#rows, sha256: this.#hash.digest("hex") };
  }
}

/** Reads every row of every table. */
export async function databaseDigests(transaction: Transaction<Tables>): Promise<TableDigests> {
  const digests: Record<string, TableDigest> = {};
  for (const table of await tableLayouts(transaction)) {
    const digester = new TableDigester();
    for await (const batch of tableRows(transaction, table)) {
      for (const row of batch) digester.add(rowLine(row));
    }
    digests[table.name] = digester.finish();
  }
  return digests;
}
