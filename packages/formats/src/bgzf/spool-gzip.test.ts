import { existsSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { spoolGzip } from "./spool-gzip.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const TEXT = "chr1\t1\tA\tC\n".repeat(10_000);

describe("spoolGzip", () => {
  test("writes the text of all members", async () => {
    const target = folder.at("text");
    await spoolGzip(folder.write("two.gz", Buffer.concat([gzipSync(TEXT), gzipSync("end\n")])), target);
    expect(readFileSync(target, "latin1") === `${TEXT}end\n`).toBe(true);
  });

  test.each([
    ["cut off", (bytes: Buffer) => bytes.subarray(0, bytes.length - 9)],
    ["damaged", (bytes: Buffer) => bytes.fill(0x55, 40, 60)],
    ["with a wrong checksum", (bytes: Buffer) => bytes.fill(0x55, bytes.length - 8, bytes.length - 4)],
  ])("refuses a file that is %s, and leaves no text", async (_, damage) => {
    const target = folder.at("damaged-text");
    const path = folder.write("damaged.gz", damage(gzipSync(TEXT)));
    await expect(spoolGzip(path, target)).rejects.toMatchObject({ code: "TS_GZIP_CORRUPT", details: { file: path } });
    expect(existsSync(target)).toBe(false);
  });

  test("says what it cannot read or write", async () => {
    const good = folder.write("good.gz", gzipSync(TEXT));
    const absent = folder.at("absent.gz");
    const taken = folder.write("taken", "keep me");
    const noFolder = folder.at("no/such/folder");
    const fails = (path: string, target: string) => expect(spoolGzip(path, target)).rejects;
    await fails(absent, folder.at("x")).toMatchObject({ code: "TS_FILE_NOT_FOUND", details: { file: absent } });
    await fails(folder.path, folder.at("x")).toMatchObject({
      code: "TS_FILE_UNREADABLE",
      details: { file: folder.path },
    });
    await fails(good, noFolder).toMatchObject({ code: "TS_FILE_UNWRITABLE", details: { file: noFolder } });
    await fails(good, taken).toMatchObject({ code: "TS_FILE_UNWRITABLE", details: { file: taken } });
    expect(readFileSync(taken, "latin1")).toBe("keep me");
    expect(existsSync(folder.at("x"))).toBe(false);
  });
});
