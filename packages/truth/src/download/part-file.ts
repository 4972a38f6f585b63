import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, statfs, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { TruthError } from "../error.ts";

/** After so many bytes it is made sure that they are on the disk, so that a machine that stops costs no more. */
const CHECKPOINT_BYTES = 16 << 20;

/** What tells one state of a file on a server from another. */
export interface Validator {
  /** A strong ETag; null where there is none. */
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is kept of a download beside its part. */
interface PartState extends Validator {
  readonly address: string;
  /** How many bytes of the part are on the disk for certain. */
  readonly bytes: number;
  /** Size of the whole file; null where the server did not say. */
  readonly total: number | null;
}

/** Hashes of a file by every algorithm that checksums are published in. */
export interface Digests {
  readonly md5: string;
  readonly sha256: string;
}

/**
 * A file that is being downloaded, as `NAME.part`, with `NAME.part.json` saying of what. Whoever opens it has the folder to
 * themselves.
 */
export class PartFile {
  readonly #target: string;
  readonly #handle: FileHandle;
  #state: PartState;
  #hashes: { md5: Hash; sha256: Hash };
  #size: number;

  private constructor(target: string, handle: FileHandle, state: PartState, hashes: { md5: Hash; sha256: Hash }) {
    this.#target = target;
    this.#handle = handle;
    this.#state = state;
    this.#hashes = hashes;
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
        return new PartFile(target, handle, state, await hashesOf(`${target}.part`));
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
      this.#hashes = newHashes();
      this.#state = { address: this.#state.address, etag, lastModified, bytes: 0, total };
      await this.#writeState();
    });
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
    this.#hashes.md5.update(bytes);
    this.#hashes.sha256.update(bytes);
    this.#size += bytes.length;
    if (this.#size - this.#state.bytes >= CHECKPOINT_BYTES) await this.checkpoint();
  }

  /** Makes sure that all bytes so far are on the disk. */
  async checkpoint(): Promise<void> {
    if (this.#size === this.#state.bytes) return;
    await writing(this.#target, async () => {
      await this.#handle.sync();
      this.#state = { ...this.#state, bytes: this.#size };
      await this.#writeState();
    });
  }

  /** Hashes of what is there. */
  digests(): Digests {
    return { md5: this.#hashes.md5.copy().digest("hex"), sha256: this.#hashes.sha256.copy().digest("hex") };
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

  async #writeState(): Promise<void> {
    const path = `${this.#target}.part.json`;
    await writeFile(`${path}.tmp`, `${JSON.stringify(this.#state)}\n`);
    await rename(`${path}.tmp`, path);
  }
}

/** Hashes of a file that is there. */
export async function digestFile(path: string): Promise<Digests> {
  const { md5, sha256 } = await hashesOf(path);
  return { md5: md5.digest("hex"), sha256: sha256.digest("hex") };
}

/**
 * What writing below `target` throws, as an error of this package.
 *
 * @throws TruthError TS_TRUTH_UNWRITABLE
 */
export async function writing<T>(target: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof TruthError || code === undefined) throw error;
    const reason = message.split(", ")[0];
    throw new TruthError("TS_TRUTH_UNWRITABLE", `${target}: cannot be written: ${reason}`, { file: target }, error);
  }
}

function newHashes(): { md5: Hash; sha256: Hash } {
  return { md5: createHash("md5"), sha256: createHash("sha256") };
}

async function hashesOf(path: string): Promise<{ md5: Hash; sha256: Hash }> {
  const hashes = newHashes();
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hashes.md5.update(bytes);
    hashes.sha256.update(bytes);
  }
  return hashes;
}

async function resumableState(target: string, address: string): Promise<PartState> {
  const fresh: PartState = { address, etag: null, lastModified: null, bytes: 0, total: null };
  const state = await stateBeside(target);
  if (state === null || state.address !== address) return fresh;
  if (state.etag === null && state.lastModified === null) return fresh;
  const size = await stat(`${target}.part`).then(
    (found) => found.size,
    () => 0,
  );
  return size < state.bytes ? fresh : state;
}

/** Null where there is none, or none that can be used: the download then begins anew. */
async function stateBeside(target: string): Promise<PartState | null> {
  try {
    const state = JSON.parse(await readFile(`${target}.part.json`, "utf8")) as PartState;
    return Number.isSafeInteger(state.bytes) && state.bytes >= 0 && typeof state.address === "string" ? state : null;
  } catch {
    return null;
  }
}
