/**
 * A virtual position addresses a byte of the text of a BGZF file: the file offset of its block times 65,536 plus
 * its place within the block's text. As a JavaScript number it is exact up to files of 128 GiB.
 */
export const BLOCK_SHIFT = 65_536;

/** Virtual position past the last byte of any file. */
export const END_OF_FILE: number = Number.POSITIVE_INFINITY;

/** The virtual position of byte `within` of the text of the block at file offset `blockOffset`. */
export function virtualPosition(blockOffset: number, within: number): number {
  return blockOffset * BLOCK_SHIFT + within;
}

/** File offset of the block that a virtual position lies in. */
export function blockOffsetOf(position: number): number {
  return Math.floor(position / BLOCK_SHIFT);
}

/** Place of a virtual position within the text of its block. */
export function withinBlockOf(position: number): number {
  return position % BLOCK_SHIFT;
}
