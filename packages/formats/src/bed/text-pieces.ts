import { gunzipSync } from "node:zlib";
import { BlockFile } from "../bgzf/block-file.ts";
import { detectCompression } from "../bgzf/compression.ts";
import { InputFile } from "../bgzf/input-file.ts";
import { FormatError } from "../error.ts";

const pieceBytes = 1 << 20;
const headBytes = 64;
const newline = 10;

/** Whole lines in [0, `length`) of `bytes`; the one byte behind them may be written to. Valid until the next piece is asked for. */
export interface TextPiece {
  readonly bytes: Buffer;
  readonly length: number;
}

/**
 * The text of a file in pieces of whole lines, from start to end; only the last line of the file may lack its newline. Plain
 * and BGZF files are read piece by piece; gzip is inflated as a whole. Content decides which it is.
 *
 * @throws FormatError when the file is missing, unreadable, cut off or damaged.
 */
export function* textPieces(path: string): Generator<TextPiece> {
  const file = InputFile.open(path);
  try {
    yield* wholeLines(chunksOf(file));
  } finally {
    file.close();
  }
}

function* chunksOf(file: InputFile): Generator<Buffer> {
  const compression = detectCompression(file.readAt(0, headBytes));
  if (compression === "gzip") yield inflateAll(file);
  else if (compression === "bgzf") yield* blocksOf(file);
  else for (let at = 0; at < file.sizeBytes; at += pieceBytes) yield file.readAt(at, pieceBytes);
}

function* blocksOf(file: InputFile): Generator<Buffer> {
  const blocks = new BlockFile(file);
  blocks.checkEnd();
  for (let offset = 0; offset < file.sizeBytes; ) {
    const block = blocks.at(offset);
    yield block.text;
    offset = block.end;
  }
}

function* wholeLines(chunks: Iterable<Buffer>): Generator<TextPiece> {
  // The start of a line that has not ended yet, as many parts as there were chunks without a newline.
  let held: Buffer[] = [];
  for (const chunk of chunks) {
    const wholeInChunk = chunk.lastIndexOf(newline) + 1;
    if (wholeInChunk === 0) {
      held.push(chunk);
      continue;
    }
    yield writable([...held, chunk.subarray(0, wholeInChunk)]);
    held = [chunk.subarray(wholeInChunk)];
  }
  const last = writable(held);
  if (last.length > 0) yield last;
}

/** The parts in one buffer that belongs to the piece alone. */
function writable(parts: readonly Buffer[]): TextPiece {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return { bytes: Buffer.concat(parts, length + 1), length };
}

function inflateAll(file: InputFile): Buffer {
  const compressed = file.readAt(0, file.sizeBytes);
  let inflated: { buffer: Buffer; engine: { bytesWritten: number } };
  try {
    // With `info` the types of Node do not tell that the result is an object.
    inflated = gunzipSync(compressed, { chunkSize: pieceBytes, info: true }) as unknown as typeof inflated;
  } catch (error) {
    throw corrupt(file.path, (error as Error).message, error);
  }
  // zlib ends at the first member whose magic bytes are damaged, as if the rest were not there.
  const consumed = inflated.engine.bytesWritten;
  if (consumed < compressed.length) throw corrupt(file.path, `what follows byte ${consumed} is not gzip`);
  return inflated.buffer;
}

function corrupt(path: string, what: string, cause?: unknown): FormatError {
  return new FormatError(
    "TS_GZIP_CORRUPT",
    `${path}: the gzip data is corrupt or cut off (${what})`,
    { file: path },
    cause,
  );
}
