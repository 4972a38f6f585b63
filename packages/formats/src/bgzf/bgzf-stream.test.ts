import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { bgzfOf, cut, TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { FormatError } from "../error.ts";
import { BgzfEncoder } from "./bgzf-encoder.ts";
import { BgzfWriter } from "./bgzf-writer.ts";
import { BGZF_EOF, BLOCK_TEXT_SIZE, deflateBlock } from "./deflate.ts";
import { inflateBlock } from "./inflate.ts";
import { type ReadBgzfOptions, readBgzf } from "./read-bgzf.ts";
import { TextFile } from "./text-file.ts";
import { END_OF_FILE } from "./virtual-position.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const SEED = 20260302;

async function textOf(source: Parameters<typeof readBgzf>[0], options: ReadBgzfOptions = {}): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readBgzf(source, options)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function chunksOf(bytes: Buffer, lengths: readonly number[]): Buffer[] {
  return cut(bytes.toString("latin1"), lengths).map((piece) => Buffer.from(piece, "latin1"));
}

/** Some MB of text that compresses about as a VCF file does, of many blocks. */
function longText(lines: number): string {
  let state = 1;
  return Array.from({ length: lines }, (_, i) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return `chr1\t${i * 37}\t.\t${"ACGT"[state >>> 30]}\t${"ACGT"[(state >>> 12) & 3]}\t${state >>> 20}\tPASS\n`;
  }).join("");
}

describe("deflateBlock and inflateBlock", () => {
  test("round-trip at every level, text that does not compress included", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 0, max: 9 }), (data, level) => {
        const block = deflateBlock(data, level);
        expect(inflateBlock(block, 0, 0, "block")).toEqual({ text: Buffer.from(data), blockSize: block.length });
      }),
      { seed: SEED, numRuns: 100 },
    );
    const noise = Uint8Array.from({ length: BLOCK_TEXT_SIZE }, (_, i) => (Math.imul(i, 2_654_435_761) >>> 13) & 0xff);
    for (const level of [0, 1, 6, 9])
      expect(inflateBlock(deflateBlock(noise, level), 0, 0, "block").text).toEqual(Buffer.from(noise));
  });

  test("refuse more than a block takes", () => {
    expect(() => deflateBlock(new Uint8Array(BLOCK_TEXT_SIZE + 1), 6)).toThrow(RangeError);
  });
});

describe("readBgzf", () => {
  test("does not depend on how the bytes arrive", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 200 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 5 }),
        async (text, blockLengths, chunkLengths) => {
          const { bytes } = bgzfOf(cut(text, blockLengths));
          expect(await textOf(chunksOf(bytes, chunkLengths))).toBe(text);
        },
      ),
      { seed: SEED, numRuns: 100 },
    );
  });

  test.each([0, 1, 3])("reads a file in %i worker threads", async (threads) => {
    const text = longText(120_000);
    const path = folder.at("long.gz");
    const writer = await BgzfWriter.create(path, { level: 1 });
    await writer.write(text);
    await writer.close();
    expect((await textOf(path, { threads })) === text).toBe(true);
  });

  test("names the first damaged block when workers read", async () => {
    const { bytes, blockStarts } = bgzfOf(cut(longText(5000), [10_000]));
    for (const block of [3, 7]) bytes[blockStarts[block] + 40] ^= 0xff;
    const damaged = textOf(chunksOf(bytes, [20_000]), { threads: 2, name: "long.gz" });
    await expect(damaged).rejects.toMatchObject({ code: "TS_BGZF_CORRUPT", details: { offset: blockStarts[3] } });
  });

  test("reports damage before a broken header when workers read", async () => {
    const { bytes, blockStarts } = bgzfOf(cut(longText(5000), [10_000]));
    bytes[blockStarts[2] + 40] ^= 0xff;
    bytes[blockStarts[4]] = 0;
    const damaged = textOf([bytes], { threads: 2 });
    await expect(damaged).rejects.toMatchObject({ code: "TS_BGZF_CORRUPT", details: { offset: blockStarts[2] } });
  });

  test("stops its workers when the reader stops early", async () => {
    const { bytes } = bgzfOf(cut(longText(20_000), [30_000]));
    for await (const chunk of readBgzf(chunksOf(bytes, [50_000]), { threads: 2 })) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });

  test("says that a file is missing", async () => {
    await expect(textOf(folder.at("absent.gz"))).rejects.toMatchObject({ code: "TS_FILE_NOT_FOUND" });
  });
});

describe("BgzfWriter", () => {
  test("writes what it was given, with virtual offsets at which it is found again", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ minLength: 1, maxLength: 30_000, unit: "binary-ascii" }), { maxLength: 12 }),
        async (pieces) => {
          const path = folder.at("written.gz");
          const writer = await BgzfWriter.create(path);
          const offsets: number[] = [];
          for (const piece of pieces) {
            offsets.push(writer.virtualOffset);
            await writer.write(piece);
          }
          expect(await writer.close()).toBe(readFileSync(path).length);
          expect(gunzipSync(readFileSync(path)).toString()).toBe(pieces.join(""));
          const file = TextFile.open(path);
          offsets.forEach((offset, i) => {
            expect(file.read(offset, offsets[i + 1] ?? END_OF_FILE).toString()).toBe(pieces[i]);
          });
          file.close();
        },
      ),
      { seed: SEED, numRuns: 30 },
    );
  });

  test("closes every file with the empty block", async () => {
    const blocks: Buffer[] = [];
    const writer = BgzfWriter.to((block) => void blocks.push(block));
    await writer.close();
    expect(Buffer.concat(blocks)).toEqual(Buffer.from(BGZF_EOF));
  });

  test("leaves nothing before it is closed or after it is aborted", async () => {
    const path = folder.at("given-up.gz");
    const writer = await BgzfWriter.create(path);
    await writer.write(longText(5000));
    expect(existsSync(path)).toBe(false);
    await writer.abort();
    expect(readdirSync(folder.path).filter((name) => name.startsWith("given-up"))).toEqual([]);
  });

  test("says that it cannot write", async () => {
    await expect(BgzfWriter.create(folder.at("no/such/folder.gz"))).rejects.toMatchObject({
      code: "TS_FILE_UNWRITABLE",
    });
    const writer = await BgzfWriter.create(folder.path);
    await expect(writer.close()).rejects.toBeInstanceOf(FormatError);
  });

  test("passes on what its sink throws", async () => {
    const writer = BgzfWriter.to(() => Promise.reject(new RangeError("sink is full")));
    await expect(writer.close()).rejects.toThrow("sink is full");
  });
});

describe("BgzfEncoder", () => {
  test("makes runs of blocks that can be joined", () => {
    const runs = ["one\n", "two\n".repeat(40_000)].map((text) => {
      const blocks: Buffer[] = [];
      const encoder = new BgzfEncoder((block) => blocks.push(block), 1);
      encoder.write(Buffer.from(text));
      encoder.endBlock();
      expect(encoder.sizeBytes).toBe(Buffer.concat(blocks).length);
      expect(encoder.virtualOffset).toBe(encoder.sizeBytes * 65_536);
      return Buffer.concat(blocks);
    });
    expect(gunzipSync(Buffer.concat([...runs, BGZF_EOF])).toString()).toBe(`one\n${"two\n".repeat(40_000)}`);
  });
});

describe.skipIf(!toolAvailable("bgzip"))("bgzip (skipped when it is not installed)", () => {
  test("reads what is written here, and is read here", async () => {
    const text = longText(50_000);
    const path = folder.at("ours.gz");
    const writer = await BgzfWriter.create(path);
    await writer.write(text);
    await writer.close();
    execFileSync("bgzip", ["--test", path]);
    expect(execFileSync("bgzip", ["-dc", path], { maxBuffer: 1e9 }).toString() === text).toBe(true);
    for (const level of ["0", "1", "9"]) {
      const theirs = execFileSync("bgzip", ["-c", "-l", level], { input: text, maxBuffer: 1e9 });
      expect((await textOf(folder.write("theirs.gz", theirs))) === text).toBe(true);
    }
  });
});
