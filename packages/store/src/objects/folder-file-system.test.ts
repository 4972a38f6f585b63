import { type FileHandle, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allOf } from "@touchstone/test-support";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FolderObjectStore } from "./folder-object-store.ts";
import { objectKey } from "./object-key.ts";

const disk = vi.hoisted(() => ({ full: false, withoutLinks: false, withoutFolderSync: false }));

vi.mock("node:fs/promises", async (importOriginal) => {
  const original = await importOriginal<typeof import("node:fs/promises")>();
  const open: typeof original.open = async (path, flags, mode) =>
    // Every byte written to this device is answered by a real ENOSPC.
    disk.full && flags === "wx"
      ? await original.open("/dev/full", "w")
      : withFolderSync(await original.open(path, flags, mode));
  const withFolderSync = (handle: FileHandle): FileHandle => {
    const { sync } = handle;
    handle.sync = async () => {
      if (disk.withoutFolderSync && (await handle.stat()).isDirectory()) {
        throw Object.assign(new Error("invalid argument"), { code: "EINVAL" });
      }
      await sync.call(handle);
    };
    return handle;
  };
  const link: typeof original.link = async (from, to) => {
    if (disk.withoutLinks) {
      throw Object.assign(new Error("operation not permitted"), { code: "EPERM" });
    }
    await original.link(from, to);
  };
  return { ...original, open, link };
});

const content = Buffer.from("##fileformat=VCFv4.2\n");

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "touchstone-folder-"));
});

afterEach(async () => {
  disk.full = false;
  disk.withoutLinks = false;
  disk.withoutFolderSync = false;
  await rm(folder, { recursive: true });
});

test.runIf(process.platform === "linux")("a full disk is named, and nothing stays of the object", async () => {
  const store = await FolderObjectStore.open(folder);
  disk.full = true;
  await expect(store.put(content)).rejects.toMatchObject({
    code: "TS_OBJECT_STORE_UNWRITABLE",
    message: `${folder}: the disk is full`,
  });
  expect(await allOf(store.list())).toEqual([]);
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

test("a file system without links keeps objects just as well", async () => {
  const store = await FolderObjectStore.open(folder);
  disk.withoutLinks = true;
  const { sha256, created } = await store.put(content);
  expect(created).toBe(true);
  expect(await store.put(content)).toMatchObject({ created: false });
  expect(await readFile(join(folder, objectKey(sha256)))).toEqual(content);
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
});

test("so does one that cannot flush folders", async () => {
  const store = await FolderObjectStore.open(folder);
  disk.withoutFolderSync = true;
  const { sha256 } = await store.put(content);
  expect(await store.verify(sha256)).toEqual({ sha256, size: content.length });
});
