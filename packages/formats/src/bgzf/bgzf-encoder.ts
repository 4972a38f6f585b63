import { BGZF_EOF, BLOCK_TEXT_SIZE, DEFAULT_COMPRESSION_LEVEL, deflateBlock } from "./deflate.ts";
import { virtualPosition } from "./virtual-position.ts";

/**
 * Cuts text into BGZF blocks, synchronously, and knows the virtual position of each byte: what an index needs.
 * `BgzfWriter` adds the file.
 */
export class BgzfEncoder {
  readonly #emit: (block: Buffer) => void;
  readonly #level: number;
  readonly #buffer: Buffer = Buffer.allocUnsafe(BLOCK_TEXT_SIZE);
  #buffered = 0;
  #emitted = 0;

  /**
   * @param emit gets each finished block; it may keep it
   * @param level 0 (stored) to 9 (smallest)
   */
  constructor(emit: (block: Buffer) => void, level: number = DEFAULT_COMPRESSION_LEVEL) {
    this.#emit = emit;
    this.#level = level;
  }

  /** Virtual position of the next byte that is written, relative to the start of this encoder's output. */
  get virtualOffset(): number {
    return virtualPosition(this.#emitted, this.#buffered);
  }

  /** Bytes of finished blocks so far. */
  get sizeBytes(): number {
    return this.#emitted;
  }

  /** Adds text; it is copied. */
  write(text: Uint8Array): void {
    let from = 0;
    while (from < text.length) {
      const count = Math.min(text.length - from, BLOCK_TEXT_SIZE - this.#buffered);
      this.#buffer.set(text.subarray(from, from + count), this.#buffered);
      this.#buffered += count;
      from += count;
      if (this.#buffered === BLOCK_TEXT_SIZE) this.endBlock();
    }
  }

  /** Finishes the block begun, if any; the output so far is then a sequence of whole blocks. */
  endBlock(): void {
    if (this.#buffered === 0) return;
    const block = deflateBlock(this.#buffer.subarray(0, this.#buffered), this.#level);
    this.#buffered = 0;
    this.#emitted += block.length;
    this.#emit(block);
  }

  /** Finishes the block begun and adds the empty block that closes a file. */
  end(): void {
    this.endBlock();
    this.#emitted += BGZF_EOF.length;
    this.#emit(Buffer.from(BGZF_EOF));
  }
}
