import { createHash } from "node:crypto";
import { StoreError } from "../error.ts";
import { BytesReader, type ContentReader, FileReader } from "./content-reader.ts";
import type { ObjectSource } from "./object-store.ts";
import { spooledStream } from "./spooled-stream.ts";

/** Content whose hash is known before the first byte is sent, with what it takes to read it part by part, repeatedly. */
export interface PreparedContent {
  readonly sha256: string;
  readonly size: number;
  /** Bytes of every part but the last. */
  readonly partSize: number;
  /** SHA-256 of each part; at least one, as an empty object has one empty part. */
  readonly partDigests: readonly string[];
  /** One part. Throws TS_OBJECT_REQUEST_INVALID when the source is no longer what was hashed. */
  part(index: number): Promise<Uint8Array<ArrayBuffer>>;
  /** Closes files and removes what was spooled. */
  dispose(): Promise<void>;
}

// AWS, "Amazon S3 multipart upload limits": at most 10,000 parts.
const mostParts = 10_000;

/**
 * Hashes content before it is sent, since its hash is its name. A file is read where it is; of a stream up to one part
 * stays in memory, and a longer one is spooled to a file in `spoolFolder`.
 */
export async function prepareContent(
  source: ObjectSource,
  partSize: number,
  spoolFolder: string,
  signal: AbortSignal | undefined,
): Promise<PreparedContent> {
  if (source instanceof Uint8Array) {
    return await hashParts(new BytesReader(source), partSize, signal);
  }
  if ("file" in source) {
    return await hashParts(await FileReader.open(source.file), partSize, signal);
  }
  return await hashParts(await spooledStream(source, partSize, spoolFolder, signal), partSize, signal);
}

async function hashParts(
  reader: ContentReader,
  leastPartSize: number,
  signal: AbortSignal | undefined,
): Promise<PreparedContent> {
  const { size } = reader;
  const partSize = Math.max(leastPartSize, Math.ceil(size / mostParts));
  const readPart = (index: number): Promise<Uint8Array<ArrayBuffer>> =>
    reader.read(index * partSize, Math.min(partSize, size - index * partSize));
  try {
    const whole = createHash("sha256");
    const partDigests: string[] = [];
    for (let index = 0; index < Math.max(1, Math.ceil(size / partSize)); index++) {
      signal?.throwIfAborted();
      const bytes = await readPart(index);
      whole.update(bytes);
      partDigests.push(sha256Of(bytes));
    }
    const part = async (index: number): Promise<Uint8Array<ArrayBuffer>> => {
      const bytes = await readPart(index);
      if (sha256Of(bytes) !== partDigests[index]) {
        throw new StoreError("TS_OBJECT_REQUEST_INVALID", "The content to store was altered while it was stored");
      }
      return bytes;
    };
    return { sha256: whole.digest("hex"), size, partSize, partDigests, part, dispose: () => reader.dispose() };
  } catch (error) {
    await reader.dispose();
    throw error;
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
