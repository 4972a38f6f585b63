import { createHash } from "node:crypto";
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buffer } from "node:stream/consumers";
import { allOf } from "@touchstone/test-support";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FolderObjectStore } from "./folder-object-store.ts";
import { objectKey } from "./object-key.ts";
import { openObjectStore } from "./open-object-store.ts";

const content = Buffer.from("##fileformat=VCFv4.2\n");
const sha256 = createHash("sha256").update(content).digest("hex");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-folder-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

test("an object is a read-only file in a folder named after the first two digits", async () => {
  const store = await openObjectStore(folder);
  await store.put(content);
  const file = join(folder, sha256.slice(0, 2), sha256);
  expect(await readFile(file)).toEqual(content);
  expect((await stat(file)).mode & 0o777).toBe(0o444);
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

test("the folder is made where it is missing, and its location is absolute", async () => {
  const store = await openObjectStore(relative(process.cwd(), join(folder, "a", "b")));
  expect(store.location).toBe(join(folder, "a", "b"));
  expect(await allOf(store.list())).toEqual([]);
});

test("a folder has no address for downloads", async () => {
  const store = await FolderObjectStore.open(folder);
  await store.put(content);
  expect(await store.downloadUrl(sha256)).toBeNull();
});

test("a file in the way of the folder is reported", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  await expect(openObjectStore(file)).rejects.toMatchObject({
    code: "TS_OBJECT_STORE_UNAVAILABLE",
    details: { folder: file },
  });
});

test("a file in the way of an object's folder leaves nothing", async () => {
  const store = await FolderObjectStore.open(folder);
  await writeFile(join(folder, sha256.slice(0, 2)), "");
  await expect(store.put(content)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

test.runIf(process.getuid?.() === 0)("without permission nothing is written or read, and that is said", async () => {
  const store = await FolderObjectStore.open(folder);
  await store.put(content);
  process.seteuid?.(65_534);
  try {
    await expect(store.put(Buffer.from("more"))).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNWRITABLE" });
    await expect(store.head(sha256)).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNAVAILABLE" });
    await expect(openObjectStore(join(folder, "below"))).rejects.toMatchObject({ code: "TS_OBJECT_STORE_UNWRITABLE" });
  } finally {
    process.seteuid?.(0);
  }
  // What belongs to that user afterwards can be read by it, so that the refusals above were about permission.
  await chown(folder, 65_534, 65_534);
  process.seteuid?.(65_534);
  try {
    expect(await store.exists(sha256)).toBe(true);
  } finally {
    process.seteuid?.(0);
  }
});

test("a copy with one bit turned is not passed off as stored", async () => {
  const store = await FolderObjectStore.open(folder);
  await store.put(content);
  const damaged = Buffer.from(content);
  damaged[3] ^= 4;
  await chmod(join(folder, objectKey(sha256)), 0o644);
  await writeFile(join(folder, objectKey(sha256)), damaged);
  await expect(store.put(content)).rejects.toMatchObject({ code: "TS_OBJECT_CORRUPT", details: { object: sha256 } });
});

test("what a crash left is discarded once it is old", async () => {
  const store = await FolderObjectStore.open(folder);
  const left = join(folder, "unfinished", "left-by-a-crash");
  await writeFile(left, "half");
  await writeFile(join(folder, "unfinished", "still-running"), "half");
  const yesterday = new Date(Date.now() - 86_400_000);
  await utimes(left, yesterday, yesterday);
  expect(await store.discardUnfinishedUploads({ before: new Date(Date.now() - 3_600_000) })).toBe(1);
  expect(await readdir(join(folder, "unfinished"))).toEqual(["still-running"]);
});

test("content is read a piece at a time", async () => {
  const store = await FolderObjectStore.open(folder);
  const { sha256: large } = await store.put(Buffer.alloc(4 * 1024 * 1024, 7));
  const { stream } = await store.get(large);
  let longest = 0;
  for await (const chunk of stream) {
    longest = Math.max(longest, (chunk as Buffer).length);
  }
  expect(longest).toBeLessThanOrEqual(256 * 1024);
});

test.each(["", "https://example.org/objects", "gs://bucket", "S3://bucket"])(
  "%j is no place for objects",
  async (location) => {
    await expect(openObjectStore(location)).rejects.toMatchObject({ code: "TS_OBJECT_LOCATION_INVALID" });
  },
);

test("an object read from two stores on one folder is the same", async () => {
  const [one, other] = [await FolderObjectStore.open(folder), await FolderObjectStore.open(folder)];
  await one.put(content);
  expect(await buffer((await other.get(sha256)).stream)).toEqual(content);
});
