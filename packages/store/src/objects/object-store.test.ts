import { createHash } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { allOf, startS3Stub } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FolderObjectStore } from "./folder-object-store.ts";
import { objectKey } from "./object-key.ts";
import type { ObjectStore } from "./object-store.ts";
import { S3Client } from "./s3-client.ts";
import { parseS3Location, s3Credentials, s3Endpoint } from "./s3-location.ts";
import { S3ObjectStore } from "./s3-object-store.ts";

const partSize = 64 * 1024;

interface Driver {
  readonly store: ObjectStore;
  /** Replaces what is stored under a SHA-256 behind the store's back. */
  damage(sha256: string, content: Uint8Array): Promise<void>;
  /** Puts a file there that is no object. */
  litter(path: string): Promise<void>;
  /** Names of everything that is there but is no whole object. */
  unfinished(): Promise<readonly string[]>;
  close(): Promise<void>;
}

async function folderDriver(): Promise<Driver> {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-objects-"));
  const store = await FolderObjectStore.open(folder);
  return {
    store,
    damage: async (sha256, content) => {
      const file = join(folder, objectKey(sha256));
      await chmod(file, 0o644);
      await writeFile(file, content);
    },
    litter: (path) => writeFile(join(folder, path), "not an object"),
    unfinished: () => readdir(join(folder, "unfinished")),
    close: () => rm(folder, { recursive: true }),
  };
}

async function s3Driver(): Promise<Driver> {
  // Smaller parts and pages than S3's, so that small objects have several.
  const stub = await startS3Stub({ leastPart: partSize, pageSize: 3 });
  const spoolFolder = await mkdtemp(join(tmpdir(), "touchstone-spool-"));
  const endpoint = s3Endpoint(parseS3Location(`s3://${stub.bucketName}/lab(1)`), stub.environment);
  const client = new S3Client(endpoint, s3Credentials(stub.environment), {
    attempts: 4,
    firstPause: 1,
    longestPause: 5,
  });
  return {
    store: new S3ObjectStore(client, { partSize, spoolFolder }),
    damage: async (sha256, content) => {
      stub.bucket.put(`lab(1)/${objectKey(sha256)}`, Buffer.from(content), false);
    },
    litter: async (path) => {
      stub.bucket.put(`lab(1)/${path}`, Buffer.from("not an object"), false);
    },
    unfinished: async () => [...stub.bucket.uploads.keys(), ...(await readdir(spoolFolder))],
    close: async () => {
      await stub.close();
      await rm(spoolFolder, { recursive: true });
    },
  };
}

/** Bytes that differ from seed to seed and do not repeat at part boundaries. */
function bytesOf(size: number, seed: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = (seed * 2654435761 + 1) >>> 0;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

function sha256Of(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

async function* inPieces(content: Buffer, pieceSize: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < content.length; start += pieceSize) {
    yield content.subarray(start, start + pieceSize);
  }
}

async function read(store: ObjectStore, sha256: string, range?: { start: number; end: number }): Promise<Buffer> {
  const { stream } = await store.get(sha256, range === undefined ? {} : { range });
  return await buffer(stream);
}

const sizes = fc.oneof(
  fc.constantFrom(0, 1, partSize - 1, partSize, partSize + 1, 2 * partSize - 1, 2 * partSize, 2 * partSize + 1),
  fc.constantFrom(256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 9 * partSize + 5),
  fc.integer({ min: 0, max: 3 * partSize }),
);

const absent = sha256Of(Buffer.from("never stored"));

describe.each([
  ["folder", folderDriver],
  ["S3", s3Driver],
])("objects in %s", (_, openDriver) => {
  let driver: Driver;
  let store: ObjectStore;

  beforeAll(async () => {
    driver = await openDriver();
    store = driver.store;
  });
  afterAll(async () => {
    await driver.close();
  });

  test("what is stored comes back, from bytes, streams and files, under its SHA-256", async () => {
    const folder = await mkdtemp(join(tmpdir(), "touchstone-source-"));
    await fc.assert(
      fc.asyncProperty(
        sizes,
        fc.nat(),
        fc.integer({ min: 1, max: 3 * partSize }),
        fc.constantFrom("bytes", "stream", "readable", "file"),
        async (size, seed, pieceSize, kind) => {
          const content = bytesOf(size, seed);
          const file = join(folder, "source");
          await writeFile(file, content);
          const pieces = inPieces(content, Math.max(pieceSize, Math.ceil(size / 50)));
          const source = { bytes: content, stream: pieces, readable: Readable.from(pieces), file: { file } }[kind];
          const stored = await store.put(source);
          expect(stored).toMatchObject({ sha256: sha256Of(content), size });
          expect(await store.head(stored.sha256)).toEqual({ sha256: stored.sha256, size });
          expect((await read(store, stored.sha256)).equals(content)).toBe(true);
          expect(await store.verify(stored.sha256)).toEqual({ sha256: stored.sha256, size });
        },
      ),
      { numRuns: 40 },
    );
    await rm(folder, { recursive: true });
    expect(await driver.unfinished()).toEqual([]);
  });

  test("a range is the slice of the content", async () => {
    const content = bytesOf(2 * partSize + 77, 5);
    const { sha256, size } = await store.put(content);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: size - 1 }), fc.integer({ min: 1, max: size + 10 }), async (start, length) => {
        const range = { start, end: start + length };
        expect((await read(store, sha256, range)).equals(content.subarray(range.start, range.end))).toBe(true);
      }),
      { numRuns: 40 },
    );
    const opened = await store.get(sha256, { range: { start: 1, end: 2 } });
    expect(opened.size).toBe(size);
    opened.stream.destroy();
  });

  test.each([
    { start: -1, end: 3 },
    { start: 3, end: 3 },
    { start: 0.5, end: 3 },
    { start: 0, end: Number.NaN },
  ])("the range $start to $end is refused", async (range) => {
    const { sha256 } = await store.put(Buffer.from("short"));
    await expect(store.get(sha256, { range })).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
  });

  test("a range that starts at or beyond the end is refused", async () => {
    const { sha256 } = await store.put(Buffer.from("short"));
    for (const start of [5, 6, 1e9]) {
      await expect(store.get(sha256, { range: { start, end: start + 1 } })).rejects.toMatchObject({
        code: "TS_OBJECT_REQUEST_INVALID",
        details: { object: sha256 },
      });
    }
  });

  test.each([10, 3 * partSize])("%i bytes stored again are there already", async (size) => {
    const content = bytesOf(size, 6);
    expect(await store.put(content)).toMatchObject({ created: true });
    expect(await store.put(inPieces(content, 1000))).toMatchObject({ created: false });
    expect(await driver.unfinished()).toEqual([]);
  });

  test.each([100, 3 * partSize])(
    "of many writers of the same %i bytes exactly one creates the object",
    async (size) => {
      for (let round = 0; round < 5; round++) {
        const content = bytesOf(size, 100 + round);
        const stored = await Promise.all(Array.from({ length: 4 }, () => store.put(inPieces(content, 10_000))));
        expect(stored.filter(({ created }) => created)).toHaveLength(1);
        expect((await read(store, stored[0].sha256)).equals(content)).toBe(true);
      }
      expect(await driver.unfinished()).toEqual([]);
    },
  );

  test("a stream that fails leaves nothing, and its own error comes through", async () => {
    const content = bytesOf(3 * partSize, 7);
    const failure = new Error("the sequencer went away");
    for (const breakAt of [1, 10, partSize, 2 * partSize + 1]) {
      const failing = async function* (): AsyncGenerator<Uint8Array> {
        yield content.subarray(0, breakAt);
        throw failure;
      };
      const begun = sha256Of(content.subarray(0, breakAt));
      const before = await store.exists(begun); // another test may have kept that one byte
      await expect(store.put(failing())).rejects.toBe(failure);
      expect(await store.exists(begun)).toBe(before);
    }
    expect(await driver.unfinished()).toEqual([]);
  });

  test("a stream of anything but bytes is refused", async () => {
    const strings = Readable.from(["text"]) as AsyncIterable<unknown> as AsyncIterable<Uint8Array>;
    await expect(store.put(strings)).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
    expect(await driver.unfinished()).toEqual([]);
  });

  test("a file that is not there, and a folder, are refused by name", async () => {
    const file = join(tmpdir(), "touchstone-no-such-file");
    await expect(store.put({ file })).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID", details: { file } });
    await expect(store.put({ file: tmpdir() })).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
    expect(await driver.unfinished()).toEqual([]);
  });

  test("content other than announced is refused and not kept", async () => {
    const content = bytesOf(2 * partSize, 8);
    await expect(store.put(content, { sha256: absent })).rejects.toMatchObject({ code: "TS_OBJECT_REQUEST_INVALID" });
    expect(await store.exists(sha256Of(content))).toBe(false);
    expect(await store.exists(absent)).toBe(false);
    expect(await store.put(content, { sha256: sha256Of(content) })).toMatchObject({ created: true });
    expect(await driver.unfinished()).toEqual([]);
  });

  test("an aborted put rejects with the signal's reason, also while its stream gives nothing", async () => {
    const reason = new Error("enough");
    await expect(store.put(bytesOf(10, 9), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const silent = async function* (): AsyncGenerator<Uint8Array> {
      yield bytesOf(partSize + 1, 10);
      controller.abort(reason);
      await new Promise(() => undefined);
    };
    await expect(store.put(silent(), { signal: controller.signal })).rejects.toBe(reason);
    expect(await driver.unfinished()).toEqual([]);
  });

  test("reading stops when the signal is aborted", async () => {
    const reason = new Error("enough");
    const { sha256 } = await store.put(bytesOf(20 * partSize, 11));
    await expect(store.verify(sha256, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    await expect(store.get(sha256, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const { stream } = await store.get(sha256, { signal: controller.signal });
    stream.once("data", () => controller.abort(reason));
    await expect(buffer(stream)).rejects.toThrow();
  });

  test("a stream that nobody reads can be destroyed", async () => {
    const { sha256 } = await store.put(bytesOf(20 * partSize, 12));
    const { stream } = await store.get(sha256);
    stream.destroy();
    expect(await store.exists(sha256)).toBe(true);
  });

  test("what is not stored is not found", async () => {
    expect(await store.head(absent)).toBeNull();
    expect(await store.exists(absent)).toBe(false);
    const notFound = { code: "TS_OBJECT_NOT_FOUND", details: { object: absent } };
    await expect(store.get(absent)).rejects.toMatchObject(notFound);
    await expect(store.get(absent, { range: { start: 0, end: 1 } })).rejects.toMatchObject(notFound);
    await expect(store.verify(absent)).rejects.toMatchObject(notFound);
  });

  test.each(["", "abc", absent.toUpperCase(), `../${absent.slice(3)}`, `${absent}0`])(
    "%j is no SHA-256",
    async (name) => {
      const refused = { code: "TS_OBJECT_REQUEST_INVALID" };
      await expect(store.get(name)).rejects.toMatchObject(refused);
      await expect(store.head(name)).rejects.toMatchObject(refused);
      await expect(store.exists(name)).rejects.toMatchObject(refused);
      await expect(store.verify(name)).rejects.toMatchObject(refused);
      await expect(store.downloadUrl(name, { expiresInSeconds: 60 })).rejects.toMatchObject(refused);
      await expect(store.put(Buffer.from("x"), { sha256: name })).rejects.toMatchObject(refused);
    },
  );

  test.each([
    ["a bit turned", (content: Buffer) => Buffer.concat([Buffer.from([content[0] ^ 1]), content.subarray(1)])],
    ["cut off", (content: Buffer) => content.subarray(0, -1)],
    ["emptied", () => Buffer.alloc(0)],
    ["longer", (content: Buffer) => Buffer.concat([content, Buffer.from("x")])],
  ])("an object that was %s is found by get and verify", async (what, altered) => {
    const content = bytesOf(partSize + 50, what.length);
    const { sha256 } = await store.put(content);
    await driver.damage(sha256, altered(content));
    const corrupt = { code: "TS_OBJECT_CORRUPT", details: { object: sha256 } };
    await expect(store.verify(sha256)).rejects.toMatchObject(corrupt);
    await expect(read(store, sha256)).rejects.toMatchObject(corrupt);
    await driver.damage(sha256, content);
    expect(await store.verify(sha256)).toMatchObject({ sha256 });
  });

  test("storing content again does not pass a cut copy off as whole", async () => {
    const content = bytesOf(partSize, 13);
    const { sha256 } = await store.put(content);
    await driver.damage(sha256, content.subarray(0, 100));
    await expect(store.put(content)).rejects.toMatchObject({ code: "TS_OBJECT_CORRUPT", details: { object: sha256 } });
    await driver.damage(sha256, content);
    expect(await driver.unfinished()).toEqual([]);
  });

  test("the list has every object once, in order, from any point on, and nothing else", async () => {
    const before = new Date(Date.now() - 5_000);
    const fresh = await openDriver();
    const stored: { sha256: string; size: number }[] = [];
    for (let i = 0; i < 10; i++) {
      const { sha256, size } = await fresh.store.put(bytesOf(i, 14));
      stored.push({ sha256, size });
    }
    await fresh.litter(`${stored[0].sha256.slice(0, 2)}/README`);
    await fresh.litter("zz");
    const expected = stored.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
    const listed = await allOf(fresh.store.list());
    expect(listed.map(({ sha256, size }) => ({ sha256, size }))).toEqual(expected);
    for (const { storedAt } of listed) {
      expect(storedAt.getTime()).toBeGreaterThan(before.getTime());
    }
    for (const [index, { sha256 }] of expected.entries()) {
      const rest = await allOf(fresh.store.list({ after: sha256 }));
      expect(rest.map((object) => object.sha256)).toEqual(expected.slice(index + 1).map((object) => object.sha256));
    }
    const beyond = await allOf(fresh.store.list({ after: "f".repeat(64) }));
    expect(beyond).toEqual([]);
    await fresh.close();
  });

  test("no address, no message and no inspection of a store holds a secret", async () => {
    const { inspect } = await import("node:util");
    const error: unknown = await store.verify(absent).catch((caught: unknown) => caught);
    const shown = inspect([store, error], { depth: 20, showHidden: true }) + JSON.stringify(store) + store.location;
    expect(shown).not.toMatch(/stub\/secret|stub-session/);
  });
});
