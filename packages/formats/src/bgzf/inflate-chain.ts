import { blockAt, corrupt, inflateBlock } from "./inflate.ts";

/** The text of consecutive blocks. */
export interface ChainText {
  readonly text: Buffer;
  /** How many bytes at the end of `text` come from the block at `last`; 0 when it was not wanted. */
  readonly lastText: number;
}

/**
 * Inflates the consecutive blocks from file offset `first` up to the one that starts at `last`, and that one too
 * `withLast`. Into one buffer: the sizes are summed first.
 *
 * @param bytes the file from `first` on, at least as far as needed
 * @throws FormatError as `inflateBlock`, with the offset of the first damaged block; `TS_BGZF_CORRUPT` with `last`
 *   when no block starts there
 */
export function inflateChain(
  bytes: Uint8Array,
  first: number,
  last: number,
  withLast: boolean,
  file: string,
): ChainText {
  let size = 0;
  try {
    size = textSize(bytes, first, last, withLast, file);
  } catch (error) {
    // A wrong block size shows one block late: inflating finds the block that is really damaged.
    inflateInto(null, bytes, first, last, withLast, file);
    throw error;
  }
  const text = Buffer.allocUnsafe(size);
  return { text, lastText: inflateInto(text, bytes, first, last, withLast, file) };
}

function textSize(bytes: Uint8Array, first: number, last: number, withLast: boolean, file: string): number {
  let size = 0;
  let offset = first;
  while (offset < last || (withLast && offset === last)) {
    const block = blockAt(bytes, offset - first, offset, file);
    size += block.textSize;
    offset += block.blockSize;
  }
  if (!withLast && offset !== last) throw corrupt(file, last, "no block starts there");
  return size;
}

/** Returns the text size of the block at `last`. */
function inflateInto(
  target: Buffer | null,
  bytes: Uint8Array,
  first: number,
  last: number,
  withLast: boolean,
  file: string,
): number {
  let filled = 0;
  let offset = first;
  while (offset < last) {
    const block = inflateBlock(bytes, offset - first, offset, file);
    target?.set(block.text, filled);
    filled += block.text.length;
    offset += block.blockSize;
  }
  if (offset !== last) throw corrupt(file, last, "no block starts there");
  if (!withLast) return 0;
  const { text } = inflateBlock(bytes, last - first, last, file);
  target?.set(text, filled);
  return text.length;
}
