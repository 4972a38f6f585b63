import { FormatError, spoolGzip } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";

/**
 * Opens a file for random access; one that is gzip without blocks is opened as a copy of its text.
 *
 * @param spoolPath where that copy may be put; the caller removes it
 * @throws FormatError as `open` and `spoolGzip`, naming the file that the user gave; ReplicatesError
 *   TS_OUTPUT_UNWRITABLE when there is no room for the copy
 */
export async function openSpooled<T>(path: string, spoolPath: string, open: (path: string) => T): Promise<T> {
  try {
    return open(path);
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== "TS_GZIP_NOT_BGZF") throw error;
  }
  try {
    await spoolGzip(path, spoolPath);
    return open(spoolPath);
  } catch (error) {
    throw namingOriginal(error, path, spoolPath);
  }
}

function namingOriginal(error: unknown, path: string, spoolPath: string): unknown {
  if (!(error instanceof FormatError)) return error;
  if (error.code === "TS_FILE_UNWRITABLE") {
    const message = `${path} is gzip without blocks, and its text cannot be put beside --out`;
    return new ReplicatesError("TS_OUTPUT_UNWRITABLE", message, { file: path }, error);
  }
  return new FormatError(
    error.code,
    error.message.replaceAll(spoolPath, path),
    { ...error.details, file: path },
    error,
  );
}
