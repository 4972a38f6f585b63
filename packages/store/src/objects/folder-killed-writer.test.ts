import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { allOf } from "@touchstone/test-support";
import { expect, test } from "vitest";
import { FolderObjectStore } from "./folder-object-store.ts";

const store = JSON.stringify(new URL("./folder-object-store.ts", import.meta.url).href);

// Stores ever new content and prints the SHA-256 of what it was told is stored.
const writer = `
  const { FolderObjectStore } = await import(${store});
  const objects = await FolderObjectStore.open(process.argv[1]);
  for (let i = 0; ; i++) {
    const pieces = async function* () { for (let j = 0; j < 40; j++) yield Buffer.alloc(4096, process.pid + "," + i + "," + j + ";"); };
    console.log((await objects.put(pieces())).sha256);
  }`;

test("a killed writer loses nothing that it was told is stored, and leaves no half object", async () => {
  const folder = await mkdtemp(join(tmpdir(), "touchstone-killed-"));
  const told: string[] = [];
  for (const killAfter of [1, 4, 9]) {
    const child = spawn(
      process.execPath,
      ["--conditions=@touchstone/source", "--input-type=module", "--eval", writer, folder],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const exited = once(child, "exit");
    let printed = 0;
    for await (const sha256 of createInterface({ input: child.stdout })) {
      told.push(sha256);
      printed++;
      if (printed === killAfter) {
        child.kill("SIGKILL");
      }
    }
    await exited;
  }
  expect(told.length).toBeGreaterThanOrEqual(14);
  const objects = await FolderObjectStore.open(folder);
  const listed = (await allOf(objects.list())).map(({ sha256 }) => sha256);
  for (const sha256 of listed) {
    await objects.verify(sha256);
  }
  expect(listed).toEqual(expect.arrayContaining(told));
  await objects.discardUnfinishedUploads({ before: new Date(Date.now() + 60_000) });
  expect(await readdir(join(folder, "unfinished"))).toEqual([]);
  await rm(folder, { recursive: true });
});
