import { FormatError } from "../error.ts";

/** The typed error for what the file system answered when `path` was created or written. */
export function fileWriteError(path: string, cause: unknown): FormatError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  return new FormatError("TS_FILE_UNWRITABLE", `${path} cannot be written (${code})`, { file: path }, cause);
}
