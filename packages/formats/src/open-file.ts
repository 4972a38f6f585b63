import { fstatSync, openSync } from "node:fs";
import { FormatError } from "./error.ts";

/** An open file and what the file system says of it. */
export interface OpenedFile {
  readonly descriptor: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/**
 * Opens a regular file for reading.
 *
 * @throws FormatError `TS_FILE_NOT_FOUND` or `TS_FILE_UNREADABLE` (a folder, no permission).
 */
export function openFile(path: string): OpenedFile {
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch (error) {
    throw fileAccessError(path, error);
  }
  const status = fstatSync(descriptor);
  if (status.isDirectory())
    throw new FormatError("TS_FILE_UNREADABLE", `${path} is a folder, not a file`, { file: path });
  return { descriptor, sizeBytes: status.size, modifiedMs: status.mtimeMs };
}

/** The typed error for what the file system answered when `path` was opened or read. */
export function fileAccessError(path: string, cause: unknown): FormatError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  if (code === "ENOENT") return new FormatError("TS_FILE_NOT_FOUND", `${path}: no such file`, { file: path }, cause);
  return new FormatError("TS_FILE_UNREADABLE", `${path} cannot be read (${code})`, { file: path }, cause);
}
