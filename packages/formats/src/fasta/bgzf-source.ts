import { inflateBlock } from "../bgzf/inflate.ts";
import type { InputFile } from "../bgzf/input-file.ts";
import { FormatError } from "../error.ts";
import { type BlockOffsets, blockOf } from "./block-offsets.ts";
import type { ByteSource } from "./byte-source.ts";

/** Blocks are read from the file this many at a time. */
const blocksAtOnce = 16;

/** The text of a BGZF file whose block starts are known. */
export class BgzfSource implements ByteSource {
  readonly lengthBytes: number;
  readonly #file: InputFile;
  readonly #blocks: BlockOffsets;
  /** Compressed bytes of some consecutive blocks. */
  #compressed: Buffer = Buffer.alloc(0);
  #compressedStart = 0;
  /** The block that was inflated last. */
  #heldBlock = -1;
  #heldText: Buffer = Buffer.alloc(0);

  constructor(file: InputFile, blocks: BlockOffsets) {
    this.#file = file;
    this.#blocks = blocks;
    this.lengthBytes = blocks.uncompressed[blocks.uncompressed.length - 1];
  }

  read(target: Uint8Array, offset: number, length: number): number {
    const { uncompressed } = this.#blocks;
    const end = Math.min(offset + length, this.lengthBytes);
    const last = blockOf(this.#blocks, end - 1);
    let at = offset;
    for (let block = blockOf(this.#blocks, offset); at < end; block++) {
      const text = this.#textOf(block, last);
      const from = at - uncompressed[block];
      const count = Math.min(text.length - from, end - at);
      target.set(text.subarray(from, from + count), at - offset);
      at += count;
    }
    return Math.max(0, at - offset);
  }

  close(): void {
    this.#file.close();
  }

  /** @param lastWanted the last block that will be asked for in this read: no more than that is read from the file. */
  #textOf(block: number, lastWanted: number): Buffer {
    if (block === this.#heldBlock) return this.#heldText;
    const { compressed, uncompressed } = this.#blocks;
    const start = compressed[block];
    if (start < this.#compressedStart || compressed[block + 1] > this.#compressedStart + this.#compressed.length) {
      const lastAtOnce = Math.min(lastWanted, block + blocksAtOnce - 1);
      this.#compressed = this.#file.readAt(start, compressed[lastAtOnce + 1] - start);
      this.#compressedStart = start;
    }
    const { text } = inflateBlock(this.#compressed, start - this.#compressedStart, start, this.#file.path);
    if (text.length !== uncompressed[block + 1] - uncompressed[block]) {
      const what = `the .gzi of ${this.#file.path} does not describe it: the block at byte ${start} has another length`;
      throw new FormatError("TS_INDEX_INVALID", what, { file: this.#file.path, offset: start });
    }
    this.#heldBlock = block;
    this.#heldText = text;
    return text;
  }
}
