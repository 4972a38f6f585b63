import type { Readable } from "node:stream";
import type { ObjectStore, PutObject } from "@touchstone/store";
import { ServerError } from "../error.ts";

/** Bytes of an uploaded file at most; larger ones are registered where they are. */
export const LARGEST_UPLOAD: number = 256 * 1024 * 1024;

/**
 * Stores the content of a request. Nothing is kept of content that is cut off, too large or of another hash.
 *
 * @param sha256 that the content has to have; undefined for any.
 * @throws ServerError TS_REQUEST_TOO_LARGE; StoreError TS_OBJECT_REQUEST_INVALID for another hash, and what `put` throws.
 */
export function storeUpload(objects: ObjectStore, content: Readable, sha256: string | undefined): Promise<PutObject> {
  return objects.put(bounded(content), sha256 === undefined ? {} : { sha256 });
}

async function* bounded(content: Readable): AsyncIterable<Uint8Array> {
  let size = 0;
  for await (const chunk of content) {
    size += chunk.length;
    if (size > LARGEST_UPLOAD) {
      throw new ServerError("TS_REQUEST_TOO_LARGE", `the file has more than ${LARGEST_UPLOAD} bytes`);
    }
    yield chunk;
  }
}

const OWN_OBJECTS = "touchstone:objects/";

/** Where an uploaded file is said to be. */
export function uploadUri(sha256: string, name: string): string {
  return `${OWN_OBJECTS}${sha256}/${encodeURIComponent(name)}`;
}

/** Whether a file is where `uploadUri` says. */
export function isOwnObject(uri: string): boolean {
  return uri.startsWith(OWN_OBJECTS);
}
