import type { InputFile } from "./input-file.ts";
import { NEWLINE, type TextSource } from "./text-source.ts";
import { END_OF_FILE } from "./virtual-position.ts";

const WINDOW = 65_536;

/** Text as it stands in the file: a position is a byte offset. */
export class PlainText implements TextSource {
  readonly #file: InputFile;
  #window: Buffer = Buffer.alloc(0);
  #windowStart = 0;

  constructor(file: InputFile) {
    this.#file = file;
  }

  read(from: number, to: number): Buffer {
    return this.#file.readAt(from, Math.min(to, this.#file.sizeBytes) - from);
  }

  firstLineAfter(fileOffset: number): number {
    // The byte before decides whether a line starts exactly here.
    return fileOffset <= 0 ? 0 : this.lineAfter(fileOffset - 1);
  }

  firstBlockAfter(fileOffset: number): number {
    return this.canonical(fileOffset);
  }

  lineAt(position: number): Buffer {
    return this.#file.readAt(position, this.#newlineFrom(position) - position);
  }

  lineAfter(position: number): number {
    const next = this.#newlineFrom(position) + 1;
    return next < this.#file.sizeBytes ? next : END_OF_FILE;
  }

  fileOffsetOf(position: number): number {
    return Math.min(position, this.#file.sizeBytes);
  }

  lastPositionInBlock(position: number): number {
    return position;
  }

  canonical(position: number): number {
    return position < this.#file.sizeBytes ? position : END_OF_FILE;
  }

  isPlace(position: number): boolean {
    return position < this.#file.sizeBytes;
  }

  /** Offset of the first newline at or after `from`, or the file's size. */
  #newlineFrom(from: number): number {
    let at = from;
    while (at < this.#file.sizeBytes) {
      const window = this.#windowAt(at);
      const found = window.indexOf(NEWLINE, at - this.#windowStart);
      if (found !== -1) return this.#windowStart + found;
      if (window.length === 0) break;
      at = this.#windowStart + window.length;
    }
    return this.#file.sizeBytes;
  }

  #windowAt(offset: number): Buffer {
    if (offset < this.#windowStart || offset >= this.#windowStart + this.#window.length) {
      this.#window = this.#file.readAt(offset, WINDOW);
      this.#windowStart = offset;
    }
    return this.#window;
  }
}
