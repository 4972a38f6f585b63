import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { longTransaction } from "../database/long-transaction.ts";
import { rowBatches } from "../database/row-batches.ts";
import type { Tables } from "../tables.ts";
import type { ExportTable, ExportTableName } from "./export-table.ts";
import { exportTables } from "./export-tables.ts";
import type { ExportTarget } from "./export-target.ts";
import { type ExportRow, ParquetFile } from "./parquet-file.ts";
import { type Partition, partitionPath, runDateOfPath } from "./partition.ts";

/** What to export. */
export interface ExportOptions {
  /** All unless given. */
  readonly tables?: readonly ExportTableName[];
  /** Only runs performed on this day (UTC, YYYY-MM-DD) or later; partitions of earlier days stay as they are. */
  readonly since?: string;
  readonly signal?: AbortSignal;
  /** Told of each partition's path once it is as it should be, and whether it had to be written. */
  readonly onPartition?: (path: string, written: boolean) => void;
}

/** What became of a table's files. */
export interface ExportedTable {
  readonly rows: number;
  /** Files with rows. */
  readonly partitions: number;
  /** Of the partitions, those whose file was new or another one before. */
  readonly written: number;
  /** Files that held rows and hold none any more, since their runs went into other partitions. */
  readonly emptied: number;
}

export type ExportResult = Readonly<Partial<Record<ExportTableName, ExportedTable>>>;

/**
 * Writes tables to Parquet files, one for each assay and day, as they are at one moment. A file that holds its rows
 * already is left alone. After an interruption the next export completes what is missing.
 *
 * @throws StoreError TS_DATABASE_UNAVAILABLE, TS_OBJECT_STORE_UNAVAILABLE, TS_OBJECT_STORE_UNWRITABLE; the signal's reason.
 */
export async function exportParquet(
  kysely: Kysely<Tables>,
  target: ExportTarget,
  options: ExportOptions = {},
): Promise<ExportResult> {
  const wanted = exportTables.filter(({ name }) => options.tables?.includes(name) ?? true);
  return await longTransaction(kysely, "read only", async (transaction) => {
    // All rows are read: without this a plan that begins soon is taken for a good one.
    await sql`set local cursor_tuple_fraction = 1`.execute(transaction);
    const result: Partial<Record<ExportTableName, ExportedTable>> = {};
    for (const table of wanted) {
      result[table.name] = await new TableExport(transaction, target, table, options).run();
    }
    return result;
  });
}

const RUN_DATE = sql`(run.performed_at at time zone 'UTC')::date`;

/** The export of one table. */
class TableExport {
  readonly #transaction: Transaction<Tables>;
  readonly #target: ExportTarget;
  readonly #table: ExportTable;
  readonly #options: ExportOptions;
  #open: { readonly path: string; readonly file: ParquetFile } | null = null;
  readonly #counts = { rows: 0, partitions: 0, written: 0, emptied: 0 };

  constructor(transaction: Transaction<Tables>, target: ExportTarget, table: ExportTable, options: ExportOptions) {
    this.#transaction = transaction;
    this.#target = target;
    this.#table = table;
    this.#options = options;
  }

  async run(): Promise<ExportedTable> {
    // First, so that a row that went from one partition to another is never in both.
    await this.#emptyOthers(await this.#partitions());
    await this.#writePartitions();
    return this.#counts;
  }

  /** Paths of the partitions that have rows. */
  async #partitions(): Promise<ReadonlySet<string>> {
    const { rows } = await sql<Partition>`
      select distinct assay.name as assay, ${RUN_DATE} as "runDate" from ${this.#from()}
    `.execute(this.#transaction);
    return new Set(rows.map((partition) => partitionPath(this.#table, partition)));
  }

  /** Leaves a file without rows in each partition that has none any more. */
  async #emptyOthers(partitions: ReadonlySet<string>): Promise<void> {
    const paths: string[] = [];
    for await (const path of this.#target.list(this.#table.folder)) {
      const runDate = runDateOfPath(this.#table, path);
      if (runDate !== null && runDate >= (this.#options.since ?? "") && !partitions.has(path)) paths.push(path);
    }
    for (const path of paths) {
      if (await this.#place(path, await this.#begin())) this.#counts.emptied++;
    }
  }

  async #writePartitions(): Promise<void> {
    try {
      for await (const batch of rowBatches(this.#transaction, this.#rows())) {
        for (const { assay, runDate, ...row } of batch) {
          await this.#add(partitionPath(this.#table, { assay, runDate }), row);
        }
      }
      await this.#completeOpen();
    } finally {
      await this.#open?.file.abandon();
    }
  }

  /** Rows of a partition come one after another. */
  async #add(path: string, row: ExportRow): Promise<void> {
    if (this.#open?.path !== path) {
      await this.#completeOpen();
      this.#open = { path, file: await this.#begin() };
    }
    await this.#open.file.add(row);
    this.#counts.rows++;
  }

  async #completeOpen(): Promise<void> {
    if (this.#open === null) return;
    const { path, file } = this.#open;
    this.#counts.partitions++;
    if (await this.#place(path, file)) this.#counts.written++;
    this.#open = null;
  }

  async #begin(): Promise<ParquetFile> {
    this.#options.signal?.throwIfAborted();
    return await ParquetFile.create(this.#target.stagingFile(), this.#table.columns);
  }

  /** Ends a file and puts it into its place, unless the same is there; false then. */
  async #place(path: string, file: ParquetFile): Promise<boolean> {
    const staged = await file.finish();
    const unchanged = await this.#target.holds(path, staged);
    await (unchanged ? this.#target.discard(staged) : this.#target.replace(path, staged));
    this.#options.onPartition?.(path, !unchanged);
    return !unchanged;
  }

  #rows(): RawBuilder<Partition & ExportRow> {
    const values = this.#table.columns.map(({ name, value }) => sql`${sql.raw(value)} as ${sql.id(name)}`);
    return sql<Partition & ExportRow>`
      select assay.name as assay, ${RUN_DATE} as "runDate", ${sql.join(values)} from ${this.#from()}
      order by assay.name collate "C" nulls first, ${RUN_DATE}, ${sql.raw(this.#table.id)}
    `;
  }

  #from(): RawBuilder<unknown> {
    const { since } = this.#options;
    const from = sql.raw(this.#table.from);
    return since === undefined
      ? from
      : sql`${from} where run.performed_at >= (${since}::date::timestamp at time zone 'UTC')`;
  }
}
