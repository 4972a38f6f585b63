import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Absolute path of a program of the machine (`bcftools`, `tabix`, ...).
 *
 * @throws Error naming the program when it is not on PATH.
 */
export function requireTool(name: string): string {
  const path = findTool(name);
  if (path === null) {
    throw new Error(`${name} is not installed; "npm run check" as root installs what the tests need`);
  }
  return path;
}

/**
 * Whether a program is on PATH, for `describe.skipIf(!toolAvailable("bcftools"))`. With CI=true a missing program
 * throws instead, so that an incomplete machine fails rather than skips.
 */
export function toolAvailable(name: string): boolean {
  if (process.env.CI === "true") {
    requireTool(name);
  }
  return findTool(name) !== null;
}

function findTool(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (folder !== "" && isExecutable(path)) {
      return path;
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
