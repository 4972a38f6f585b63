import { createReadStream } from "node:fs";
import { FormatError } from "../error.ts";
import { fileAccessError } from "../open-file.ts";
import { parseBlockHeader, uint32 } from "./block-header.ts";
import { detectCompression } from "./compression.ts";
import { corrupt, truncated } from "./inflate.ts";

/** Whole consecutive blocks of a BGZF file. */
export interface BlockBatch {
  readonly bytes: Buffer;
  /** File offset of the first byte. */
  readonly offset: number;
}

/** Bytes of a file in pieces of any size. */
export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const CHUNK_SIZE = 1 << 20;

/** The bytes of a file in order. @throws FormatError `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE` while iterating */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path, { highWaterMark: CHUNK_SIZE }) as AsyncIterable<Buffer>;
  } catch (cause) {
    throw fileAccessError(path, cause);
  }
}

/**
 * Cuts the bytes of a BGZF file where blocks end; only headers are read. All blocks before a broken header come
 * first, because a block with a wrong size shows there and is the one to name.
 *
 * @throws FormatError `TS_FILE_EMPTY`, `TS_GZIP_NOT_BGZF`, `TS_BGZF_CORRUPT`, `TS_BGZF_TRUNCATED` (also when the last
 *   block is not empty)
 */
export async function* blockBatches(chunks: ByteChunks, file: string): AsyncGenerator<BlockBatch> {
  let pending: Buffer = Buffer.alloc(0);
  let offset = 0;
  let endsEmpty = false;
  for await (const chunk of chunks) {
    pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
    const whole = wholeBlocks(pending);
    if (whole.size > 0) {
      yield { bytes: pending.subarray(0, whole.size), offset };
      endsEmpty = whole.lastTextSize === 0;
    }
    offset += whole.size;
    pending = pending.subarray(whole.size);
    if (whole.broken) throw brokenHeader(pending, offset, file);
  }
  if (offset === 0 && pending.length === 0) throw new FormatError("TS_FILE_EMPTY", `${file} is empty`, { file });
  if (pending.length > 0 || !endsEmpty) throw truncated(file, offset);
}

/** How many bytes at the start are whole blocks, and whether no block header follows them. */
function wholeBlocks(bytes: Buffer): { size: number; lastTextSize: number; broken: boolean } {
  let size = 0;
  let lastTextSize = -1;
  while (size < bytes.length) {
    const header = parseBlockHeader(bytes, size);
    if (header === "invalid") return { size, lastTextSize, broken: true };
    if (header === "short" || size + header.blockSize > bytes.length) break;
    size += header.blockSize;
    lastTextSize = uint32(bytes, size - 4);
  }
  return { size, lastTextSize, broken: false };
}

function brokenHeader(bytes: Buffer, offset: number, file: string): FormatError {
  // gzip itself writes no extra field: where there is one, it is that of BGZF, damaged.
  if (offset === 0 && detectCompression(bytes) === "gzip" && (bytes[3] & 4) === 0) {
    return new FormatError("TS_GZIP_NOT_BGZF", `${file} is compressed by gzip, not in BGZF blocks`, { file });
  }
  return corrupt(file, offset, "no block header is there");
}
