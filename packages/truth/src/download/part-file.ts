import { type FileHandle, mkdir, open, rename, rm, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { TruthError } from "../error.ts";
import { Digester, type Digests, digesterOf } from "./digests.ts";
import { type PartState, resumableState, type Validator, writeState } from "./part-state.ts";
import { writing } from "./writing.ts";

/** After so many bytes it is made sure that they are on the disk, so that a machine that stops costs no more. */
const CHECKPOINT_BYTES = 16 << 20;

/**
 * A file that is being downloaded, as `NAME.part`, with `NAME.part.json` saying of what. Whoever opens it has the folder to
 * themselves.
 */
export class PartFile {
  readonly #target: string;
  readonly #handle: FileHandle;
  #state: PartState;
  #digester: Digester;
  #size: number;

  private constructor(target: string, handle: FileHandle, state: PartState, digester: Digester) {
    this.#target = target;
    this.#handle = handle;
    this.#state = state;
    this.#digester = digester;
    this.#size = state.bytes;
  }

  /**
   * Opens the part of a file that is to be at `target`: what an earlier try at the same address left, hashed again, or an empty
   * one. Without a validator a part cannot be gone on with, as nobody could tell whether the file has changed.
   *
   * @throws TruthError TS_TRUTH_UNWRITABLE
   */
  static async open(target: string, address: string): Promise<PartFile> {
    return writing(target, async () => {
      await mkdir(dirname(target), { recursive: true });
      const state = await resumableState(target, address);
      const handle = await open(`${target}.part`, state.bytes === 0 ? "w" : "r+");
      try {
        await handle.truncate(state.bytes);
        return new PartFile(target, handle, state, await digesterOf(`${target}.part`));
      } catch (error) {
        await handle.close();
        throw error;
      }
    });
  }

  /** In bytes. */
  get size(): number {
    return this.#size;
  }

  /** Size of the whole file as the server gave it; null where it did not. */
  get total(): number | null {
    return this.#state.total;
  }

  get validator(): Validator {
    return this.#state;
  }

  /** Whether the rest can be asked for: something is there, of a file that can be told from a later one. */
  get isResumable(): boolean {
    return this.#size > 0 && (this.#state.etag !== null || this.#state.lastModified !== null);
  }

  /** Forgets what is there. */
  async restart(): Promise<void> {
    await this.begin({ etag: null, lastModified: null }, null);
  }

  /** Forgets what is there and begins with the file that the server has now. */
  async begin({ etag, lastModified }: Validator, total: number | null): Promise<void> {
    await writing(this.#target, async () => {
      await this.#handle.truncate(0);
      this.#size = 0;
      this.#digester = new Digester();
      this.#state = { address: this.#state.address, etag, lastModified, bytes: 0, total };
      await writeState(this.#target, this.#state);
    });
  }

  /** Takes the size of the whole from a later answer, where the first did not say it. */
  learnTotal(total: number | null): void {
    this.#state = { ...this.#state, total: this.#state.total ?? total };
  }

  /** @throws TruthError TS_TRUTH_UNWRITABLE when there is less free space than `bytes` */
  async requireSpace(bytes: number): Promise<void> {
    const { bavail, bsize } = await writing(this.#target, () => statfs(dirname(this.#target)));
    const free = bavail * bsize;
    if (free >= bytes) return;
    const message = `${this.#target}: ${bytes} bytes are still to come, ${free} are free`;
    throw new TruthError("TS_TRUTH_UNWRITABLE", message, { file: this.#target });
  }

  async append(bytes: Uint8Array): Promise<void> {
    await writing(this.#target, async () => {
      for (let written = 0; written < bytes.length; ) {
        const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written, this.#size + written);
        written += bytesWritten;
      }
    });
    this.#digester.update(bytes);
    this.#size += bytes.length;
    if (this.#size - this.#state.bytes >= CHECKPOINT_BYTES) await this.checkpoint();
  }

  /** Makes sure that all bytes so far are on the disk. */
  async checkpoint(): Promise<void> {
    if (this.#size === this.#state.bytes) return;
    await writing(this.#target, async () => {
      await this.#handle.sync();
      this.#state = { ...this.#state, bytes: this.#size };
      await writeState(this.#target, this.#state);
    });
  }

  /** Hashes of what is there. */
  digests(): Digests {
    return this.#digester.digests();
  }

  /** Closes it and keeps it for a later try. */
  async close(): Promise<void> {
    try {
      await this.checkpoint();
    } finally {
      await this.#handle.close();
    }
  }

  /** Gives the file its final name. */
  async complete(): Promise<void> {
    await writing(this.#target, async () => {
      await this.#handle.sync();
      await this.#handle.close();
      await rename(`${this.#target}.part`, this.#target);
      await rm(`${this.#target}.part.json`, { force: true });
    });
  }

  /** Removes it. */
  async discard(): Promise<void> {
    await this.#handle.close();
    await rm(`${this.#target}.part`, { force: true });
    await rm(`${this.#target}.part.json`, { force: true });
  }
}
