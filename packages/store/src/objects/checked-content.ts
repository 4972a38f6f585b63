import { createHash } from "node:crypto";
import { StoreError } from "../error.ts";

/** Passes the chunks of a whole object on; throws TS_OBJECT_CORRUPT at their end when their hash is not `sha256`. */
export async function* checkedContent(
  chunks: AsyncIterable<Uint8Array>,
  sha256: string,
  location: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  if (hash.digest("hex") !== sha256) {
    throw new StoreError(
      "TS_OBJECT_CORRUPT",
      `The ${size} bytes stored as ${sha256} in ${location} do not have that SHA-256`,
      { object: sha256 },
    );
  }
}

/** Reads chunks to their end and returns their number of bytes; throws the signal's reason once it is aborted. */
export async function countBytes(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<number> {
  let size = 0;
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    size += chunk.length;
  }
  return size;
}
