import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FormatError } from "../error.ts";
import { fileAccessError } from "../open-file.ts";
import { fileWriteError } from "./write-error.ts";

/**
 * Writes the text of a gzip file (of any number of members) to the new file `targetPath`, so that its places can be
 * read in any order; memory stays constant.
 *
 * @throws FormatError `TS_GZIP_CORRUPT` when the data are damaged or cut off, `TS_FILE_NOT_FOUND`,
 *   `TS_FILE_UNREADABLE`, `TS_FILE_UNWRITABLE` (also when `targetPath` exists); no unfinished target is left
 */
export async function spoolGzip(path: string, targetPath: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), createGunzip(), createWriteStream(targetPath, { flags: "wx" }));
  } catch (cause) {
    const error = cause as NodeJS.ErrnoException;
    // The target of someone else stays.
    if (error.code !== "EEXIST") await rm(targetPath, { force: true });
    throw spoolError(path, targetPath, error);
  }
}

function spoolError(path: string, targetPath: string, cause: NodeJS.ErrnoException): FormatError {
  if (cause.code?.startsWith("Z_")) {
    const message = `${path} is damaged or cut off: its gzip data do not decompress (${cause.message})`;
    return new FormatError("TS_GZIP_CORRUPT", message, { file: path }, cause);
  }
  const whileReading = cause.syscall === "read" || cause.path === path;
  return whileReading ? fileAccessError(path, cause) : fileWriteError(targetPath, cause);
}
