import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";

/** A row of an exported file: integers are BigInt, times Date. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** Paths below a folder that a reader's `**` + `/*.parquet` finds, in order. */
export function parquetPaths(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => path.endsWith(".parquet")).sort();
}

/** All rows of the files in a folder, by path. Throws for a file that is not whole. */
export async function exportedRows(folder: string): Promise<Map<string, ExportedRow[]>> {
  const files = new Map<string, ExportedRow[]>();
  for (const path of parquetPaths(folder)) {
    files.set(path, await rowsOfFile(readFileSync(join(folder, path))));
  }
  return files;
}

/** Rows of one file. */
export async function rowsOfFile(content: Buffer): Promise<ExportedRow[]> {
  const file = content.buffer.slice(content.byteOffset, content.byteOffset + content.length) as ArrayBuffer;
  return await parquetReadObjects({ file });
}
