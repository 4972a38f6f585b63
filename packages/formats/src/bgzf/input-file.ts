import { closeSync, readSync } from "node:fs";
import { FormatError } from "../error.ts";
import { fileAccessError, openFile } from "../open-file.ts";

/** A regular file open for reading at any offset. */
export class InputFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly #descriptor: number;
  #transient: Buffer = Buffer.alloc(0);

  private constructor(path: string, descriptor: number, sizeBytes: number) {
    this.path = path;
    this.sizeBytes = sizeBytes;
    this.#descriptor = descriptor;
  }

  /** @throws FormatError `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE` */
  static open(path: string): InputFile {
    const { descriptor, sizeBytes } = openFile(path);
    return new InputFile(path, descriptor, sizeBytes);
  }

  /** The bytes [offset, offset + length) of the file, fewer where it ends. */
  readAt(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(this.#available(offset, length));
    this.#fill(bytes, offset);
    return bytes;
  }

  /**
   * As {@link readAt}, for bytes that nobody keeps: the next call overwrites them. Memory of its own for every read
   * would be pages that the system has to clear first.
   */
  readTransient(offset: number, length: number): Buffer {
    const wanted = this.#available(offset, length);
    if (wanted > this.#transient.length) this.#transient = Buffer.allocUnsafe(wanted);
    const bytes = this.#transient.subarray(0, wanted);
    this.#fill(bytes, offset);
    return bytes;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  /** How many of `length` bytes from `offset` on the file has. */
  #available(offset: number, length: number): number {
    return Math.max(0, Math.min(length, this.sizeBytes - offset));
  }

  #fill(bytes: Buffer, offset: number): void {
    let filled = 0;
    while (filled < bytes.length) {
      const count = this.#readSome(bytes, filled, offset + filled);
      if (count === 0) {
        const message = `${this.path} became shorter while it was read`;
        throw new FormatError("TS_FILE_UNREADABLE", message, { file: this.path, offset: offset + filled });
      }
      filled += count;
    }
  }

  #readSome(target: Buffer, at: number, fileOffset: number): number {
    try {
      return readSync(this.#descriptor, target, at, target.length - at, fileOffset);
    } catch (cause) {
      throw fileAccessError(this.path, cause);
    }
  }
}
