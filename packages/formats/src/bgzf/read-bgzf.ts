import { type BlockBatch, type ByteChunks, blockBatches, fileChunks } from "./block-batches.ts";
import { inflateChain } from "./inflate-chain.ts";

/** How to read a BGZF file. */
export interface ReadBgzfOptions {
  /** Worker threads that decompress; 0, the default, decompresses in the calling thread. */
  readonly threads?: number;
  /** Name for messages when the source is not a path. */
  readonly name?: string;
}

/**
 * The text of a BGZF file in order, in chunks of a few MB that end where blocks end; memory does not depend on the
 * size of the file. Each block's length and checksum are checked before its text comes out.
 *
 * @param source path, or the bytes of the file in pieces of any size
 * @throws FormatError while iterating, with the byte offset of the block: `TS_BGZF_CORRUPT`, `TS_BGZF_TRUNCATED`;
 *   `TS_GZIP_NOT_BGZF`, `TS_FILE_EMPTY`, `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE`
 */
export async function* readBgzf(source: string | ByteChunks, options: ReadBgzfOptions = {}): AsyncGenerator<Buffer> {
  const file = options.name ?? (typeof source === "string" ? source : "input");
  const batches = blockBatches(typeof source === "string" ? fileChunks(source) : source, file);
  const threads = options.threads ?? 0;
  if (threads > 0) {
    yield* inflateInWorkers(batches, file, threads);
    return;
  }
  for await (const { bytes, offset } of batches) {
    const { text } = inflateChain(bytes, offset, offset + bytes.length, false, file);
    if (text.length > 0) yield text;
  }
}

async function* inflateInWorkers(
  batches: AsyncGenerator<BlockBatch>,
  file: string,
  threads: number,
): AsyncGenerator<Buffer> {
  const { InflatePool } = await import("./inflate-pool.ts");
  const pool = new InflatePool(threads, file);
  const inFlight: Promise<Buffer>[] = [];
  try {
    for await (const result of deferredFailure(batches)) {
      inFlight.push(result instanceof FailedBatch ? Promise.reject(result.cause) : pool.inflate(result));
      // Awaited later, in order; until then a failure has no other listener.
      inFlight.at(-1)?.catch(() => undefined);
      if (inFlight.length > 2 * threads) yield* nonEmpty(await inFlight.shift());
    }
    while (inFlight.length > 0) yield* nonEmpty(await inFlight.shift());
  } finally {
    await pool.close();
  }
}

class FailedBatch {
  readonly cause: unknown;

  constructor(cause: unknown) {
    this.cause = cause;
  }
}

/** Ends with the failure as an item, so that it takes its turn after the batches before it. */
async function* deferredFailure(batches: AsyncGenerator<BlockBatch>): AsyncGenerator<BlockBatch | FailedBatch> {
  try {
    yield* batches;
  } catch (error) {
    yield new FailedBatch(error);
  }
}

function* nonEmpty(text: Buffer | undefined): Generator<Buffer> {
  if (text !== undefined && text.length > 0) yield text;
}
