import { StoreError } from "../error.ts";
import { PassingFailure } from "./retry.ts";

/** Answers of S3 that are read whole: lists of at most 1,000 entries, errors, results of uploads. */
const longestText = 16 * 1024 * 1024;

/** The bytes of an answer. Throws a `PassingFailure` when the connection breaks, or gives nothing for `stall` ms. */
export async function* bodyChunks(
  response: Response,
  stall: number,
  location: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) {
    return;
  }
  let finished = false;
  try {
    while (true) {
      const next = await readWithin(reader, stall, location);
      if (next.done) {
        finished = true;
        return;
      }
      yield next.value;
    }
  } finally {
    if (!finished) {
      // Closes the connection; a broken one answers with the error that is known already.
      await reader.cancel().catch(() => undefined);
    }
  }
}

/** An answer of S3's own as text. */
export async function bodyText(response: Response, stall: number, location: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyChunks(response, stall, location)) {
    size += chunk.length;
    if (size > longestText) {
      throw new StoreError("TS_OBJECT_STORE_UNAVAILABLE", `${location}: an answer of more than ${longestText} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function readWithin(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  stall: number,
  location: string,
): Promise<Awaited<ReturnType<typeof reader.read>>> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PassingFailure(broken(location, "stalled", undefined))), stall);
  });
  try {
    return await Promise.race([reader.read(), stalled]);
  } catch (error) {
    throw error instanceof PassingFailure ? error : new PassingFailure(broken(location, "broke", error));
  } finally {
    clearTimeout(timer);
  }
}

function broken(location: string, what: string, cause: unknown): StoreError {
  return new StoreError(
    "TS_OBJECT_STORE_UNAVAILABLE",
    `${location}: the connection ${what} within an answer`,
    {},
    cause,
  );
}
