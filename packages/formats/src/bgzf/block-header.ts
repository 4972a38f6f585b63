/** Bytes a BGZF block can have at most, header and trailer included (BSIZE is 16 bits, minus one). */
export const MAX_BLOCK_SIZE = 65_536;
/** Bytes of text a BGZF block can hold at most. */
export const MAX_BLOCK_TEXT = 65_536;
/** CRC-32 and ISIZE, four bytes each. */
export const TRAILER_SIZE = 8;

const FIXED_HEADER_SIZE = 12;
const FLAG_EXTRA = 4;

/** What a block's header says; offsets are relative to the start of the block. */
export interface BlockHeader {
  /** Where the deflate stream starts. */
  readonly dataStart: number;
  /** Size of the whole block in bytes: header, deflate stream and trailer. */
  readonly blockSize: number;
}

/** Why a header could not be read: `short` when the bytes end before it does, `invalid` when it is none. */
export type HeaderProblem = "short" | "invalid";

/**
 * The BGZF header at `start` of `bytes` (SAM specification, section 4.1). Subfields may come in any order and
 * unknown ones are passed over; a header without the `BC` subfield is `invalid`.
 */
export function parseBlockHeader(bytes: Uint8Array, start: number): BlockHeader | HeaderProblem {
  const available = bytes.length - start;
  if (available >= 1 && bytes[start] !== 0x1f) return "invalid";
  if (available >= 2 && bytes[start + 1] !== 0x8b) return "invalid";
  if (available >= 3 && bytes[start + 2] !== 8) return "invalid";
  if (available >= 4 && bytes[start + 3] !== FLAG_EXTRA) return "invalid";
  if (available < FIXED_HEADER_SIZE) return "short";
  const dataStart = FIXED_HEADER_SIZE + uint16(bytes, start + 10);
  if (available < dataStart) return "short";
  const blockSize = blockSizeFromExtra(bytes, start + FIXED_HEADER_SIZE, start + dataStart);
  // The shortest deflate stream, an empty one, takes two bytes.
  if (blockSize < dataStart + 2 + TRAILER_SIZE) return "invalid";
  return { dataStart, blockSize };
}

/** Little-endian unsigned 16-bit number. */
export function uint16(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8);
}

/** Little-endian unsigned 32-bit number. */
export function uint32(bytes: Uint8Array, at: number): number {
  return (bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0;
}

/** Block size of the `BC` subfield, or -1 when there is none or the subfields do not fill the extra field. */
function blockSizeFromExtra(bytes: Uint8Array, from: number, to: number): number {
  let blockSize = -1;
  let at = from;
  while (at < to) {
    if (at + 4 > to) return -1;
    const length = uint16(bytes, at + 2);
    if (at + 4 + length > to) return -1;
    if (bytes[at] === 0x42 && bytes[at + 1] === 0x43) {
      if (length !== 2 || blockSize !== -1) return -1;
      blockSize = uint16(bytes, at + 4) + 1;
    }
    at += 4 + length;
  }
  return blockSize;
}
