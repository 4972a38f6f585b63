import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const REPOSITORY_ROOT = resolve(import.meta.dirname, "../..");

/**
 * Absolute path of a file or folder of the shared data, e.g. `sharedData("synthetic-4Mb/truth.vcf.gz")`. The folder
 * lies beside the repository (`../shared/data`); TOUCHSTONE_SHARED names another `shared` folder. The path need not
 * exist.
 */
export function sharedData(path: string): string {
  const shared = process.env.TOUCHSTONE_SHARED ?? join(REPOSITORY_ROOT, "../shared");
  return join(resolve(shared), "data", path);
}

/** Whether the shared data holds the path, for `describe.skipIf(!sharedDataAvailable("synthetic-4Mb"))`. */
export function sharedDataAvailable(path: string): boolean {
  return existsSync(sharedData(path));
}
