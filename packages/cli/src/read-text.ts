import { readFileSync } from "node:fs";
import { FormatError } from "@touchstone/formats";

/** The text of a UTF-8 file. @throws FormatError TS_FILE_NOT_FOUND, or TS_FILE_UNREADABLE (a folder, no permission). */
export function readText(path: string): string {
  return readBytes(path).toString("utf8");
}

/** The bytes of a file. @throws FormatError as `readText`. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
    if (code === "ENOENT") throw new FormatError("TS_FILE_NOT_FOUND", `${path}: no such file`, { file: path }, cause);
    throw new FormatError("TS_FILE_UNREADABLE", `${path} cannot be read (${code})`, { file: path }, cause);
  }
}
