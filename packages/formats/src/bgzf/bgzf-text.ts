import { FormatError } from "../error.ts";
import type { Block, BlockFile } from "./block-file.ts";
import { MAX_BLOCK_SIZE } from "./block-header.ts";
import { inflateChain } from "./inflate-chain.ts";
import { NEWLINE, type TextSource } from "./text-source.ts";
import { blockOffsetOf, END_OF_FILE, virtualPosition, withinBlockOf } from "./virtual-position.ts";

/** The text of a BGZF file; positions are virtual ones and never stand at the end of a block but at the next. */
export class BgzfText implements TextSource {
  readonly #blocks: BlockFile;

  constructor(blocks: BlockFile) {
    this.#blocks = blocks;
  }

  read(from: number, to: number): Buffer {
    if (from >= to) return Buffer.alloc(0);
    const first = this.fileOffsetOf(from);
    const last = this.fileOffsetOf(to);
    const withinLast = to === END_OF_FILE ? 0 : withinBlockOf(to);
    // The room behind `last` also tells a block that runs across it from a file that ends there.
    const bytes = this.#blocks.readTransient(first, last - first + MAX_BLOCK_SIZE);
    const { text, lastText } = inflateChain(bytes, first, last, withinLast > 0, this.#blocks.path);
    if (withinLast > lastText) throw this.#beyondBlock(to);
    const start = withinBlockOf(from);
    const end = withinLast > 0 ? text.length - lastText + withinLast : text.length;
    if (start > end) throw this.#beyondBlock(from);
    return text.subarray(start, end);
  }

  firstLineAfter(fileOffset: number): number {
    if (fileOffset <= 0) return this.canonical(0);
    const block = this.#blocks.findFrom(fileOffset);
    return block >= this.#blocks.sizeBytes ? END_OF_FILE : this.lineAfter(virtualPosition(block, 0));
  }

  firstBlockAfter(fileOffset: number): number {
    const block = this.#blocks.findFrom(fileOffset);
    return block >= this.#blocks.sizeBytes ? END_OF_FILE : virtualPosition(block, 0);
  }

  lineAt(position: number): Buffer {
    const parts: Buffer[] = [];
    for (const { block, from } of this.#blocksFrom(position)) {
      const newline = block.text.indexOf(NEWLINE, from);
      parts.push(block.text.subarray(from, newline === -1 ? undefined : newline));
      if (newline !== -1) break;
    }
    return parts.length === 1 ? parts[0] : Buffer.concat(parts);
  }

  lineAfter(position: number): number {
    for (const { block, from } of this.#blocksFrom(position)) {
      const newline = block.text.indexOf(NEWLINE, from);
      if (newline !== -1) return this.canonical(virtualPosition(block.offset, newline + 1));
    }
    return END_OF_FILE;
  }

  fileOffsetOf(position: number): number {
    return position === END_OF_FILE ? this.#blocks.sizeBytes : blockOffsetOf(position);
  }

  lastPositionInBlock(position: number): number {
    const block = this.#blocks.at(blockOffsetOf(position));
    return virtualPosition(block.offset, Math.max(0, block.text.length - 1));
  }

  canonical(position: number): number {
    for (const { block, from } of this.#blocksFrom(position)) {
      if (from < block.text.length) return virtualPosition(block.offset, from);
    }
    return END_OF_FILE;
  }

  isPlace(position: number): boolean {
    const offset = blockOffsetOf(position);
    return this.#blocks.hasBlockAt(offset) && withinBlockOf(position) <= this.#blocks.at(offset).text.length;
  }

  *#blocksFrom(position: number): Generator<{ block: Block; from: number }> {
    let offset = this.fileOffsetOf(position);
    let from = withinBlockOf(position);
    while (offset < this.#blocks.sizeBytes) {
      const block = this.#blocks.at(offset);
      if (from > block.text.length) throw this.#beyondBlock(position);
      yield { block, from };
      offset = block.end;
      from = 0;
    }
  }

  #beyondBlock(position: number): FormatError {
    const file = this.#blocks.path;
    const offset = blockOffsetOf(position);
    const message = `${file}: place ${withinBlockOf(position)} is beyond the text of the BGZF block at byte ${offset}`;
    return new FormatError("TS_INDEX_INVALID", message, { file, offset });
  }
}
