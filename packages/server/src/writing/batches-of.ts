/** Rows of one statement at most: 60 columns are below the 65,535 parameters that PostgreSQL takes. */
const MOST_ROWS = 1000;

/** Rows in parts that one statement takes each. */
export function* batchesOf<Row>(rows: readonly Row[]): Generator<readonly Row[], void, undefined> {
  for (let start = 0; start < rows.length; start += MOST_ROWS) yield rows.slice(start, start + MOST_ROWS);
}
