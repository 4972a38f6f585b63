import { type FileHandle, open } from "node:fs/promises";
import { StoreError } from "../error.ts";

/** Content of known length that can be read from any byte on, repeatedly. */
export interface ContentReader {
  readonly size: number;
  /** That many bytes from `start` on, in memory of the receiver's own. */
  read(start: number, length: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Closes and removes what was opened and made for it. */
  dispose(): Promise<void>;
}

/** Bytes in memory. */
export class BytesReader implements ContentReader {
  readonly size: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.size = bytes.length;
  }

  async read(start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(this.#bytes.subarray(start, start + length));
  }

  async dispose(): Promise<void> {}
}

/** A file; its errors are TS_OBJECT_REQUEST_INVALID, since it is the caller's. */
export class FileReader implements ContentReader {
  readonly size: number;
  readonly #handle: FileHandle;
  readonly #file: string;

  private constructor(handle: FileHandle, file: string, size: number) {
    this.#handle = handle;
    this.#file = file;
    this.size = size;
  }

  static async open(file: string): Promise<FileReader> {
    let handle: FileHandle | null = null;
    try {
      handle = await open(file, "r");
      return new FileReader(handle, file, (await handle.stat()).size);
    } catch (cause) {
      await handle?.close();
      throw unreadable(file, cause);
    }
  }

  async read(start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length; ) {
      const { bytesRead } = await this.#handle.read(bytes, filled, length - filled, start + filled).catch((cause) => {
        throw unreadable(this.#file, cause);
      });
      if (bytesRead === 0) {
        throw new StoreError("TS_OBJECT_REQUEST_INVALID", `${this.#file}: became shorter while it was stored`, {
          file: this.#file,
        });
      }
      filled += bytesRead;
    }
    return bytes;
  }

  async dispose(): Promise<void> {
    await this.#handle.close();
  }
}

function unreadable(file: string, cause: unknown): StoreError {
  return new StoreError("TS_OBJECT_REQUEST_INVALID", `${file}: cannot be read to be stored`, { file }, cause);
}
