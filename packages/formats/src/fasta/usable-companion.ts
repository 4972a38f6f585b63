import { existsSync, statSync } from "node:fs";

/**
 * Path of the index beside a file; null when there is none, or when it is older than the file: it may describe an earlier one.
 *
 * @param warnings gets a sentence in the latter case.
 */
export function usableCompanion(path: string, suffix: string, warnings: string[]): string | null {
  const companion = path + suffix;
  if (!existsSync(companion)) return null;
  if (statSync(companion).mtimeMs >= statSync(path).mtimeMs) return companion;
  warnings.push(`${companion} is older than ${path}: it is not used, the index was made in memory`);
  return null;
}
