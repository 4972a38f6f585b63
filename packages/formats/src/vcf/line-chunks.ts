import type { TextFile } from "../bgzf/text-file.ts";

/** Bytes of the file (compressed, where it is) that one piece spans. */
const CHUNK_BYTES = 1 << 19;

/** Whole lines of a file. */
export interface LineChunk {
  readonly text: Buffer;
  /** Virtual position of the first line. */
  readonly start: number;
}

/**
 * The text of `[from, to)` (virtual positions of line starts) in pieces of whole lines, each of about
 * `chunkBytes` of the file, whatever the size of the file.
 */
export function* lineChunks(
  file: TextFile,
  from: number,
  to: number,
  chunkBytes: number = CHUNK_BYTES,
): Generator<LineChunk> {
  let start = from;
  while (start < to) {
    const next = Math.min(to, file.firstLineAfter(file.fileOffsetOf(start) + chunkBytes));
    const text = file.read(start, next);
    if (text.length > 0) yield { text, start };
    start = next;
  }
}
