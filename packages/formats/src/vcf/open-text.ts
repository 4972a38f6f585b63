import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spoolGzip } from "../bgzf/spool-gzip.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { fileWriteError } from "../bgzf/write-error.ts";
import { FormatError } from "../error.ts";

/**
 * Opens a plain, BGZF or gzip file. The text of a gzip file goes through a temporary file, which has no name any
 * more once it is open, so nothing is left behind however the program ends.
 *
 * @throws FormatError as `TextFile.open` and `spoolGzip`
 */
export async function openText(path: string): Promise<TextFile> {
  try {
    return TextFile.open(path);
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== "TS_GZIP_NOT_BGZF") throw error;
  }
  const folder = await makeTemporaryFolder();
  try {
    const spooled = join(folder, "text");
    await spoolGzip(path, spooled);
    return TextFile.open(spooled);
  } catch (error) {
    throw namingOriginal(error, path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeTemporaryFolder(): Promise<string> {
  const prefix = join(tmpdir(), "touchstone-");
  try {
    return await mkdtemp(prefix);
  } catch (cause) {
    throw fileWriteError(prefix, cause);
  }
}

/** A gzip file without text gives an empty spooled file, whose name means nothing to anyone. */
function namingOriginal(error: unknown, path: string): unknown {
  if (!(error instanceof FormatError) || error.code !== "TS_FILE_EMPTY") return error;
  return new FormatError("TS_FILE_EMPTY", `${path} holds no text`, { file: path }, error);
}
