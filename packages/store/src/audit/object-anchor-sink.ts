import type { AnchorSink } from "./anchor-sink.ts";

/** What anchors need of a store of named objects, such as a bucket whose objects are locked against being overwritten. */
export interface AnchorObjects {
  /** Stores a new object; rejects when there is one of that name. */
  create(name: string, text: string): Promise<void>;
  /** Names that start with a prefix, in the order of their UTF-8 bytes, as S3 lists them. */
  list(prefix: string): AsyncIterable<string>;
  read(name: string): Promise<string>;
}

/** Anchors as one object each, `prefix` and a name that sorts by time. */
export function objectAnchorSink(objects: AnchorObjects, prefix: string): AnchorSink {
  return {
    place: prefix,
    append: (line) => objects.create(`${prefix}${nameOf(line)}`, line),
    async *lines() {
      for await (const name of objects.list(prefix)) {
        yield await objects.read(name);
      }
    },
  };
}

/** Row, time and key make a name that no two anchors share; the row first, filled to the width of the largest. */
function nameOf(line: string): string {
  const { sequence, signedAt, key } = JSON.parse(line) as { sequence: number; signedAt: string; key: string };
  return `${String(sequence).padStart(16, "0")}-${signedAt.replaceAll(/[^0-9]/g, "")}-${key.slice(0, 16)}.json`;
}
