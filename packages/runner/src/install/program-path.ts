import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Absolute path of a program on the PATH; null where there is none. */
export function programPath(name: string, path: string = process.env.PATH ?? ""): string | null {
  const candidates = path.split(delimiter).flatMap((folder) => (folder === "" ? [] : [join(folder, name)]));
  return candidates.find(isProgram) ?? null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
