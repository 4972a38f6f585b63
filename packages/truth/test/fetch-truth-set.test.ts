import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { FileServer } from "@touchstone/test-support";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { TruthSet } from "../src/catalogue/truth-set.ts";
import { RECORD_NAME, readRecord } from "../src/folder/fetch-record.ts";
import { type FetchOptions, type FetchProgress, fetchTruthSet } from "../src/folder/fetch-truth-set.ts";
import { lockFolder } from "../src/folder/folder-lock.ts";
import { truthSetParameter } from "../src/usage.ts";
import { expectBytes } from "./download-fixture.ts";
import { type SmallFile, smallSet } from "./small-set.ts";

const server = new FileServer();
const scratch = mkdtempSync(join(tmpdir(), "touchstone-fetch-"));
let count = 0;

beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true });
});
afterEach(() => server.reset());

const newFolder = () => join(scratch, String(count++), "Small");
const content = (name: string, size = 50_000) => Buffer.alloc(size, name);
const FILES: readonly SmallFile[] = [
  { path: "a.vcf.gz", kind: "vcf", content: content("vcf"), checksum: "sha256" },
  { path: "a.vcf.gz.tbi", kind: "tbi", content: content("tbi") },
  { path: "sub/a.bed", kind: "bed", content: content("bed"), checksum: "md5" },
];

/** Serves the files as they should be, and returns their set. */
function serve(files: readonly SmallFile[] = FILES): TruthSet {
  for (const { path, content } of files) server.serve(`release/small/${path}`, { content });
  return smallSet(server.root, files);
}

function options(more: Partial<FetchOptions> = {}): FetchOptions {
  return { signal: new AbortController().signal, connections: 2, tries: 2, backoff: () => 1, ...more };
}

/** Everything in a folder and below. */
function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe("fetching", () => {
  test("brings all files in their folders, checks them, and keeps what was seen", async () => {
    const set = serve();
    const folder = newFolder();
    const { files } = await fetchTruthSet(set, folder, options());
    for (const { path, content } of FILES) expectBytes(join(folder, path), content);
    expect(files.map(({ outcome, checkedBy }) => [outcome, checkedBy])).toEqual([
      ["fetched", "published"],
      ["fetched", "nothing"],
      ["fetched", "published"],
    ]);
    expect(namesIn(folder)).toEqual(["a.vcf.gz", "a.vcf.gz.tbi", "sub/a.bed", RECORD_NAME].sort());
    expect(readRecord(folder)?.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ["a.vcf.gz", 50_000],
      ["a.vcf.gz.tbi", 50_000],
      ["sub/a.bed", 50_000],
    ]);
  });

  test("a second time fetches nothing", async () => {
    const set = serve();
    const folder = newFolder();
    await fetchTruthSet(set, folder, options());
    const record = readFileSync(join(folder, RECORD_NAME), "utf8");
    server.requests.length = 0;
    const { files } = await fetchTruthSet(set, folder, options());
    expect(files.map(({ outcome, checkedBy }) => [outcome, checkedBy])).toEqual([
      ["was there", "published"],
      ["was there", "first seen"],
      ["was there", "published"],
    ]);
    expect(server.requests).toEqual([]);
    expect(readFileSync(join(folder, RECORD_NAME), "utf8")).toBe(record);
  });

  test("takes a file that lies there already, where a published checksum says that it is right", async () => {
    const set = serve();
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "a.vcf.gz"), FILES[0].content);
    writeFileSync(join(folder, "a.vcf.gz.tbi"), FILES[1].content);
    const notes: string[] = [];
    const { files } = await fetchTruthSet(set, folder, options({ onNote: (note) => notes.push(note) }));
    expect(files.map(({ outcome }) => outcome)).toEqual(["was there", "fetched", "fetched"]);
    expect(notes).toEqual([expect.stringContaining("nothing says that it is the right file")]);
  });

  test("replaces a damaged file, and keeps it until the right one is there", async () => {
    const set = serve();
    const folder = newFolder();
    await fetchTruthSet(set, folder, options());
    writeFileSync(join(folder, "sub/a.bed"), "damaged");
    server.serve("release/small/sub/a.bed", { content: FILES[2].content, behaviours: [{ status: 404 }] });
    await expect(fetchTruthSet(set, folder, options())).rejects.toMatchObject({ code: "TS_TRUTH_NOT_FOUND" });
    expect(readFileSync(join(folder, "sub/a.bed"), "utf8")).toBe("damaged");
    const notes: string[] = [];
    await fetchTruthSet(set, folder, options({ onNote: (note) => notes.push(note) }));
    expectBytes(join(folder, "sub/a.bed"), FILES[2].content);
    expect(notes).toEqual([expect.stringContaining("is not what it should be")]);
  });

  test("refuses a wrong file, naming what was expected, where it was published, and what was seen", async () => {
    const set = serve();
    const folder = newFolder();
    server.serve("release/small/a.vcf.gz", { content: content("other") });
    const error = (await fetchTruthSet(set, folder, options()).catch((thrown: unknown) => thrown)) as Error;
    const expected = set.files[0].checksum?.value as string;
    expect(error).toMatchObject({ code: "TS_TRUTH_CHECKSUM_MISMATCH", details: { expected } });
    expect(error.message).toContain(`sha256 ${expected} is expected (published in https://example.org/r (README.md))`);
    expect(existsSync(join(folder, "a.vcf.gz"))).toBe(false);
  });

  test("refuses a file without published checksum that is another one than was seen first", async () => {
    const set = serve();
    const folder = newFolder();
    await fetchTruthSet(set, folder, options());
    const firstSeen = readRecord(folder)?.files[1];
    rmSync(join(folder, "a.vcf.gz.tbi"));
    server.serve("release/small/a.vcf.gz.tbi", { content: content("another") });
    const error = (await fetchTruthSet(set, folder, options()).catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({ code: "TS_TRUTH_CHECKSUM_MISMATCH", details: { expected: firstSeen?.sha256 } });
    expect(error.message).toContain(`seen when it was first fetched, ${firstSeen?.fetchedAt}`);
    expect(existsSync(join(folder, "a.vcf.gz.tbi"))).toBe(false);
    server.serve("release/small/a.vcf.gz.tbi", { content: FILES[1].content });
    const { files } = await fetchTruthSet(set, folder, options());
    expect(files[1]).toMatchObject({ outcome: "fetched", checkedBy: "first seen" });
    expect(readRecord(folder)?.files[1]).toEqual(firstSeen);
  });

  test("takes a mirror in the place of the publisher", async () => {
    for (const { path, content } of FILES) server.serve(`copy/release/small/${path}`, { content });
    const set = smallSet("https://publisher.invalid/", FILES);
    await fetchTruthSet(set, newFolder(), options({ mirror: `${server.root}copy/` }));
    expect(server.requests.map(({ path }) => path).sort()).toEqual(
      FILES.map(({ path }) => `copy/release/small/${path}`).sort(),
    );
  });

  test("has no more connections than it may", async () => {
    const many = Array.from({ length: 12 }, (_, i) => {
      return { path: `${i}.bed`, kind: "bed", content: content(String(i)), checksum: "md5" } as const;
    });
    server.delay = 20;
    await fetchTruthSet(serve(many), newFolder(), options({ connections: 3 }));
    expect(server.busiest).toBe(3);
  });

  test("tells how far it has come, in bytes of the whole once every size is known", async () => {
    const seen: FetchProgress[] = [];
    await fetchTruthSet(serve(), newFolder(), options({ onProgress: (progress) => seen.push(progress) }));
    expect(seen[0]).toMatchObject({ total: null, files: 3, filesDone: 0 });
    expect(seen.at(-1)).toEqual({ bytes: 150_000, total: 150_000, filesDone: 3, files: 3 });
  });

  test("stops the other files when one fails, and goes on with them later", async () => {
    const set = serve();
    const folder = newFolder();
    const vcf = { content: FILES[0].content, behaviours: [{ stallAfter: 20_000 }] };
    server.serve("release/small/a.vcf.gz", vcf);
    const index = { content: FILES[1].content, behaviours: [{ status: 404 }] };
    server.serve("release/small/a.vcf.gz.tbi", index);
    await expect(fetchTruthSet(set, folder, options())).rejects.toMatchObject({ code: "TS_TRUTH_NOT_FOUND" });
    await fetchTruthSet(set, folder, options({ stallMilliseconds: 200 }));
    for (const { path, content } of FILES) expectBytes(join(folder, path), content);
  });

  test("refuses a folder of another truth set, and a record that cannot be read", async () => {
    const set = serve();
    const folder = newFolder();
    await fetchTruthSet(set, folder, options());
    const other = { ...set, name: "Other" };
    await expect(fetchTruthSet(other, folder, options())).rejects.toThrow(/holds Small, not Other/);
    writeFileSync(join(folder, RECORD_NAME), '{ "schema": "touchstone.truth-fetch/1", "name": 5 }');
    const error = await fetchTruthSet(set, folder, options()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "TS_TRUTH_RECORD_INVALID", details: { line: 1, field: "version" } });
  });
});

describe("two calls", () => {
  test("do not fetch into one folder at once", async () => {
    const set = serve();
    server.serve("release/small/a.vcf.gz", { content: FILES[0].content, behaviours: [{ stallAfter: 10 }] });
    const folder = newFolder();
    const controller = new AbortController();
    const first = fetchTruthSet(set, folder, options({ signal: controller.signal }));
    const error = (await fetchTruthSet(set, folder, options()).catch((thrown: unknown) => thrown)) as Error;
    expect(error).toMatchObject({ code: "TS_TRUTH_FOLDER_LOCKED" });
    expect(error.message).toContain(`process ${process.pid} on ${hostname()}`);
    controller.abort();
    await expect(first).rejects.toMatchObject({ code: "TS_TRUTH_FETCH_ABORTED" });
    await fetchTruthSet(set, folder, options({ stallMilliseconds: 200 }));
  });

  test("take over the lock of a process that has ended, of no other one", async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, ".lock");
    const ended = spawnSync("true").pid;
    const unlock = lockFolder(folder);
    const holder = JSON.parse(readFileSync(lock, "utf8")) as object;
    unlock();
    expect(existsSync(lock)).toBe(false);

    writeFileSync(lock, JSON.stringify({ ...holder, pid: ended }));
    lockFolder(folder)();
    expect(namesIn(folder)).toEqual([]);

    for (const other of [{ ...holder, pid: process.ppid }, { ...holder, host: "elsewhere", pid: ended }, "nobody"]) {
      writeFileSync(lock, typeof other === "string" ? other : JSON.stringify(other));
      expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: "TS_TRUTH_FOLDER_LOCKED" }));
      expect(namesIn(folder)).toEqual([".lock"]);
      rmSync(lock);
    }
  });

  test("a call that was killed leaves what the next goes on with", async () => {
    const large = [{ path: "a.bed", kind: "bed", content: content("large", 40 << 20), checksum: "sha256" }] as const;
    const set = serve(large);
    server.serve("release/small/a.bed", { content: large[0].content, behaviours: [{ stallAfter: 36 << 20 }] });
    const folder = newFolder();
    const script = `
      import { fetchTruthSet } from ${JSON.stringify(join(import.meta.dirname, "../src/index.ts"))};
      const signal = new AbortController().signal;
      const onProgress = ({ bytes }) => { if (bytes >= ${36 << 20}) console.log("there"); };
      await fetchTruthSet(${JSON.stringify(set)}, ${JSON.stringify(folder)}, { signal, connections: 1, onProgress });
    `;
    const flags = ["--conditions=@touchstone/source", "--input-type=module", "--no-warnings", "-e", script];
    const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(existsSync(join(folder, ".lock"))).toBe(true);
    const { files } = await fetchTruthSet(set, folder, options());
    expect(files[0].outcome).toBe("resumed");
    expectBytes(join(folder, "a.bed"), large[0].content);
    // The part is known to be on the disk up to the last of its checkpoints, 16 MiB apart.
    const start = Number(/^bytes=(\d+)-$/.exec(server.requests.at(-1)?.range ?? "")?.[1]);
    expect(start).toBeGreaterThanOrEqual(32 << 20);
    expect(start).toBeLessThan(36 << 20);
    expect(namesIn(folder)).toEqual(["a.bed", RECORD_NAME]);
  });
});

test("what was fetched is named as the pipeline's parameters name it, with the stratifications of its build", () => {
  const truth = { set: smallSet("https://p.invalid/", FILES), folder: "/data/Small" };
  const list: SmallFile = { path: "all.tsv", kind: "tsv", content: Buffer.alloc(0) };
  const strata = (build: TruthSet["build"]) => {
    return {
      set: { ...smallSet("https://p.invalid/", [list], build), kind: "stratifications" },
      folder: `/data/${build}`,
    } as const;
  };
  const alone = { version: "1", vcf: "/data/Small/a.vcf.gz", regions: "/data/Small/sub/a.bed" };
  expect(truthSetParameter(truth, [truth, strata("GRCh37")])).toEqual(alone);
  expect(truthSetParameter(truth, [truth, strata("GRCh38")])).toEqual({
    ...alone,
    stratification: "/data/GRCh38/all.tsv",
  });
  expect(truthSetParameter(strata("GRCh38"), [truth])).toBeNull();
});
