import type { ContigSpan, TextFile } from "@touchstone/formats";

/** One replicate as a thread has it open. */
export interface RunFile {
  /** As the user named it, for messages; `file` may be a copy of its text. */
  readonly path: string;
  readonly file: TextFile;
  /** By contig name; absent where the file has no records. */
  readonly spans: ReadonlyMap<string, ContigSpan>;
  /** 0-based. */
  readonly sampleColumn: number;
  readonly sampleCount: number;
  /** Records may be reference blocks of a gVCF. */
  readonly hasReferenceBlocks: boolean;
}
