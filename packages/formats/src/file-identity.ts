import { createHash } from "node:crypto";
import { closeSync, createReadStream, readSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { fileAccessError, openFile } from "./open-file.ts";

const PIECE = 1 << 20;

/** By what a file is recognised again. */
export interface FileIdentity {
  /** As it was named. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256 of the file as it is. */
  readonly sha256: string;
}

/**
 * Hashes a file.
 *
 * @throws FormatError `TS_FILE_NOT_FOUND` or `TS_FILE_UNREADABLE`
 */
export function identifyFile(path: string): FileIdentity {
  const { descriptor } = openFile(path);
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE);
  let sizeBytes = 0;
  try {
    for (;;) {
      const size = readSync(descriptor, piece, 0, PIECE, null);
      if (size === 0) break;
      hash.update(piece.subarray(0, size));
      sizeBytes += size;
    }
  } catch (error) {
    throw fileAccessError(path, error);
  } finally {
    closeSync(descriptor);
  }
  return { path, sizeBytes, sha256: hash.digest("hex") };
}

/**
 * Hashes a file while other work goes on.
 *
 * @throws what the file system says when it cannot be read.
 */
export async function identifyFileInBackground(path: string): Promise<FileIdentity> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  await pipeline(createReadStream(path, { highWaterMark: PIECE }), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      hash.update(piece);
      sizeBytes += piece.length;
    }
  });
  return { path, sizeBytes, sha256: hash.digest("hex") };
}
