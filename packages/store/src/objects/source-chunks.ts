import { createReadStream } from "node:fs";
import { StoreError } from "../error.ts";
import type { ObjectSource } from "./object-store.ts";

const chunkBytes = 256 * 1024;

/**
 * The bytes of a source, a piece at a time. Throws the signal's reason once it is aborted, TS_OBJECT_REQUEST_INVALID for a
 * file that cannot be read or a stream of anything but bytes, and what the caller's stream itself throws.
 */
export async function* sourceChunks(
  source: ObjectSource,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  signal?.throwIfAborted();
  const chunks = source instanceof Uint8Array ? slices(source) : "file" in source ? fileChunks(source.file) : source;
  for await (const chunk of stoppable(chunks, signal)) {
    if (!(chunk instanceof Uint8Array)) {
      throw new StoreError("TS_OBJECT_REQUEST_INVALID", `A stream to store gave ${typeof chunk} instead of bytes`);
    }
    yield chunk;
  }
}

/** Ends the wait for a stream that has stopped giving anything as soon as the signal is aborted. */
async function* stoppable(
  chunks: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (signal === undefined) {
    yield* chunks;
    return;
  }
  const iterator = chunks[Symbol.asyncIterator]();
  let onAbort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
  });
  aborted.catch(() => undefined);
  signal.addEventListener("abort", onAbort, { once: true });
  let finished = false;
  try {
    while (true) {
      signal.throwIfAborted();
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done === true) {
        finished = true;
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    if (!finished) {
      // Not awaited: the iterator may never answer, and nothing more is wanted of it.
      iterator.return?.().catch(() => undefined);
    }
  }
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    yield bytes.subarray(start, start + chunkBytes);
  }
}

async function* fileChunks(file: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* createReadStream(file, { highWaterMark: chunkBytes });
  } catch (cause) {
    throw new StoreError("TS_OBJECT_REQUEST_INVALID", `${file}: cannot be read to be stored`, { file }, cause);
  }
}
