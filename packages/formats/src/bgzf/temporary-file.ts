import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { fileWriteError } from "./write-error.ts";

/**
 * A file that has a temporary name beside its target until `commit`, so that nothing unfinished ever has the final
 * one. All methods throw `FormatError` `TS_FILE_UNWRITABLE`; no file remains then.
 */
export class TemporaryFile {
  readonly #path: string;
  readonly #temporaryPath: string;
  readonly #handle: FileHandle;

  private constructor(path: string, temporaryPath: string, handle: FileHandle) {
    this.#path = path;
    this.#temporaryPath = temporaryPath;
    this.#handle = handle;
  }

  /** Replaces, when committed, a file that has the name. */
  static async create(path: string): Promise<TemporaryFile> {
    const temporaryPath = `${path}.${process.pid}.tmp`;
    try {
      return new TemporaryFile(path, temporaryPath, await open(temporaryPath, "w"));
    } catch (cause) {
      throw fileWriteError(path, cause);
    }
  }

  /** Appends. */
  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(bytes);
    } catch (cause) {
      await this.discard();
      throw fileWriteError(this.#path, cause);
    }
  }

  /** Gives the file its name. */
  async commit(): Promise<void> {
    try {
      await this.#handle.close();
      await rename(this.#temporaryPath, this.#path);
    } catch (cause) {
      await rm(this.#temporaryPath, { force: true });
      throw fileWriteError(this.#path, cause);
    }
  }

  /** Removes the file. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(this.#temporaryPath, { force: true });
  }
}
