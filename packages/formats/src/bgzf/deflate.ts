import { crc32, deflateRawSync } from "node:zlib";
import { MAX_BLOCK_SIZE, TRAILER_SIZE } from "./block-header.ts";

/** Bytes of text that go into a block; less than 64 KiB so that text which does not compress still fits. */
export const BLOCK_TEXT_SIZE = 65_280;
/** Level used when none is given: zlib's own default, as `bgzip` has it. */
export const DEFAULT_COMPRESSION_LEVEL = 6;

const HEADER = Uint8Array.of(0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0, 0);

/** The empty block that closes every BGZF file. */
export const BGZF_EOF: Uint8Array = Uint8Array.of(
  ...[0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0x1b, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0],
);

/**
 * One complete BGZF block that holds `data`.
 *
 * @param data at most {@link BLOCK_TEXT_SIZE} bytes
 * @param level 0 (stored) to 9 (smallest)
 * @throws RangeError when `data` are longer
 */
export function deflateBlock(data: Uint8Array, level: number = DEFAULT_COMPRESSION_LEVEL): Buffer {
  if (data.length > BLOCK_TEXT_SIZE)
    throw new RangeError(`A BGZF block takes ${BLOCK_TEXT_SIZE} bytes, not ${data.length}`);
  let deflated = deflateRawSync(data, { level, chunkSize: MAX_BLOCK_SIZE + 1024 });
  const overhead = HEADER.length + TRAILER_SIZE;
  if (deflated.length + overhead > MAX_BLOCK_SIZE) deflated = deflateRawSync(data, { level: 0 });
  const block = Buffer.allocUnsafe(deflated.length + overhead);
  block.set(HEADER, 0);
  block.writeUInt16LE(block.length - 1, 16);
  block.set(deflated, HEADER.length);
  block.writeUInt32LE(crc32(data), block.length - 8);
  block.writeUInt32LE(data.length, block.length - 4);
  return block;
}
