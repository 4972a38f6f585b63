import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { dirname } from "node:path";
import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { folderError } from "../objects/folder-error.ts";
import type { ExportColumn, ExportType } from "./export-table.ts";

/** Rows of a row group, all of which are in memory until it is written. */
const ROW_GROUP = 20_000;

/** Changes when the same rows get other bytes, other columns or other names. */
const CREATED_BY = "touchstone export 1";

/** A row as the database gives it, by the names of columns. */
export type ExportRow = Readonly<Record<string, unknown>>;

/** A file that is whole. */
export interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly rows: number;
}

/** Writes a Parquet file, a row group at a time. The same rows make the same bytes. */
export class ParquetFile {
  readonly #columns: readonly ExportColumn[];
  readonly #output: HashingOutput;
  readonly #writer: ParquetWriter;
  #rows: ExportRow[] = [];
  #written = 0;

  private constructor(columns: readonly ExportColumn[], output: HashingOutput) {
    this.#columns = columns;
    this.#output = output;
    this.#writer = new ParquetWriter({
      writer: output,
      schema: [{ name: "root", num_children: columns.length }, ...columns.map(schemaElement)],
      createdBy: CREATED_BY,
    });
  }

  /** Begins a new file. */
  static async create(file: string, columns: readonly ExportColumn[]): Promise<ParquetFile> {
    return new ParquetFile(columns, await HashingOutput.create(file));
  }

  async add(row: ExportRow): Promise<void> {
    this.#rows.push(row);
    if (this.#rows.length === ROW_GROUP) await this.#writeGroup();
  }

  /** Ends the file. */
  async finish(): Promise<WrittenFile> {
    try {
      await this.#writeGroup();
      await this.#writer.finish();
      return { ...(await this.#output.close()), rows: this.#written };
    } catch (error) {
      await this.abandon();
      throw error;
    }
  }

  /** Closes the file without ending it. */
  async abandon(): Promise<void> {
    await this.#output.abandon();
  }

  async #writeGroup(): Promise<void> {
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    this.#written += rows.length;
    const columnData = this.#columns.map((column) => columnSource(column, rows));
    await this.#writer.write({ columnData, rowGroupSize: ROW_GROUP });
  }
}

function columnSource({ name, type }: ExportColumn, rows: readonly ExportRow[]): ColumnSource {
  const values = rows.map((row) => row[name] ?? null);
  return { name, data: type === "integer" ? values.map(toBigInt) : values };
}

function toBigInt(value: unknown): bigint | null {
  return value === null ? null : BigInt(value as number);
}

const elements: Readonly<Record<ExportType, Omit<SchemaElement, "name">>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT64" },
  real: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
  // Without the logical type some readers take the time for a local one.
  timestamp: {
    type: "INT64",
    converted_type: "TIMESTAMP_MILLIS",
    logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" },
  },
};

function schemaElement({ name, type }: ExportColumn): SchemaElement {
  return { name, repetition_type: "OPTIONAL", ...elements[type] };
}

/** Where the writer of Parquet puts its bytes; they go into the file after each row group. */
class HashingOutput extends ByteWriter {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #hash = createHash("sha256");

  private constructor(file: string, handle: FileHandle) {
    super();
    this.#file = file;
    this.#handle = handle;
  }

  static async create(file: string): Promise<HashingOutput> {
    try {
      return new HashingOutput(file, await open(file, "wx"));
    } catch (error) {
      throw folderError(error, dirname(file), true);
    }
  }

  /** Called by the writer of Parquet after each row group. */
  async flush(): Promise<void> {
    const bytes = this.getBytes();
    this.#hash.update(bytes);
    try {
      await this.#handle.writeFile(bytes);
    } catch (error) {
      throw folderError(error, dirname(this.#file), true);
    }
    this.index = 0;
  }

  async close(): Promise<Omit<WrittenFile, "rows">> {
    await this.flush();
    try {
      await this.#handle.close();
    } catch (error) {
      throw folderError(error, dirname(this.#file), true);
    }
    return { file: this.#file, sha256: this.#hash.digest("hex"), size: this.offset };
  }

  async abandon(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
  }
}
