import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileServer, type ServedFile } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { failureOf } from "../src/download/answer.ts";
import { type DownloadOptions, download } from "../src/download/download.ts";
import { HttpClient, type PassingFailure, redirectTarget } from "../src/download/http-client.ts";
import { TruthError } from "../src/error.ts";

const CONTENT = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 7919) >> 3));
const OTHER = Buffer.alloc(CONTENT.length, "other");

const server = new FileServer();
const scratch = mkdtempSync(join(tmpdir(), "touchstone-download-"));
let folder: string;
let count = 0;

beforeAll(() => server.start());
afterAll(async () => {
  await server.stop();
  rmSync(scratch, { recursive: true });
});
afterEach(() => {
  server.files.clear();
  server.requests.length = 0;
});

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A place of its own for one download. */
function newTarget(): string {
  folder = join(scratch, String(count++));
  return join(folder, "sub", "file.vcf.gz");
}

async function run(
  address: string,
  target: string,
  options: Partial<DownloadOptions> & { stallMilliseconds?: number } = {},
) {
  const client = new HttpClient({ connections: 2, stallMilliseconds: options.stallMilliseconds ?? 5000 });
  try {
    return await download(address, target, {
      ...{ client, signal: new AbortController().signal, size: null, tries: 3 },
      check: () => {},
      onProgress: () => {},
      backoff: () => 1,
      ...options,
    });
  } finally {
    client.close();
  }
}

/** The error of a download that has to fail. */
async function failure(promise: Promise<unknown>): Promise<TruthError> {
  const error = await promise.then(
    () => new Error("it did not fail"),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TruthError);
  return error as TruthError;
}

function filesIn(target: string): string[] {
  return readdirSync(join(target, "..")).sort();
}

const requireContent: DownloadOptions["check"] = (digests) => {
  if (digests.sha256 !== sha256(CONTENT)) throw new TruthError("TS_TRUTH_CHECKSUM_MISMATCH", "wrong");
};

describe("a whole file", () => {
  test("is put in place with its hashes, and nothing beside it", async () => {
    const target = newTarget();
    const seen: (number | null)[][] = [];
    const result = await run(server.serve("a", { content: CONTENT }), target, {
      onProgress: (bytes, total) => seen.push([bytes, total]),
    });
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(result).toMatchObject({ bytes: CONTENT.length, sha256: sha256(CONTENT), resumedFrom: 0 });
    expect(result.md5).toBe(createHash("md5").update(CONTENT).digest("hex"));
    expect(filesIn(target)).toEqual(["file.vcf.gz"]);
    expect(seen[0]).toEqual([0, CONTENT.length]);
    expect(seen.at(-1)).toEqual([CONTENT.length, CONTENT.length]);
  });

  test("of a server that does not say its length", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, length: false }), target);
    expect(readFileSync(target)).toEqual(CONTENT);
  });

  test("of no bytes at all", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: Buffer.alloc(0) }), target);
    expect(readFileSync(target)).toEqual(Buffer.alloc(0));
  });

  test("keeps the bytes of a .gz that the server calls packed", async () => {
    const target = newTarget();
    const packed = Buffer.from(execFileSync("gzip", ["-c"], { input: "chr1\n" }));
    const behaviours = [{ headers: { "content-encoding": "x-gzip" } }];
    await run(server.serve("a.vcf.gz", { content: packed, behaviours }), target);
    expect(readFileSync(target)).toEqual(packed);
  });

  test("is refused where a server packs a file that is not to be packed", async () => {
    const behaviours = [{ headers: { "content-encoding": "gzip" } }];
    const address = server.serve("a.bed", { content: CONTENT, behaviours });
    expect(await failure(run(address, newTarget()))).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE" });
  });
});

test("a proxy of the environment is asked, unless it is not meant for the address", async () => {
  const before = { HTTP_PROXY: process.env.HTTP_PROXY, NO_PROXY: process.env.NO_PROXY };
  try {
    process.env.HTTP_PROXY = server.root;
    process.env.NO_PROXY = "";
    // A proxy is asked for a whole address, of which the server here takes the first letter for a slash.
    server.serve("ttp://publisher.invalid/a", { content: CONTENT });
    const target = newTarget();
    await run("http://publisher.invalid/a", target);
    expect(readFileSync(target)).toEqual(CONTENT);
    process.env.NO_PROXY = "publisher.invalid";
    expect((await failure(run("http://publisher.invalid/a", newTarget()))).message).toMatch(/ENOTFOUND|EAI_AGAIN/);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
});

describe("a cut connection", () => {
  test("is gone on with, by the ETag, as often as it brings bytes", async () => {
    const target = newTarget();
    const behaviours = [30_000, 30_000, 1, 1, 1, 1].map((cutAfter) => ({ cutAfter }));
    await run(server.serve("a", { content: CONTENT, behaviours }), target);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests).toHaveLength(7);
    expect(server.requests[0]).toEqual({ path: "a", range: undefined, ifRange: undefined });
    expect(server.requests[1]).toEqual({ path: "a", range: "bytes=30000-", ifRange: '"1"' });
    expect(server.requests[6].range).toBe("bytes=60004-");
  });

  test("is gone on with by Last-Modified where the ETag is weak", async () => {
    const target = newTarget();
    const lastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
    const file = { content: CONTENT, etag: 'W/"1"', lastModified, behaviours: [{ cutAfter: 5 }] };
    await run(server.serve("a", file), target);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests[1]).toMatchObject({ range: "bytes=5-", ifRange: lastModified });
  });

  test("begins anew where nothing tells one state of the file from another", async () => {
    const target = newTarget();
    const { etag: _, ...rest } = {
      etag: "",
      content: CONTENT,
      behaviours: [{ cutAfter: 5 }],
      ranges: true,
      length: true,
    };
    server.files.set("a", rest);
    await run(`${server.root}a`, target);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual([undefined, undefined]);
  });

  test("begins anew on a server without ranges", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, ranges: false, behaviours: [{ cutAfter: 50_000 }] }), target);
    expect(readFileSync(target)).toEqual(CONTENT);
  });

  test("is given up after so many tries without a byte more, and what has arrived stays", async () => {
    const target = newTarget();
    const address = server.serve("a", { content: CONTENT, behaviours: [7, 0, 0, 0].map((cutAfter) => ({ cutAfter })) });
    const error = await failure(run(address, target));
    expect(error).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE", details: { address } });
    expect(error.message).toMatch(/given up after 3 tries, 7 bytes stay/);
    expect(filesIn(target)).toEqual(["file.vcf.gz.part", "file.vcf.gz.part.json"]);
    const result = await run(address, target);
    expect(result.resumedFrom).toBe(7);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(filesIn(target)).toEqual(["file.vcf.gz"]);
  });

  test("of a server without ranges that never gets further is given up", async () => {
    const behaviours = Array.from({ length: 20 }, () => ({ cutAfter: 50_000 }));
    const address = server.serve("a", { content: CONTENT, ranges: false, behaviours });
    expect(await failure(run(address, newTarget()))).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE" });
    expect(server.requests.length).toBeLessThan(6);
  });

  test("ends in the same bytes wherever it is cut, whatever the server can do", async () => {
    const files = fc.record({
      content: fc.uint8Array({ minLength: 0, maxLength: 5000 }),
      cuts: fc.array(fc.nat(6000), { maxLength: 5 }),
      ranges: fc.boolean(),
      length: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(files, async ({ content, cuts, ranges, length }) => {
        const target = newTarget();
        const bytes = Buffer.from(content);
        const file: ServedFile = { content: bytes, ranges, length, behaviours: cuts.map((cutAfter) => ({ cutAfter })) };
        const result = await run(server.serve("a", file), target, { tries: 10 });
        expect(readFileSync(target)).toEqual(bytes);
        expect(result).toMatchObject({ bytes: bytes.length, sha256: sha256(bytes) });
        expect(filesIn(target)).toEqual(["file.vcf.gz"]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a part that an earlier call left", () => {
  /** Leaves the first bytes of a file at a new target. */
  async function leave(bytes: number, file: ServedFile = { content: CONTENT }): Promise<[string, string]> {
    const target = newTarget();
    const address = server.serve("a", { ...file, behaviours: [{ cutAfter: bytes }] });
    await failure(run(address, target, { tries: 1 }));
    expect(readFileSync(`${target}.part`)).toHaveLength(bytes);
    server.requests.length = 0;
    return [address, target];
  }

  test("is not glued to a file that has changed since", async () => {
    const [address, target] = await leave(60_000);
    server.serve("a", { content: OTHER, etag: '"2"' });
    const result = await run(address, target);
    expect(readFileSync(target)).toEqual(OTHER);
    expect(result.sha256).toBe(sha256(OTHER));
  });

  test("is not glued by a server that does not look at If-Range", async () => {
    const [address, target] = await leave(60_000);
    server.serve("a", { content: OTHER, etag: '"2"', ignoresIfRange: true });
    await run(address, target);
    expect(readFileSync(target)).toEqual(OTHER);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("is dropped where the file is shorter now", async () => {
    const [address, target] = await leave(60_000);
    server.serve("a", { content: CONTENT.subarray(0, 50_000), ignoresIfRange: true });
    await run(address, target);
    expect(readFileSync(target)).toEqual(CONTENT.subarray(0, 50_000));
  });

  test("is dropped for another address", async () => {
    const [, target] = await leave(60_000);
    await run(server.serve("b", { content: OTHER }), target);
    expect(readFileSync(target)).toEqual(OTHER);
    expect(server.requests[0].range).toBeUndefined();
  });

  test("is dropped where its state cannot be read", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part.json`, "{");
    await run(address, target);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests[0].range).toBeUndefined();
  });

  test("loses what came after the last byte that was surely on the disk", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part`, Buffer.concat([CONTENT.subarray(0, 60_000), Buffer.alloc(500)]));
    await run(address, target);
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests[0].range).toBe("bytes=60000-");
  });

  test("is fetched anew where it was damaged as it lay", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part`, Buffer.alloc(60_000));
    await run(address, target, { check: requireContent });
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("that is whole needs no request", async () => {
    const [address, target] = await leave(60_000);
    const state = JSON.parse(readFileSync(`${target}.part.json`, "utf8")) as object;
    writeFileSync(`${target}.part`, CONTENT);
    writeFileSync(`${target}.part.json`, JSON.stringify({ ...state, bytes: CONTENT.length }));
    await run(address, target, { check: requireContent });
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests).toEqual([]);
  });

  test("goes on after the call was stopped", async () => {
    const target = newTarget();
    const address = server.serve("a", { content: CONTENT, behaviours: [{ stallAfter: 40_000 }] });
    const controller = new AbortController();
    const stopped = run(address, target, {
      signal: controller.signal,
      onProgress: (bytes) => {
        if (bytes >= 40_000) controller.abort();
      },
    });
    expect(await failure(stopped)).toMatchObject({ code: "TS_TRUTH_FETCH_ABORTED" });
    expect(existsSync(target)).toBe(false);
    const result = await run(address, target);
    expect(result.resumedFrom).toBe(40_000);
    expect(readFileSync(target)).toEqual(CONTENT);
  });
});

describe("a wrong file", () => {
  test("is not put in place, and nothing of it stays", async () => {
    const target = newTarget();
    const address = server.serve("a", { content: OTHER });
    const error = await failure(run(address, target, { check: requireContent }));
    expect(error.code).toBe("TS_TRUTH_CHECKSUM_MISMATCH");
    expect(filesIn(target)).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  test("leaves alone what has the name already", async () => {
    const target = newTarget();
    mkdirSync(join(target, ".."), { recursive: true });
    writeFileSync(target, "before");
    await failure(run(server.serve("a", { content: OTHER }), target, { check: requireContent }));
    expect(readFileSync(target, "utf8")).toBe("before");
  });

  test("of another size is refused before it is fetched", async () => {
    const target = newTarget();
    const error = await failure(run(server.serve("a", { content: OTHER }), target, { size: 5 }));
    expect(error).toMatchObject({
      code: "TS_TRUTH_CHECKSUM_MISMATCH",
      details: { expected: "5 bytes", seen: "100000 bytes" },
    });
    expect(filesIn(target)).toEqual([]);
  });
});

describe("answers that bring no file", () => {
  test.each([401, 403, 404, 410])("%i is not tried again", async (status) => {
    const address = server.serve("a", { content: CONTENT, behaviours: [{ status }] });
    const error = await failure(run(address, newTarget()));
    expect(error.code).toBe("TS_TRUTH_NOT_FOUND");
    expect(error.message).toBe(`${address}: the server answers ${status}`);
    expect(server.requests).toHaveLength(1);
  });

  test.each([408, 429, 500, 502, 503])("%i is tried again", async (status) => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, behaviours: [{ status }, { status }] }), target);
    expect(readFileSync(target)).toEqual(CONTENT);
  });

  test("503 is given up after so many tries", async () => {
    const behaviours = Array.from({ length: 5 }, () => ({ status: 503 }));
    const error = await failure(run(server.serve("a", { content: CONTENT, behaviours }), newTarget()));
    expect(error.code).toBe("TS_TRUTH_UNAVAILABLE");
    expect(error.message).toMatch(/the server answers 503; given up after 3 tries/);
    expect(server.requests).toHaveLength(3);
  });

  test("say how long to wait", () => {
    const wait = (retryAfter: string | undefined) => {
      const message = { statusCode: 503, headers: { "retry-after": retryAfter } } as unknown as IncomingMessage;
      return (failureOf("http://a/", message) as PassingFailure).waitMilliseconds;
    };
    expect(wait(undefined)).toBeNull();
    expect(wait("7")).toBe(7000);
    expect(wait("Wed, 01 Jan 2020 00:00:00 GMT")).toBe(0);
    expect(wait("soon")).toBeNull();
  });

  test("a server that cannot be reached is tried again, then named", async () => {
    const error = await failure(run("http://127.0.0.1:9/a", newTarget()));
    expect(error.code).toBe("TS_TRUTH_UNAVAILABLE");
    expect(error.message).toMatch(/ECONNREFUSED.*given up after 3 tries/);
  });

  test("a stalled connection is given up and gone on with", async () => {
    const target = newTarget();
    const address = server.serve("a", { content: CONTENT, behaviours: [{ stallAfter: 10_000 }] });
    await run(address, target, { stallMilliseconds: 200 });
    expect(readFileSync(target)).toEqual(CONTENT);
    expect(server.requests[1].range).toBe("bytes=10000-");
  });

  test("a server that never answers is named with what it did", async () => {
    const behaviours = Array.from({ length: 3 }, () => ({ stallAfter: 0 }));
    const address = server.serve("a", { content: CONTENT, behaviours });
    const error = await failure(run(address, newTarget(), { stallMilliseconds: 100 }));
    expect(error.message).toMatch(/nothing arrived for 0.1 s/);
  });
});

describe("redirects", () => {
  const to = (location: string) => ({ status: 302, headers: { location } });

  test("are followed, relative ones too", async () => {
    const target = newTarget();
    server.serve("there/b", { content: CONTENT });
    await run(server.serve("there/a", { content: OTHER, behaviours: [to("b")] }), target);
    expect(readFileSync(target)).toEqual(CONTENT);
  });

  test("lead from https only to https, and nowhere but to the web", () => {
    expect(redirectTarget("https://a.org/x/y", "z")).toBe("https://a.org/x/z");
    expect(redirectTarget("http://a.org/x", "https://b.org/x")).toBe("https://b.org/x");
    for (const [from, to] of [
      ["https://a.org/x", "http://a.org/x"],
      ["http://a.org/x", "file:///etc/passwd"],
    ]) {
      expect(() => redirectTarget(from, to)).toThrow(expect.objectContaining({ code: "TS_TRUTH_UNAVAILABLE" }));
    }
  });

  test("in a circle are given up at once", async () => {
    const behaviours = Array.from({ length: 50 }, () => to("/a"));
    const error = await failure(run(server.serve("a", { content: CONTENT, behaviours }), newTarget()));
    expect(error).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE" });
    expect(error.message).toMatch(/redirects more than 5 times/);
    expect(server.requests).toHaveLength(6);
  });

  test("to what is no address of a file are refused", async () => {
    const error = await failure(
      run(server.serve("a", { content: CONTENT, behaviours: [to("http://[")] }), newTarget()),
    );
    expect(error.message).toMatch(/redirects to an address that is none/);
  });
});

describe("a disk that does not take it", () => {
  test("is named with the file", async () => {
    const target = newTarget();
    mkdirSync(`${target}.part`, { recursive: true });
    const error = await failure(run(server.serve("a", { content: CONTENT }), target));
    expect(error).toMatchObject({ code: "TS_TRUTH_UNWRITABLE", details: { file: target } });
  });

  const smallDisk = mountSmallDisk();
  if (smallDisk === null) console.warn("SKIPPED: a full disk, since this process may not mount a small one");
  afterAll(() => {
    if (smallDisk === null) return;
    execFileSync("umount", [smallDisk]);
    rmSync(smallDisk, { recursive: true });
  });

  test.skipIf(smallDisk === null)("is told of beforehand where the size is known", async () => {
    const target = join(smallDisk as string, "a");
    const error = await failure(run(server.serve("a", { content: Buffer.alloc(600_000) }), target));
    expect(error.code).toBe("TS_TRUTH_UNWRITABLE");
    expect(error.message).toMatch(/600000 bytes are still to come, \d+ are free/);
  });

  test.skipIf(smallDisk === null)("is told of when it is full, and what has arrived can be gone on with", async () => {
    const target = join(smallDisk as string, "b");
    const content = Buffer.alloc(600_000, "full");
    const error = await failure(run(server.serve("a", { content, length: false }), target));
    expect(error.code).toBe("TS_TRUTH_UNWRITABLE");
    expect(error.message).toMatch(/ENOSPC/);
    expect(existsSync(target)).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  /** A folder on a disk of half a megabyte; null where this process may not mount one. */
  function mountSmallDisk(): string | null {
    const at = mkdtempSync(join(tmpdir(), "touchstone-small-"));
    if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", at]).status === 0) return at;
    rmSync(at, { recursive: true });
    return null;
  }
});
