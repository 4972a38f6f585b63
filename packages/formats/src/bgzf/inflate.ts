import { crc32, type InflateRaw, inflateRawSync } from "node:zlib";
import { FormatError } from "../error.ts";
import { MAX_BLOCK_TEXT, parseBlockHeader, TRAILER_SIZE, uint32 } from "./block-header.ts";

/** A block's text and the size of the block that held it. */
export interface InflatedBlock {
  readonly text: Buffer;
  /** Bytes of the compressed block; the next one starts that much further on. */
  readonly blockSize: number;
}

const EMPTY = Buffer.alloc(0);

/**
 * The text of the BGZF block at `start` of `bytes`; length and CRC-32 are checked.
 *
 * @param fileOffset byte offset of that block in its file, for messages
 * @throws FormatError `TS_BGZF_CORRUPT`, or `TS_BGZF_TRUNCATED` when `bytes` end before the block does
 */
export function inflateBlock(bytes: Uint8Array, start: number, fileOffset: number, file: string): InflatedBlock {
  const { dataStart, blockSize } = blockAt(bytes, start, fileOffset, file);
  const trailer = start + blockSize - TRAILER_SIZE;
  const expectedLength = uint32(bytes, trailer + 4);
  const text = inflateExactly(bytes.subarray(start + dataStart, trailer), expectedLength, fileOffset, file);
  if (crc32(text) !== uint32(bytes, trailer)) throw corrupt(file, fileOffset, "its checksum does not match its text");
  return { text, blockSize };
}

/** Sizes of the whole block at `start`; its text is not looked at. Errors as {@link inflateBlock}. */
export function blockAt(
  bytes: Uint8Array,
  start: number,
  fileOffset: number,
  file: string,
): { dataStart: number; blockSize: number; textSize: number } {
  const header = parseBlockHeader(bytes, start);
  if (header === "invalid") throw corrupt(file, fileOffset, "no block header is there");
  if (header === "short" || start + header.blockSize > bytes.length) throw truncated(file, fileOffset);
  const textSize = uint32(bytes, start + header.blockSize - 4);
  if (textSize > MAX_BLOCK_TEXT) throw corrupt(file, fileOffset, `it claims ${textSize} bytes of text, over the limit`);
  return { ...header, textSize };
}

function inflateExactly(deflated: Uint8Array, length: number, fileOffset: number, file: string): Buffer {
  let text: Buffer;
  let consumed: number;
  try {
    // One byte of room more than needed: zlib would otherwise allocate a second chunk to learn that it is done.
    const result = inflateRawSync(deflated, {
      chunkSize: Math.max(64, length + 1),
      maxOutputLength: Math.max(1, length),
      info: true,
    }) as unknown as { buffer: Buffer; engine: InflateRaw };
    text = result.buffer;
    consumed = result.engine.bytesWritten;
  } catch (cause) {
    throw corrupt(file, fileOffset, `its data do not decompress to ${length} bytes`, cause);
  }
  if (text.length !== length) throw corrupt(file, fileOffset, `it holds ${text.length} bytes of text, not ${length}`);
  // Bytes between the stream and the trailer mean that BSIZE points past the block's real end.
  if (consumed !== deflated.length) throw corrupt(file, fileOffset, "its size does not match its data");
  return length === 0 ? EMPTY : text;
}

/** Error for a block that is there but wrong. */
export function corrupt(file: string, offset: number, what: string, cause?: unknown): FormatError {
  const message = `${file}: the BGZF block at byte ${offset} is damaged: ${what}`;
  return new FormatError("TS_BGZF_CORRUPT", message, { file, offset }, cause);
}

/** Error for a file that ends within a block, or without the end-of-file block (then `offset` is the file's size). */
export function truncated(file: string, offset: number): FormatError {
  const message = `${file}: the file is cut off: a complete BGZF block was expected at byte ${offset}`;
  return new FormatError("TS_BGZF_TRUNCATED", message, { file, offset });
}
