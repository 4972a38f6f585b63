import { v7 } from "uuid";

/** A new id of a record: UUIDv7 (RFC 9562), whose order is the order of making, to the millisecond across processes. */
export function newId(): string {
  return v7();
}
