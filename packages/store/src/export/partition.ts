import type { ExportTable } from "./export-table.ts";

/** What the rows of one file have in common. */
export interface Partition {
  /** Name of the assay; null for runs without one. */
  readonly assay: string | null;
  /** Day on which the run was performed, in UTC: YYYY-MM-DD. */
  readonly runDate: string;
}

/** Hive's name of the partition whose value is null (HiveConf, hive.exec.default.partition.name). */
const NULL_PARTITION = "__HIVE_DEFAULT_PARTITION__";

/** One name for good: a file is only ever replaced as a whole, so that a reader never finds old and new side by side. */
const FILE_NAME = "data.parquet";

// Hive, org.apache.hadoop.hive.common.FileUtils.escapePathName; the last four only on Windows, but read everywhere.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Hive encodes.
const ENCODED = /[\u0000-\u001f"#%'*/:=?\\\u007f{[\]^ <>|]/g;

/** Path of a partition's file below the target, such as `measurements/assay=germline/run_date=2026-01-31/data.parquet`. */
export function partitionPath(table: ExportTable, { assay, runDate }: Partition): string {
  return `${table.folder}/assay=${partitionValue(assay)}/run_date=${runDate}/${FILE_NAME}`;
}

/** The day in the path of a partition's file; null where the path is none of a partition of the table. */
export function runDateOfPath(table: ExportTable, path: string): string | null {
  const [folder, assay, day, file, ...rest] = path.split("/");
  const date = /^run_date=(\d{4}-\d\d-\d\d)$/.exec(day ?? "")?.[1];
  const fits = folder === table.folder && assay?.startsWith("assay=") && file === FILE_NAME && rest.length === 0;
  return fits ? (date ?? null) : null;
}

function partitionValue(value: string | null): string {
  if (value === null) return NULL_PARTITION;
  // An assay of that very name is none without a name.
  if (value === NULL_PARTITION) return encode("_") + value.slice(1);
  return value.replace(ENCODED, encode);
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
