import { createHash, randomUUID } from "node:crypto";
import { link, mkdir, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { StoreError } from "../error.ts";
import { requireAnnounced } from "./announced-digest.ts";
import { rangeBeyondEnd, requireRange } from "./byte-range.ts";
import { checkedContent, countBytes } from "./checked-content.ts";
import { failedWith, folderError } from "./folder-error.ts";
import { fileRange, syncFolder, writeDurably } from "./folder-files.ts";
import { digestOfKey, objectKey, requireSha256 } from "./object-key.ts";
import type {
  Cancellable,
  DiscardOptions,
  GetOptions,
  ListedObject,
  ListOptions,
  ObjectSource,
  ObjectStore,
  OpenObject,
  PutObject,
  PutOptions,
  StoredObject,
} from "./object-store.ts";
import { sourceChunks } from "./source-chunks.ts";

/** Where content is written until it is whole; on the same file system as the objects, so that a link is enough. */
const unfinishedFolder = "unfinished";

/**
 * Objects as read-only files `ab/abcd...` in a folder. Content is written under a temporary name, flushed to the disk and
 * only then given its final name, so a crash or power cut leaves no half object.
 */
export class FolderObjectStore implements ObjectStore {
  readonly location: string;

  private constructor(folder: string) {
    this.location = folder;
  }

  /** Opens the folder, making it where it is missing. */
  static async open(folder: string): Promise<FolderObjectStore> {
    const location = resolve(folder);
    try {
      await mkdir(join(location, unfinishedFolder), { recursive: true });
    } catch (error) {
      throw folderError(error, location, true);
    }
    return new FolderObjectStore(location);
  }

  async put(source: ObjectSource, options: PutOptions = {}): Promise<PutObject> {
    const announced = options.sha256 === undefined ? null : requireSha256(options.sha256);
    const temporary = join(this.location, unfinishedFolder, randomUUID());
    const hash = createHash("sha256");
    try {
      const size = await writeDurably(temporary, hashed(sourceChunks(source, options.signal), hash), this.location);
      const object = { sha256: hash.digest("hex"), size };
      requireAnnounced(announced, object.sha256);
      options.signal?.throwIfAborted();
      return { ...object, created: await this.#keep(temporary, object.sha256) };
    } finally {
      // Gone already when it was renamed; otherwise what cannot be removed now is found by discardUnfinishedUploads.
      await unlink(temporary).catch(() => undefined);
    }
  }

  async get(sha256: string, options: GetOptions = {}): Promise<OpenObject> {
    const range = options.range && requireRange(options.range);
    const { signal } = options;
    signal?.throwIfAborted();
    const size = await this.#size(sha256);
    if (size === null) {
      throw this.#missing(sha256);
    }
    if (range === undefined) {
      return { size, stream: Readable.from(this.#content(sha256), { objectMode: false, signal }) };
    }
    if (range.start >= size) {
      throw rangeBeyondEnd(sha256, range, size);
    }
    const content = fileRange(this.#file(sha256), range.start, Math.min(range.end, size), this.location);
    return { size, stream: Readable.from(content, { objectMode: false, signal }) };
  }

  async head(sha256: string, options: Cancellable = {}): Promise<StoredObject | null> {
    options.signal?.throwIfAborted();
    const size = await this.#size(requireSha256(sha256));
    return size === null ? null : { sha256, size };
  }

  async exists(sha256: string, options: Cancellable = {}): Promise<boolean> {
    return (await this.head(sha256, options)) !== null;
  }

  async *list(options: ListOptions = {}): AsyncGenerator<ListedObject, void, undefined> {
    const after = options.after === undefined ? "" : requireSha256(options.after);
    for (const shard of await this.#names(this.location)) {
      if (!/^[0-9a-f]{2}$/.test(shard) || shard < after.slice(0, 2)) {
        continue;
      }
      for (const name of await this.#names(join(this.location, shard))) {
        options.signal?.throwIfAborted();
        const sha256 = digestOfKey(`${shard}/${name}`);
        if (sha256 !== null && sha256 > after) {
          const found = await this.#reading(() => stat(this.#file(sha256)));
          yield { sha256, size: found.size, storedAt: found.mtime };
        }
      }
    }
  }

  async verify(sha256: string, options: Cancellable = {}): Promise<StoredObject> {
    options.signal?.throwIfAborted();
    if ((await this.#size(sha256)) === null) {
      throw this.#missing(sha256);
    }
    return { sha256, size: await countBytes(this.#content(sha256), options.signal) };
  }

  /** Always null: a folder has no address that others could download from. */
  async downloadUrl(sha256: string): Promise<null> {
    requireSha256(sha256);
    return null;
  }

  async discardUnfinishedUploads(options: DiscardOptions): Promise<number> {
    let discarded = 0;
    const folder = join(this.location, unfinishedFolder);
    for (const name of await this.#names(folder)) {
      options.signal?.throwIfAborted();
      try {
        const file = join(folder, name);
        if ((await stat(file)).mtime < options.before) {
          await unlink(file);
          discarded++;
        }
      } catch (error) {
        if (!failedWith(error, "ENOENT")) {
          throw folderError(error, this.location, true);
        }
      }
    }
    return discarded;
  }

  /** Gives a whole file its final name; false when the object was there, which is then read to be sure that it is whole. */
  async #keep(temporary: string, sha256: string): Promise<boolean> {
    const file = this.#file(sha256);
    try {
      if (await mkdir(dirname(file), { recursive: true })) {
        await syncFolder(this.location);
      }
      const created = await linkOrRename(temporary, file);
      if (created) {
        await syncFolder(dirname(file));
        return true;
      }
    } catch (error) {
      throw folderError(error, this.location, true);
    }
    await this.verify(sha256);
    return false;
  }

  #content(sha256: string): AsyncGenerator<Uint8Array, void, undefined> {
    return checkedContent(fileRange(this.#file(sha256), 0, Infinity, this.location), sha256, this.location);
  }

  #file(sha256: string): string {
    return join(this.location, objectKey(sha256));
  }

  async #size(sha256: string): Promise<number | null> {
    try {
      return (await stat(this.#file(sha256))).size;
    } catch (error) {
      if (failedWith(error, "ENOENT")) {
        return null;
      }
      throw folderError(error, this.location, false);
    }
  }

  #missing(sha256: string): StoreError {
    return new StoreError("TS_OBJECT_NOT_FOUND", `${sha256} is not stored in ${this.location}`, { object: sha256 });
  }

  async #names(folder: string): Promise<string[]> {
    return (await this.#reading(() => readdir(folder))).sort();
  }

  async #reading<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw folderError(error, this.location, false);
    }
  }
}

/**
 * Moves a file to a name that nobody has; false when somebody has it. A link fails on an existing name, so of two writers
 * exactly one is told that it created the object. File systems without links get a rename, which replaces equal content.
 */
async function linkOrRename(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (failedWith(error, "EEXIST")) {
      return false;
    }
    if (!failedWith(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) {
      throw error;
    }
  }
  if (await stat(to).catch(() => null)) {
    return false;
  }
  await rename(from, to);
  return true;
}

async function* hashed(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}
