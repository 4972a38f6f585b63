import type { BlockOffsets } from "./block-offsets.ts";

/** Where one sequence lies, as in a line of a .fai file. */
export interface FastaIndexEntry {
  readonly name: string;
  /** Number of bases. */
  readonly length: number;
  /** Offset of the first base in the (uncompressed) text. */
  readonly offset: number;
  /** Bases on each full line. */
  readonly lineBases: number;
  /** Bytes of each full line, its end of line included. */
  readonly lineBytes: number;
}

/** Index of a FASTA file: a plain object, so that it can be posted to workers as it is. */
export interface FastaIndex {
  readonly entries: readonly FastaIndexEntry[];
  /** Where the blocks of a BGZF file start; null for a plain file. */
  readonly blocks: BlockOffsets | null;
}

/** Offset in the text just behind the last base of a sequence. */
export function endOffset(entry: FastaIndexEntry): number {
  if (entry.length === 0) return entry.offset;
  const last = entry.length - 1;
  return entry.offset + Math.floor(last / entry.lineBases) * entry.lineBytes + (last % entry.lineBases) + 1;
}
