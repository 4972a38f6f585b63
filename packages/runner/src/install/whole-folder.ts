import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder under another name first and renames it when it is whole: one that has its name is complete, whatever
 * interrupted those before. Of two that make it at once one wins, and both have it.
 *
 * @returns whether it was made; false when it was there.
 * @throws what `make` throws; nothing is left then.
 */
export async function makeWholeFolder(folder: string, make: (unfinished: string) => Promise<void>): Promise<boolean> {
  if (existsSync(folder)) return false;
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.unfinished-`);
  try {
    await make(unfinished);
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
    return true;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
