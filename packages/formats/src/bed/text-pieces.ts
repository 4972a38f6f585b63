import { closeSync, readFileSync, readSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { FormatError } from "../error.ts";
import { fileAccessError, openFile } from "../open-file.ts";

const pieceBytes = 1 << 20;
const newline = 10;

/**
 * The text of a file in pieces of whole lines, from start to end; only the last line of the file may lack its newline. Plain
 * files are read in pieces of about 1 MiB; gzip and BGZF, known by content, are inflated as a whole.
 *
 * A piece is valid until the next is asked for. One byte more may be written behind its end: `piece.buffer` is larger.
 *
 * @throws FormatError when the file is missing, unreadable or not proper gzip.
 */
export function* textPieces(path: string): Generator<TextPiece> {
  const file = openFile(path);
  try {
    const head = Buffer.alloc(2);
    readSync(file.descriptor, head, 0, 2, 0);
    if (head[0] === 0x1f && head[1] === 0x8b) yield inflateAll(path, readFileSync(file.descriptor));
    else yield* plainPieces(file.descriptor);
  } catch (error) {
    throw error instanceof FormatError ? error : fileAccessError(path, error);
  } finally {
    closeSync(file.descriptor);
  }
}

/** Whole lines in [0, `length`) of `bytes`; `bytes` is at least one byte longer. */
export interface TextPiece {
  readonly bytes: Buffer;
  readonly length: number;
}

function* plainPieces(descriptor: number): Generator<TextPiece> {
  let buffer = Buffer.allocUnsafe(pieceBytes + 1);
  let held = 0;
  for (let position = 0; ; ) {
    const count = readSync(descriptor, buffer, held, buffer.length - 1 - held, position);
    position += count;
    const end = held + count;
    if (count === 0) {
      if (end > 0) yield { bytes: buffer, length: end };
      return;
    }
    const wholeLines = buffer.subarray(0, end).lastIndexOf(newline) + 1;
    if (wholeLines > 0) {
      // The reader may write one byte behind the piece, which here is the first of the next line.
      const next = buffer[wholeLines];
      yield { bytes: buffer, length: wholeLines };
      buffer[wholeLines] = next;
      buffer.copyWithin(0, wholeLines, end);
    }
    held = end - wholeLines;
    if (held === buffer.length - 1) buffer = Buffer.concat([buffer], 2 * buffer.length);
  }
}

function inflateAll(path: string, compressed: Buffer): TextPiece {
  let inflated: { buffer: Buffer; engine: { bytesWritten: number } };
  try {
    // With `info` the types of Node do not tell that the result is an object.
    inflated = gunzipSync(compressed, { chunkSize: pieceBytes, info: true }) as unknown as typeof inflated;
  } catch (error) {
    throw corrupt(path, (error as Error).message, error);
  }
  // zlib ends at the first member whose magic bytes are damaged, as if the rest were not there.
  const consumed = inflated.engine.bytesWritten;
  if (consumed < compressed.length) throw corrupt(path, `what follows byte ${consumed} is not gzip`);
  const length = inflated.buffer.length;
  return { bytes: Buffer.concat([inflated.buffer], length + 1), length };
}

function corrupt(path: string, what: string, cause?: unknown): FormatError {
  return new FormatError(
    "TS_GZIP_CORRUPT",
    `${path}: the gzip data is corrupt or cut off (${what})`,
    { file: path },
    cause,
  );
}
