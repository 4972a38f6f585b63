import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  CONTENT,
  downloadFixture,
  expectBytes,
  failure,
  filesIn,
  OTHER,
  requireContent,
  run,
  sha256,
} from "./download-fixture.ts";

const { server, newTarget } = downloadFixture();

describe("a whole file", () => {
  test("is put in place with its hashes, and nothing beside it", async () => {
    const target = newTarget();
    const seen: (number | null)[][] = [];
    const result = await run(server.serve("a", { content: CONTENT }), target, {
      onProgress: (bytes, total) => seen.push([bytes, total]),
    });
    expectBytes(target, CONTENT);
    expect(result).toMatchObject({ bytes: CONTENT.length, sha256: sha256(CONTENT), resumedFrom: 0 });
    expect(result.md5).toBe(createHash("md5").update(CONTENT).digest("hex"));
    expect(filesIn(target)).toEqual(["file.vcf.gz"]);
    expect(seen[0]).toEqual([0, CONTENT.length]);
    expect(seen.at(-1)).toEqual([CONTENT.length, CONTENT.length]);
  });

  test("of a server that does not say its length", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, length: false }), target);
    expectBytes(target, CONTENT);
  });

  describe("of a server that tells its end only by closing the connection", () => {
    const silent = { content: CONTENT, length: false, chunked: false };

    test("is whole when it has the size that is known beforehand, and a shorter one is gone on with", async () => {
      const target = newTarget();
      const address = server.serve("a", { ...silent, behaviours: [{ cutAfter: 30_000 }] });
      await run(address, target, { size: CONTENT.length });
      expectBytes(target, CONTENT);
      expect(server.requests.map(({ range }) => range)).toEqual([undefined, "bytes=30000-"]);
    });

    test("is refused where neither size nor checksum tell it from a part", async () => {
      const target = newTarget();
      const error = await failure(run(server.serve("a", { ...silent, behaviours: [{ cutAfter: 30_000 }] }), target));
      expect(error.code).toBe("TS_TRUTH_UNAVAILABLE");
      expect(error.message).toMatch(/does not tell how long the file is or where it ends/);
      expect(filesIn(target)).toEqual([]);
      await run(server.serve("a", silent), target, { hasChecksum: true, check: requireContent });
      expectBytes(target, CONTENT);
    });
  });

  test("of no bytes at all", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: Buffer.alloc(0) }), target);
    expectBytes(target, Buffer.alloc(0));
  });

  test("keeps the bytes of a .gz that the server calls packed", async () => {
    const target = newTarget();
    const packed = Buffer.from(execFileSync("gzip", ["-c"], { input: "chr1\n" }));
    const behaviours = [{ headers: { "content-encoding": "x-gzip" } }];
    await run(server.serve("a.vcf.gz", { content: packed, behaviours }), target);
    expectBytes(target, packed);
  });

  test("is refused where a server packs a file that is not to be packed", async () => {
    const behaviours = [{ headers: { "content-encoding": "gzip" } }];
    const address = server.serve("a.bed", { content: CONTENT, behaviours });
    expect(await failure(run(address, newTarget()))).toMatchObject({ code: "TS_TRUTH_UNAVAILABLE" });
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

test.each([5, CONTENT.length + 5])("a file that turns out to be of another size than %i is refused", async (size) => {
  const target = newTarget();
  const error = await failure(run(server.serve("a", { content: CONTENT, length: false }), target, { size }));
  expect(error).toMatchObject({ code: "TS_TRUTH_CHECKSUM_MISMATCH", details: { seen: "100000 bytes" } });
  expect(filesIn(target)).toEqual([]);
  expect(server.requests).toHaveLength(1);
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
