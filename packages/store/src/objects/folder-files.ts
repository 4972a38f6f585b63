import { type FileHandle, open } from "node:fs/promises";
import { failedWith, folderError } from "./folder-error.ts";

const chunkBytes = 256 * 1024;

/**
 * Writes a new read-only file and returns its number of bytes once they are on the disk. Failures of the file system become
 * the store's errors, named after `folder`; errors of the chunks pass through.
 */
export async function writeDurably(file: string, chunks: AsyncIterable<Uint8Array>, folder: string): Promise<number> {
  const handle = await writing(() => open(file, "wx", 0o600), folder);
  try {
    let size = 0;
    for await (const chunk of chunks) {
      await writing(() => handle.writeFile(chunk), folder);
      size += chunk.length;
    }
    await writing(() => handle.chmod(0o444), folder);
    await writing(() => handle.sync(), folder);
    return size;
  } finally {
    await handle.close();
  }
}

/** The bytes of a file from `start` up to but without `end`, a piece at a time; each piece is the receiver's own. */
export async function* fileRange(
  file: string,
  start: number,
  end: number,
  folder: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, "r");
    for (let position = start; position < end; ) {
      const wanted = Math.min(chunkBytes, end - position);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafeSlow(wanted), 0, wanted, position);
      if (bytesRead === 0) {
        return;
      }
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw folderError(error, folder, false);
  } finally {
    await handle?.close();
  }
}

/**
 * Puts the names in a folder on the disk. Windows cannot open folders, and some network file systems cannot flush them: they
 * keep names safe in their own way or not at all.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") {
    return;
  }
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } catch (error) {
    if (!failedWith(error, "EINVAL", "EBADF", "ENOTSUP")) {
      throw error;
    }
  } finally {
    await handle.close();
  }
}

async function writing<T>(call: () => Promise<T>, folder: string): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw folderError(error, folder, true);
  }
}
