import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "../tables.ts";

/** Rows that are in memory at a time. */
const BATCH = 2000;

/** The rows of a query, a batch at a time, by a cursor; one such query at a time in a transaction. */
export async function* rowBatches<Row>(
  transaction: Transaction<Tables>,
  query: RawBuilder<Row>,
): AsyncGenerator<Row[], void, undefined> {
  await sql`declare row_batches no scroll cursor for ${query}`.execute(transaction);
  for (;;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(BATCH)} from row_batches`.execute(transaction);
    if (rows.length === 0) break;
    yield rows;
  }
  await sql`close row_batches`.execute(transaction);
}
