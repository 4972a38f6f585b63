import { closeSync, readSync } from "node:fs";
import { fileAccessError, type OpenedFile } from "../open-file.ts";

/** Random access to the text of a file, whatever its compression. */
export interface ByteSource {
  /** Length of the text in bytes. */
  readonly lengthBytes: number;
  /**
   * Copies the text of [`offset`, `offset` + `length`) to the start of `target`.
   *
   * @returns the number of bytes copied: less than `length` only at the end of the text.
   */
  read(target: Uint8Array, offset: number, length: number): number;
  close(): void;
}

/** The bytes of a file as they stand. */
export class PlainSource implements ByteSource {
  readonly lengthBytes: number;
  readonly #path: string;
  readonly #descriptor: number;

  constructor(path: string, file: OpenedFile) {
    this.#path = path;
    this.#descriptor = file.descriptor;
    this.lengthBytes = file.sizeBytes;
  }

  read(target: Uint8Array, offset: number, length: number): number {
    let done = 0;
    try {
      while (done < length) {
        const count = readSync(this.#descriptor, target, done, length - done, offset + done);
        if (count === 0) break;
        done += count;
      }
    } catch (error) {
      throw fileAccessError(this.#path, error);
    }
    return done;
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}
