import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { ServedFile } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
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

describe("a cut connection", () => {
  test("is gone on with, by the ETag, as often as it brings bytes", async () => {
    const target = newTarget();
    const behaviours = [30_000, 30_000, 1, 1, 1, 1].map((cutAfter) => ({ cutAfter }));
    await run(server.serve("a", { content: CONTENT, behaviours }), target);
    expectBytes(target, CONTENT);
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
    expectBytes(target, CONTENT);
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
    expectBytes(target, CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual([undefined, undefined]);
  });

  test("begins anew on a server without ranges", async () => {
    const target = newTarget();
    await run(server.serve("a", { content: CONTENT, ranges: false, behaviours: [{ cutAfter: 50_000 }] }), target);
    expectBytes(target, CONTENT);
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
    expectBytes(target, CONTENT);
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
        expectBytes(target, bytes);
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
    expectBytes(target, OTHER);
    expect(result.sha256).toBe(sha256(OTHER));
  });

  test("is not glued by a server that does not look at If-Range", async () => {
    const [address, target] = await leave(60_000);
    server.serve("a", { content: OTHER, etag: '"2"', ignoresIfRange: true });
    await run(address, target);
    expectBytes(target, OTHER);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("is not glued to an answer that says nothing of which file it is", async () => {
    const [address, target] = await leave(60_000);
    const unnamed = { content: OTHER, ranges: true, length: true, ignoresIfRange: true };
    server.files.set("a", unnamed);
    await run(address, target);
    expectBytes(target, OTHER);
    const [, weak] = await leave(60_000);
    server.files.set("a", { ...unnamed, etag: 'W/"2"' });
    await run(address, weak);
    expectBytes(weak, OTHER);
  });

  test("is not glued to an answer of another ETag and the same Last-Modified", async () => {
    const lastModified = "Wed, 01 Jan 2025 00:00:00 GMT";
    const [address, target] = await leave(60_000, { content: CONTENT, lastModified });
    server.files.set("a", { content: OTHER, lastModified, ranges: true, length: true, ignoresIfRange: true });
    await run(address, target);
    expectBytes(target, OTHER);
  });

  test("learns from the next answer how long the whole is", async () => {
    const [address, target] = await leave(60_000, { content: CONTENT, length: false });
    server.serve("a", { content: CONTENT, length: false, chunked: false, behaviours: [{ cutAfter: 10_000 }] });
    await run(address, target);
    expectBytes(target, CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", "bytes=70000-"]);
  });

  test("is dropped where nobody says how long the whole is", async () => {
    const [address, target] = await leave(60_000, { content: CONTENT, length: false });
    const behaviours = [{ headers: { "content-range": "bytes 60000-99999/*" } }];
    server.serve("a", { content: CONTENT, length: false, behaviours });
    await run(address, target);
    expectBytes(target, CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("is not glued to another part than was asked for", async () => {
    const [address, target] = await leave(60_000);
    const behaviours = [{ headers: { "content-range": "bytes 59999-99999/100000" } }];
    server.serve("a", { content: CONTENT, behaviours });
    await run(address, target);
    expectBytes(target, CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("is dropped where the file is shorter now", async () => {
    const [address, target] = await leave(60_000);
    server.serve("a", { content: CONTENT.subarray(0, 50_000), ignoresIfRange: true });
    await run(address, target);
    expectBytes(target, CONTENT.subarray(0, 50_000));
  });

  test("is dropped for another address", async () => {
    const [, target] = await leave(60_000);
    await run(server.serve("b", { content: OTHER }), target);
    expectBytes(target, OTHER);
    expect(server.requests[0].range).toBeUndefined();
  });

  test("is dropped where its state cannot be read", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part.json`, "{");
    await run(address, target);
    expectBytes(target, CONTENT);
    expect(server.requests[0].range).toBeUndefined();
  });

  test("loses what came after the last byte that was surely on the disk", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part`, Buffer.concat([CONTENT.subarray(0, 60_000), Buffer.alloc(500)]));
    await run(address, target);
    expectBytes(target, CONTENT);
    expect(server.requests[0].range).toBe("bytes=60000-");
  });

  test("is fetched anew where it was damaged as it lay", async () => {
    const [address, target] = await leave(60_000);
    writeFileSync(`${target}.part`, Buffer.alloc(60_000));
    await run(address, target, { check: requireContent });
    expectBytes(target, CONTENT);
    expect(server.requests.map(({ range }) => range)).toEqual(["bytes=60000-", undefined]);
  });

  test("that is whole needs no request", async () => {
    const [address, target] = await leave(60_000);
    const state = JSON.parse(readFileSync(`${target}.part.json`, "utf8")) as object;
    writeFileSync(`${target}.part`, CONTENT);
    writeFileSync(`${target}.part.json`, JSON.stringify({ ...state, bytes: CONTENT.length }));
    await run(address, target, { check: requireContent });
    expectBytes(target, CONTENT);
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
    expectBytes(target, CONTENT);
  });
});
