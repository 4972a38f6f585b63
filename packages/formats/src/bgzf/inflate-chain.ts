import { type Gunzip, gunzipSync } from "node:zlib";
import { type BlockHeader, TRAILER_SIZE } from "./block-header.ts";
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
  let chain: Chain;
  try {
    chain = measureChain(bytes, first, last, withLast, file);
  } catch (error) {
    // A wrong block size shows one block late: inflating finds the block that is really damaged.
    inflateInto(null, bytes, first, last, withLast, file);
    throw error;
  }
  const blocks = bytes.subarray(0, chain.end - first);
  const whole = chain.mayHideBlock ? null : gunzipAll(blocks, chain.size);
  if (whole !== null) return { text: whole, lastText: chain.lastText };
  const text = Buffer.allocUnsafe(chain.size);
  return { text, lastText: inflateInto(text, bytes, first, last, withLast, file) };
}

/** Bytes of deflate stream and trailer that an empty block takes, with some to spare. */
const EMPTY_BLOCK = 48;

/**
 * Whether the block whose header starts at `start` may be an empty one with another one behind it, all of which its
 * size claims: the one damage to a size that neither lengths nor checksums of a chain show.
 */
function mayHideBlock(bytes: Uint8Array, start: number, { dataStart, blockSize }: BlockHeader): boolean {
  const end = start + Math.min(blockSize - TRAILER_SIZE, dataStart + EMPTY_BLOCK);
  for (let at = start + dataStart; at < end; at++) {
    if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8) return true;
  }
  return false;
}

/**
 * The text of whole blocks by one call of zlib, which takes them for the members of a gzip file and checks length
 * and CRC-32 of each; null when anything is wrong, as it does not say where. Saves a copy and a zlib object a block.
 */
function gunzipAll(blocks: Uint8Array, size: number): Buffer | null {
  try {
    // One byte of room more than needed: zlib would otherwise allocate a second chunk to learn that it is done.
    const { buffer, engine } = gunzipSync(blocks, {
      chunkSize: Math.max(64, size + 1),
      maxOutputLength: Math.max(1, size),
      info: true,
    }) as unknown as { buffer: Buffer; engine: Gunzip };
    return buffer.length === size && engine.bytesWritten === blocks.length ? buffer : null;
  } catch {
    return null;
  }
}

interface Chain {
  /** Whether one of the blocks may hold another one. */
  readonly mayHideBlock: boolean;
  /** Bytes of text, as the blocks claim. */
  readonly size: number;
  /** File offset just past the last block. */
  readonly end: number;
  /** Bytes of text of the block at `last`, 0 when it was not wanted. */
  readonly lastText: number;
}

function measureChain(bytes: Uint8Array, first: number, last: number, withLast: boolean, file: string): Chain {
  let isSuspect = false;
  let size = 0;
  let lastText = 0;
  let offset = first;
  while (offset < last || (withLast && offset === last)) {
    const block = blockAt(bytes, offset - first, offset, file);
    if (offset === last) lastText = block.textSize;
    isSuspect ||= mayHideBlock(bytes, offset - first, block);
    size += block.textSize;
    offset += block.blockSize;
  }
  if (!withLast && offset !== last) throw corrupt(file, last, "no block starts there");
  return { mayHideBlock: isSuspect, size, end: offset, lastText };
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
