import { MAX_BLOCK_SIZE, parseBlockHeader } from "./block-header.ts";
import { BGZF_EOF } from "./deflate.ts";
import { blockAt, inflateBlock, truncated } from "./inflate.ts";
import type { InputFile } from "./input-file.ts";

/** A block of a file with its text. */
export interface Block {
  readonly offset: number;
  /** File offset just past the block. */
  readonly end: number;
  readonly text: Buffer;
}

const CACHED_BLOCKS = 16;
const REMEMBERED_SEARCHES = 256;
const WINDOW = 2 * MAX_BLOCK_SIZE;
const MAGIC = Buffer.of(0x1f, 0x8b, 8, 4);

/** The blocks of a BGZF file in any order; the last few stay inflated. */
export class BlockFile {
  readonly #file: InputFile;
  readonly #blocks = new Map<number, Block>();
  /** What `findFrom` found: bisection asks again and again for the neighbourhood of a few blocks. */
  readonly #found = new Map<number, number>();
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(file: InputFile) {
    this.#file = file;
  }

  get path(): string {
    return this.#file.path;
  }

  get sizeBytes(): number {
    return this.#file.sizeBytes;
  }

  /** The block that starts at `offset`. @throws FormatError as `inflateBlock` */
  at(offset: number): Block {
    const cached = this.#blocks.get(offset);
    if (cached !== undefined) {
      this.#blocks.delete(offset);
      this.#blocks.set(offset, cached);
      return cached;
    }
    const { text, blockSize } = inflateBlock(this.bytesAt(offset), 0, offset, this.path);
    const block = { offset, end: offset + blockSize, text };
    this.#blocks.set(offset, block);
    if (this.#blocks.size > CACHED_BLOCKS) deleteOldest(this.#blocks);
    return block;
  }

  /** Whether a block header stands at `offset`. */
  hasBlockAt(offset: number): boolean {
    return offset < this.sizeBytes && typeof parseBlockHeader(this.bytesAt(offset), 0) !== "string";
  }

  /** Compressed bytes from `offset` on: enough for the largest block, unless the file ends. */
  bytesAt(offset: number): Buffer {
    const wantedEnd = Math.min(offset + MAX_BLOCK_SIZE, this.sizeBytes);
    if (offset < this.#windowStart || wantedEnd > this.#windowStart + this.#window.length) {
      this.#window = this.#file.readAt(offset, WINDOW);
      this.#windowStart = offset;
    }
    return this.#window.subarray(offset - this.#windowStart);
  }

  /** Compressed bytes [offset, offset + length), fewer where the file ends; the next search or read overwrites them. */
  readTransient(offset: number, length: number): Buffer {
    return this.#file.readTransient(offset, length);
  }

  /**
   * Offset of the first block that starts at or after `offset`, the file's size when there is none. A block is
   * recognised by its header and by what follows it: another header, or the end of the file. So a block with a
   * damaged header is passed over; whoever reads the blocks one after the other comes across it.
   */
  findFrom(offset: number): number {
    if (offset <= 0) return 0;
    const from = this.#endOfBlockAround(offset) ?? offset;
    let found = this.#found.get(from);
    if (found === undefined) {
      found = this.#search(from);
      this.#found.set(from, found);
      if (this.#found.size > REMEMBERED_SEARCHES) deleteOldest(this.#found);
    }
    return found;
  }

  /**
   * Checks that the file ends with an empty block.
   *
   * @throws FormatError `TS_BGZF_TRUNCATED` with the offset of the block that is cut or missing
   */
  checkEnd(): void {
    if (endsWithEmptyBlock(this.#file)) return;
    let at = this.sizeBytes > 3 * MAX_BLOCK_SIZE ? this.findFrom(this.sizeBytes - 3 * MAX_BLOCK_SIZE) : 0;
    let last = at;
    while (at < this.sizeBytes) {
      last = at;
      at += blockAt(this.bytesAt(at), 0, at, this.path).blockSize;
    }
    if (last === at || this.at(last).text.length > 0) throw truncated(this.path, this.sizeBytes);
  }

  /** End of the inflated block that `offset` lies within: no other block starts before it. */
  #endOfBlockAround(offset: number): number | undefined {
    for (const block of this.#blocks.values()) if (block.offset < offset && offset <= block.end) return block.end;
    return undefined;
  }

  #search(offset: number): number {
    for (let from = offset; from < this.sizeBytes; from += MAX_BLOCK_SIZE) {
      const found = this.#findWithin(from);
      if (found !== -1) return found;
    }
    return this.sizeBytes;
  }

  /** As `findFrom` for blocks that start in the 64 KiB from `offset` on; -1 when none does. */
  #findWithin(offset: number): number {
    // Most blocks are small: a third of what the largest may take shows one and what follows.
    for (const size of [MAX_BLOCK_SIZE + MAGIC.length, 3 * MAX_BLOCK_SIZE + MAGIC.length]) {
      const bytes = this.#file.readTransient(offset, size);
      const found = firstBlockIn(bytes, offset + bytes.length === this.sizeBytes);
      if (found !== "beyond") return found === -1 ? -1 : offset + found;
    }
    return -1;
  }
}

/**
 * Where the first block starts in the first 64 KiB of `bytes`, -1 when none does, `beyond` when that takes more bytes
 * to tell. `reachesEnd` says that the file ends where they do.
 */
function firstBlockIn(bytes: Buffer, reachesEnd: boolean): number | "beyond" {
  for (let at = bytes.indexOf(MAGIC); at !== -1 && at < MAX_BLOCK_SIZE; at = bytes.indexOf(MAGIC, at + 1)) {
    const header = parseBlockHeader(bytes, at);
    if (header === "invalid") continue;
    const next = header === "short" ? bytes.length : at + header.blockSize;
    if (header !== "short" && reachesEnd && next === bytes.length) return at;
    const following = next < bytes.length ? parseBlockHeader(bytes, next) : "short";
    if (following === "short" && !reachesEnd) return "beyond";
    if (typeof following !== "string") return at;
  }
  return -1;
}

/** Whether the last bytes of a file are the empty block that closes every BGZF file. */
export function endsWithEmptyBlock(file: InputFile): boolean {
  const start = file.sizeBytes - BGZF_EOF.length;
  return start >= 0 && file.readAt(start, BGZF_EOF.length).equals(BGZF_EOF);
}

function deleteOldest(map: Map<number, unknown>): void {
  map.delete(map.keys().next().value as number);
}
