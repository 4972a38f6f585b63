/** One line of a BED file. */
export interface BedRecord {
  readonly contig: string;
  /** 0-based, inclusive. */
  readonly start: number;
  /** 0-based, exclusive; not less than `start`. */
  readonly end: number;
  /** Columns 4 and up as they stand: name, score, strand, thickStart, thickEnd, itemRgb, blockCount, blockSizes, blockStarts. */
  readonly columns: readonly string[];
}

/** The name of the interval (column 4); null when the file has no such column. */
export function bedName(record: BedRecord): string | null {
  return record.columns[0] ?? null;
}
