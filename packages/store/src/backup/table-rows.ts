import { sql, type Transaction } from "kysely";
import { rowBatches } from "../database/row-batches.ts";
import type { Tables } from "../tables.ts";
import type { ColumnLayout, TableLayout } from "./table-layout.ts";

/** A row as text, the columns in the order of the layout; what PostgreSQL writes so it reads back without a loss. */
export type TextRow = readonly (string | null)[];

/**
 * All rows of a table in the order of the primary key, in batches. The order is by code point, whatever the database's
 * collation, so that equal tables of two databases come in equal order.
 */
export async function* tableRows(transaction: Transaction<Tables>, table: TableLayout): AsyncGenerator<TextRow[]> {
  const values = sql.join(table.columns.map(({ name }) => sql`${sql.ref(name)}::text`));
  const order = sql.join(keyOf(table).map(({ name, isText }) => (isText ? byCodePoint(name) : sql.ref(name))));
  const query = sql<{ values: TextRow }>`
    select array[${values}] as "values" from ${sql.table(table.name)} order by ${order}
  `;
  for await (const rows of rowBatches(transaction, query)) {
    yield rows.map(({ values: row }) => row);
  }
}

/** A table without a primary key is ordered by all of its columns. */
function keyOf({ columns }: TableLayout): ColumnLayout[] {
  const key = columns.filter(({ keyPosition }) => keyPosition !== null);
  return key.length === 0 ? [...columns] : key.sort((a, b) => (a.keyPosition ?? 0) - (b.keyPosition ?? 0));
}

function byCodePoint(column: string) {
  return sql`${sql.ref(column)} collate "C"`;
}
