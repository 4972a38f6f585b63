/** How a column is written: a timestamp is UTC in milliseconds, an integer has 64 bits. */
export type ExportType = "text" | "integer" | "real" | "boolean" | "timestamp";

/** A column of the exported files. */
export interface ExportColumn {
  readonly name: string;
  readonly type: ExportType;
  /** SQL of the value, in terms of the table's `from`. */
  readonly value: string;
}

/** Names of the tables that can be exported. */
export type ExportTableName = "comparison_stratum" | "measurement" | "verdict" | "run_task";

/** A table as it is exported: one row for each of its records, with what they refer to beside it. */
export interface ExportTable {
  readonly name: ExportTableName;
  /** Folder of its files. */
  readonly folder: string;
  readonly columns: readonly ExportColumn[];
  /** The FROM clause; the run of a record is `run` there, and its assay, if any, `assay`. */
  readonly from: string;
  /** SQL of the record's id, by which rows of a file are ordered. */
  readonly id: string;
}

/**
 * Columns of one type, in short: a name stands for itself, or comes with its SQL. Names without SQL are columns of
 * `source`.
 */
export function columns(
  source: string,
  type: ExportType,
  names: readonly (string | readonly [name: string, value: string])[],
): ExportColumn[] {
  return names.map((entry) => {
    const [name, value] = typeof entry === "string" ? [entry, `${source}."${entry}"`] : entry;
    return { name, type, value };
  });
}
