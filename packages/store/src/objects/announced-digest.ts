import { StoreError } from "../error.ts";

/** Throws TS_OBJECT_REQUEST_INVALID when content was announced under another SHA-256 than it turned out to have. */
export function requireAnnounced(announced: string | null, actual: string): void {
  if (announced !== null && announced !== actual) {
    throw new StoreError("TS_OBJECT_REQUEST_INVALID", `Content announced as ${announced} has the SHA-256 ${actual}`, {
      object: announced,
    });
  }
}
