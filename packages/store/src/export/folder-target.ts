import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { failedWith, folderError } from "../objects/folder-error.ts";
import { fileRange, syncFolder } from "../objects/folder-files.ts";
import type { ExportTarget } from "./export-target.ts";
import type { WrittenFile } from "./parquet-file.ts";

/** On the file system of the files, so that a renaming is enough. Readers of Hive's layout pass over names with "_". */
const STAGING = "_unfinished";

/** What an export that was killed left behind is removed after a day: until then it may still be running. */
const ABANDONED_AFTER = 24 * 3600 * 1000;

/** Exported files in a folder. */
export class FolderTarget implements ExportTarget {
  readonly location: string;
  readonly #staging: string;

  private constructor(location: string, staging: string) {
    this.location = location;
    this.#staging = staging;
  }

  static async open(folder: string): Promise<FolderTarget> {
    const location = resolve(folder);
    const staging = join(location, STAGING, randomUUID());
    try {
      await removeAbandoned(join(location, STAGING));
      await mkdir(staging, { recursive: true });
    } catch (error) {
      throw folderError(error, location, true);
    }
    return new FolderTarget(location, staging);
  }

  stagingFile(): string {
    return join(this.#staging, randomUUID());
  }

  async *list(folder: string): AsyncGenerator<string, void, undefined> {
    try {
      const entries = await readdir(join(this.location, folder), { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((found) => found.isFile())) {
        yield relative(this.location, join(entry.parentPath, entry.name)).replaceAll("\\", "/");
      }
    } catch (error) {
      if (!failedWith(error, "ENOENT")) throw folderError(error, this.location, false);
    }
  }

  async holds(path: string, content: Pick<WrittenFile, "sha256" | "size">): Promise<boolean> {
    const file = join(this.location, path);
    try {
      if ((await stat(file)).size !== content.size) return false;
    } catch (error) {
      if (failedWith(error, "ENOENT")) return false;
      throw folderError(error, this.location, false);
    }
    const hash = createHash("sha256");
    for await (const chunk of fileRange(file, 0, content.size, this.location)) {
      hash.update(chunk);
    }
    return hash.digest("hex") === content.sha256;
  }

  async replace(path: string, staged: WrittenFile): Promise<void> {
    const file = join(this.location, path);
    try {
      await mkdir(dirname(file), { recursive: true });
      await syncFile(staged.file);
      await rename(staged.file, file);
      await syncFolder(dirname(file));
    } catch (error) {
      throw folderError(error, this.location, true);
    }
  }

  async discard(staged: WrittenFile): Promise<void> {
    await rm(staged.file, { force: true });
  }

  async close(): Promise<void> {
    await rm(this.#staging, { recursive: true, force: true });
  }
}

/** Before the renaming: after a loss of power the name would otherwise stand for half a file. */
async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeAbandoned(staging: string): Promise<void> {
  const names = await readdir(staging).catch((error) => {
    if (failedWith(error, "ENOENT")) return [];
    throw error;
  });
  for (const name of names) {
    const folder = join(staging, name);
    const found = await stat(folder).catch(() => null);
    if (found !== null && found.mtimeMs < Date.now() - ABANDONED_AFTER) {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
