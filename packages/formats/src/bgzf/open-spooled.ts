import { dirname } from "node:path";
import { FormatError } from "../error.ts";
import { spoolGzip } from "./spool-gzip.ts";

/**
 * Opens a file for random access; one that is gzip without blocks is opened as a copy of its text.
 *
 * @param spoolPath where that copy may be put; the caller removes it
 * @throws FormatError as `open` and `spoolGzip`; what is wrong with the text is said of the file that the user named.
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
    const why = (error.cause as NodeJS.ErrnoException | undefined)?.code ?? "unknown";
    const message = `the text of ${path}, which is gzip without blocks, cannot be put into ${dirname(spoolPath)} (${why})`;
    return new FormatError("TS_OUTPUT_UNWRITABLE", message, { file: path }, error);
  }
  const message = error.message.replaceAll(spoolPath, path);
  return new FormatError(error.code, message, { ...error.details, file: path }, error);
}
