import { randomUUID } from "node:crypto";
import { type FileHandle, open, unlink } from "node:fs/promises";
import { join } from "node:path";
import { BytesReader, type ContentReader, FileReader } from "./content-reader.ts";
import { folderError } from "./folder-error.ts";
import { sourceChunks } from "./source-chunks.ts";

/** Reads a stream into memory, or once it is longer than `limit` into a file that `dispose` removes. */
export async function spooledStream(
  source: AsyncIterable<Uint8Array>,
  limit: number,
  spoolFolder: string,
  signal: AbortSignal | undefined,
): Promise<ContentReader> {
  const held: Uint8Array[] = [];
  let size = 0;
  let spool: Spool | null = null;
  try {
    for await (const chunk of sourceChunks(source, signal)) {
      size += chunk.length;
      if (spool === null && size <= limit) {
        held.push(Uint8Array.from(chunk));
        continue;
      }
      if (spool === null) {
        spool = await Spool.create(spoolFolder);
        await spool.write(Buffer.concat(held.splice(0)));
      }
      await spool.write(chunk);
    }
    return spool === null ? new BytesReader(Buffer.concat(held)) : await spool.reader();
  } catch (error) {
    await spool?.dispose();
    throw error;
  }
}

class Spool {
  readonly #handle: FileHandle;
  readonly #file: string;
  readonly #folder: string;

  private constructor(handle: FileHandle, file: string, folder: string) {
    this.#handle = handle;
    this.#file = file;
    this.#folder = folder;
  }

  static async create(folder: string): Promise<Spool> {
    const file = join(folder, `touchstone-upload-${randomUUID()}`);
    try {
      return new Spool(await open(file, "wx", 0o600), file, folder);
    } catch (error) {
      throw folderError(error, folder, true);
    }
  }

  async write(bytes: Uint8Array): Promise<void> {
    try {
      await this.#handle.writeFile(bytes);
    } catch (error) {
      throw folderError(error, this.#folder, true);
    }
  }

  async reader(): Promise<ContentReader> {
    const reader = await FileReader.open(this.#file);
    return {
      size: reader.size,
      read: (start, length) => reader.read(start, length),
      dispose: async () => {
        await reader.dispose();
        await this.dispose();
      },
    };
  }

  async dispose(): Promise<void> {
    await this.#handle.close();
    await unlink(this.#file);
  }
}
