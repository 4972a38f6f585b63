import { StoreError } from "../error.ts";
import { rangeBeyondEnd } from "./byte-range.ts";
import type { ByteRange } from "./object-store.ts";
import { PassingFailure, pauseBeforeRetry, withRetries } from "./retry.ts";
import type { S3Client } from "./s3-client.ts";
import { s3ErrorCode, s3Failure } from "./s3-failure.ts";

/** An object's bytes on their way. */
export interface S3Download {
  /** Bytes of the whole object. */
  readonly size: number;
  /** Bytes of the object or range; goes on where it was when the connection breaks. */
  readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
  /** Closes the connection when the chunks were never read. */
  cancel(): Promise<void>;
}

/** Opens an object, or a range of it. Throws TS_OBJECT_NOT_FOUND, and TS_OBJECT_REQUEST_INVALID beyond its end. */
export async function openDownload(
  client: S3Client,
  key: string,
  sha256: string,
  range: ByteRange | null,
  signal: AbortSignal | undefined,
): Promise<S3Download> {
  const response = await withRetries(
    () =>
      client.attempt({
        method: "GET",
        key,
        headers: range === null ? {} : { range: `bytes=${range.start}-${range.end - 1}` },
        expected: range === null ? [200, 404] : [206, 404, 416],
        signal,
      }),
    client.retries,
    signal,
  );
  if (response.status === 404) {
    throw await notFound(client, response, sha256);
  }
  if (range !== null && response.status === 416) {
    await response.body?.cancel();
    throw rangeBeyondEnd(sha256, range, null);
  }
  const start = range?.start ?? 0;
  const size = sizeOf(response);
  const end = Math.min(range?.end ?? size, size);
  if (!Number.isSafeInteger(size)) {
    await response.body?.cancel();
    throw new StoreError("TS_OBJECT_STORE_UNAVAILABLE", `${client.location}: an answer without the object's length`);
  }
  return {
    size,
    chunks: resumingChunks(client, key, response, start, end, signal),
    cancel: async () => {
      if (response.body !== null && !response.body.locked) {
        await response.body.cancel();
      }
    },
  };
}

/** Bytes `start` up to but without `end`. A broken connection is taken up again behind the last byte that arrived. */
async function* resumingChunks(
  client: S3Client,
  key: string,
  first: Response,
  start: number,
  end: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
  const tag = first.headers.get("etag");
  let position = start;
  let failures = 0;
  for (let response = first; ; ) {
    try {
      for await (const chunk of client.body(response)) {
        position += chunk.length;
        failures = 0;
        yield chunk;
      }
      if (position < end) {
        throw new PassingFailure(
          new StoreError("TS_OBJECT_STORE_UNAVAILABLE", `${client.location}: an answer ended before its announced end`),
        );
      }
      return;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof PassingFailure)) {
        throw error;
      }
      failures++;
      if (failures >= client.retries.attempts) {
        throw error.final;
      }
      await pauseBeforeRetry(failures, error, client.retries, signal);
    }
    if (position >= end) {
      return;
    }
    response = await withRetries(
      () =>
        client.attempt({
          method: "GET",
          key,
          headers: { range: `bytes=${position}-${end - 1}`, ...(tag === null ? {} : { "if-match": tag }) },
          expected: [206],
          signal,
        }),
      client.retries,
      signal,
    );
  }
}

/** Bytes of the whole object, by Content-Range or Content-Length; NaN when the answer has neither. */
function sizeOf(response: Response): number {
  const total = /^bytes \d+-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "")?.[1];
  const size = total ?? response.headers.get("content-length");
  return size === null ? Number.NaN : Number(size);
}

async function notFound(client: S3Client, response: Response, sha256: string): Promise<Error> {
  const body = await response.text();
  const code = s3ErrorCode(body);
  if (code !== "NoSuchKey" && code !== "") {
    return s3Failure(response, body, "GET", client.location);
  }
  return new StoreError("TS_OBJECT_NOT_FOUND", `${sha256} is not stored in ${client.location}`, { object: sha256 });
}
