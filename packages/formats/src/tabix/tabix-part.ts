/**
 * What one worker knows of the part of a file that it wrote: plain data, so that it can be posted to another thread.
 * Virtual positions count from the start of the part; `TabixBuilder.append` shifts them to their place.
 */
export interface TabixPart {
  readonly contigs: readonly ContigPart[];
}

/** The records of one contig in a part. */
export interface ContigPart {
  readonly name: string;
  readonly recordCount: number;
  /** POS - 1 of the first and last record: parts must follow each other in order. */
  readonly firstStart0: number;
  readonly lastStart0: number;
  /** Where the records of the contig start and end. */
  readonly start: number;
  readonly end: number;
  /** Bin of each chunk. */
  readonly chunkBins: Uint32Array;
  /** Start and end of each chunk, alternating. */
  readonly chunks: Float64Array;
  /** Number of the first 16 kb window that has an entry in `windowStarts`. */
  readonly firstWindow: number;
  /** Where the first record that overlaps the window starts; -1 where none does. */
  readonly windowStarts: Float64Array;
}
