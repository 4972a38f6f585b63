import { StoreError } from "../error.ts";
import type { ByteRange } from "./object-store.ts";

/** Returns the argument. Throws TS_OBJECT_REQUEST_INVALID unless both are whole numbers with 0 <= start < end. */
export function requireRange(range: ByteRange): ByteRange {
  if (
    !Number.isSafeInteger(range.start) ||
    !Number.isSafeInteger(range.end) ||
    range.start < 0 ||
    range.end <= range.start
  ) {
    throw new StoreError(
      "TS_OBJECT_REQUEST_INVALID",
      `A range needs whole numbers with 0 <= start < end, not ${range.start} to ${range.end}`,
    );
  }
  return range;
}

/** The error of a range that starts at or after the object's end; `size` in bytes where it is known. */
export function rangeBeyondEnd(sha256: string, range: ByteRange, size: number | null): StoreError {
  const length = size === null ? "" : ` of ${size} bytes`;
  return new StoreError(
    "TS_OBJECT_REQUEST_INVALID",
    `The range starts at byte ${range.start}, beyond an object${length}`,
    {
      object: sha256,
    },
  );
}
