import { uint32 } from "../bgzf/block-header.ts";
import { FormatError } from "../error.ts";

/** Reads little-endian numbers one after the other; running past the end is an error of the index. */
export class ByteCursor {
  readonly #bytes: Buffer;
  readonly #file: string;
  #at = 0;

  constructor(bytes: Buffer, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  get remaining(): number {
    return this.#bytes.length - this.#at;
  }

  take(length: number, what: string): Buffer {
    if (length < 0 || length > this.remaining) throw this.invalid(`it ends within ${what}`);
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  int32(what: string): number {
    return this.uint32(what) | 0;
  }

  uint32(what: string): number {
    if (this.remaining < 4) throw this.invalid(`it ends within ${what}`);
    this.#at += 4;
    return uint32(this.#bytes, this.#at - 4);
  }

  /** An unsigned 64-bit number, which a JavaScript number must hold exactly. */
  uint64(what: string): number {
    const low = this.uint32(what);
    const value = this.uint32(what) * 2 ** 32 + low;
    if (value > Number.MAX_SAFE_INTEGER) throw this.invalid(`${what} is impossibly large`);
    return value;
  }

  /** How many items follow, each at least `itemSize` bytes long: refused before anything of that size is allocated. */
  count(itemSize: number, what: string): number {
    const count = this.int32(what);
    if (count < 0 || count * itemSize > this.remaining) throw this.invalid(`${what} (${count}) does not fit its size`);
    return count;
  }

  invalid(what: string): FormatError {
    const message = `${this.#file} is no valid index: ${what} (byte ${this.#at} of its decompressed content)`;
    return new FormatError("TS_INDEX_INVALID", message, { file: this.#file, offset: this.#at });
  }
}
