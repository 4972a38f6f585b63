import type { BlockFile } from "../bgzf/block-file.ts";
import { blockAt } from "../bgzf/inflate.ts";
import { FormatError } from "../error.ts";

/** Starts of the blocks of a BGZF file; entry i of both arrays is block i. It can be posted to workers. */
export interface BlockOffsets {
  /** Byte offsets in the file; one entry more than there are blocks: the end of the last. */
  readonly compressed: Float64Array;
  /** Byte offsets in the text; one entry more than there are blocks: the length of the text. */
  readonly uncompressed: Float64Array;
}

/** Number of the block that holds the byte at `offset` of the text; the number of blocks when it lies behind the end. */
export function blockOf(blocks: BlockOffsets, offset: number): number {
  const starts = blocks.uncompressed;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle + 1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The block starts of a file by walking from header to header.
 *
 * @throws FormatError `TS_BGZF_CORRUPT` or `TS_BGZF_TRUNCATED` with the offset of the block.
 */
export function scanBlocks(file: BlockFile): BlockOffsets {
  return walkBlocks(file, [0], [0]);
}

/**
 * The block starts that a .gzi file lists (a count and pairs of compressed and uncompressed offset, 64-bit little-endian, from
 * the second block on), and those behind its last.
 *
 * @param gziPath the path named in errors.
 * @throws FormatError `TS_INDEX_INVALID` when its length does not match its count, or offsets do not grow or leave the file.
 */
export function parseGzi(gzi: Buffer, gziPath: string, file: BlockFile): BlockOffsets {
  const count = gzi.length >= 8 ? Number(gzi.readBigUInt64LE(0)) : -1;
  if (gzi.length !== 8 + 16 * count)
    throw invalidGzi(gziPath, `${gzi.length} bytes do not hold the entries it promises`);
  const compressed = [0];
  const uncompressed = [0];
  for (let i = 0; i < count; i++) {
    const fileOffset = Number(gzi.readBigUInt64LE(8 + 16 * i));
    const textOffset = Number(gzi.readBigUInt64LE(16 + 16 * i));
    if (fileOffset <= compressed[i] || textOffset < uncompressed[i] || fileOffset >= file.sizeBytes) {
      throw invalidGzi(gziPath, `entry ${i + 1} (block at byte ${fileOffset}) does not fit the blocks of ${file.path}`);
    }
    compressed.push(fileOffset);
    uncompressed.push(textOffset);
  }
  return walkBlocks(file, compressed, uncompressed);
}

/** Goes on from the last block start known to the end of the file. */
function walkBlocks(file: BlockFile, compressed: number[], uncompressed: number[]): BlockOffsets {
  let fileOffset = compressed[compressed.length - 1];
  let textOffset = uncompressed[uncompressed.length - 1];
  while (fileOffset < file.sizeBytes) {
    const block = blockAt(file.bytesAt(fileOffset), 0, fileOffset, file.path);
    fileOffset += block.blockSize;
    textOffset += block.textSize;
    compressed.push(fileOffset);
    uncompressed.push(textOffset);
  }
  return { compressed: Float64Array.from(compressed), uncompressed: Float64Array.from(uncompressed) };
}

function invalidGzi(file: string, what: string): FormatError {
  return new FormatError("TS_INDEX_INVALID", `${file}: ${what}`, { file });
}
