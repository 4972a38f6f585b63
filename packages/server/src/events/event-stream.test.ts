import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { EventFeed } from "./event-feed.ts";
import { eventStream } from "./event-stream.ts";
import type { Event } from "./schema.ts";
import { isWanted } from "./topics.ts";

function event(number: number): Event {
  const recordId = "0190b6c2-7f10-7000-8000-000000000001";
  return {
    number,
    topic: "a.b",
    recordKind: "a",
    recordId,
    payload: "x".repeat(1000),
    createdAt: "2026-01-01T00:00:00.000Z",
  };
}

test("nothing is read from a table without end for a client that takes nothing", async () => {
  let reads = 0;
  const feed = {
    read: async (after: number) => {
      reads += 1;
      return { events: Array.from({ length: 100 }, (_, index) => event(after + 1 + index)), reset: null };
    },
  } as unknown as EventFeed;
  const leaving = new AbortController();
  const text = eventStream(feed, {
    after: 0,
    reset: null,
    topics: undefined,
    heartbeat: 60_000,
    signal: leaving.signal,
    mayContinue: async () => true,
  });
  const stream = Readable.from(text, { objectMode: false });
  stream.read(1);
  // Every turn of the event loop in which more could be read.
  for (let turn = 0; turn < 1000; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(reads).toBeLessThanOrEqual(2);
  expect(stream.readableLength).toBeLessThan(300_000);
  leaving.abort();
  stream.destroy();
});

test("a topic is wanted when it is named, or begins as one that ends in .*", () => {
  const word = fc.stringMatching(/^[a-z]{1,4}$/);
  fc.assert(
    fc.property(word, word, word, (kind, what, other) => {
      const topic = `${kind}.${what}`;
      expect(isWanted(topic, undefined)).toBe(true);
      expect(isWanted(topic, [])).toBe(true);
      expect(isWanted(topic, [`${other}.x`, topic])).toBe(true);
      expect(isWanted(topic, [`${kind}.*`])).toBe(true);
      expect(isWanted(topic, [`${other}.*`])).toBe(kind === other);
      expect(isWanted(`${kind}${what}.${other}`, [`${kind}.*`])).toBe(false);
    }),
  );
});
