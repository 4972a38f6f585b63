import { afterAll, describe, expect, test } from "vitest";
import { bgzfOf, TemporaryFolder, withExtraSubfield } from "../../test/bgzf-fixtures.ts";
import { numbers } from "../../test/vcf-fixtures.ts";
import { FormatError } from "../error.ts";
import { BGZF_EOF, deflateBlock } from "./deflate.ts";
import { readBgzf } from "./read-bgzf.ts";
import { TextFile } from "./text-file.ts";
import { END_OF_FILE } from "./virtual-position.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const PIECES = ["chr1\t100\tA\tC\n", "chr1\t200\tG\tT\nchr2\t5", "", "\tTT\tT\n"];
const EMPTY_PIECE = 2;
const TEXT = PIECES.join("");

/** What a reader made of a file: its text, or the error. */
type Outcome = string | FormatError;

async function streamed(bytes: Buffer): Promise<Outcome> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of readBgzf([bytes], { name: "damaged.gz" })) chunks.push(chunk);
    return Buffer.concat(chunks).toString("latin1");
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

async function randomAccess(bytes: Buffer): Promise<Outcome> {
  try {
    const file = TextFile.open(folder.write("damaged.gz", bytes));
    try {
      return file.read(0, END_OF_FILE).toString("latin1");
    } finally {
      file.close();
    }
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
}

const READERS = [
  ["readBgzf", streamed],
  ["TextFile", randomAccess],
] as const;

const FILES: readonly (readonly [string, { bytes: Buffer; blockStarts: number[] }])[] = [
  ["usual blocks", bgzfOf(PIECES)],
  ["stored blocks", bgzfOf(PIECES, 0)],
  ["blocks with an unknown subfield", withSubfields()],
];

function withSubfields(): { bytes: Buffer; blockStarts: number[] } {
  const blocks = PIECES.map((piece) => withExtraSubfield(deflateBlock(Buffer.from(piece), 6)));
  const blockStarts = blocks.map((_, i) => Buffer.concat(blocks.slice(0, i)).length);
  const bytes = Buffer.concat([...blocks, BGZF_EOF]);
  return { bytes, blockStarts: [...blockStarts, bytes.length - BGZF_EOF.length] };
}

function blockOf(blockStarts: readonly number[], byte: number): number {
  return blockStarts.findLast((start) => start <= byte) as number;
}

describe.each(READERS)("%s", (_, read) => {
  test.each(FILES)("reads %s", async (_name, { bytes }) => {
    expect(await read(bytes)).toBe(TEXT);
  });

  test.each(FILES)("names the block of any byte that is changed in %s", async (_name, { bytes, blockStarts }) => {
    let harmless = 0;
    for (let byte = 0; byte < bytes.length; byte++) {
      for (const mask of [0x01, 0x10, 0x80, 0xff]) {
        const damaged = Buffer.from(bytes);
        damaged[byte] ^= mask;
        const outcome = await read(damaged);
        const where = `byte ${byte} ^ ${mask}`;
        if (outcome === TEXT) {
          harmless++;
          continue;
        }
        expect(outcome, where).toBeInstanceOf(FormatError);
        const { code, details } = outcome as FormatError;
        expect(code, where).toMatch(/^TS_BGZF_(CORRUPT|TRUNCATED)$/);
        expect(details.offset, where).toBe(blockOf(blockStarts, byte));
      }
    }
    // Time, XFL and system bytes of the headers, and a few bits of the deflate streams that nothing depends on.
    expect(harmless).toBeGreaterThan(0);
    expect(harmless / (4 * bytes.length)).toBeLessThan(0.4);
  });

  test.each(FILES)("notices a cut at any byte of %s", async (_name, { bytes, blockStarts }) => {
    for (let size = 1; size < bytes.length; size++) {
      const outcome = await read(bytes.subarray(0, size));
      if (size === blockStarts[EMPTY_PIECE + 1]) {
        // Cut just after an empty block, which is how a whole file ends.
        expect(outcome).toBe(PIECES.slice(0, EMPTY_PIECE).join(""));
        continue;
      }
      expect(outcome, `${size} bytes`).toBeInstanceOf(FormatError);
      const { code, details } = outcome as FormatError;
      expect(code, `${size} bytes`).toBe("TS_BGZF_TRUNCATED");
      expect(details.offset, `${size} bytes`).toBe(blockOf(blockStarts, size));
    }
  });

  test("calls a file without bytes empty", async () => {
    expect(await read(Buffer.alloc(0))).toMatchObject({ code: "TS_FILE_EMPTY" });
  });

  test("reads concatenated files", async () => {
    const { bytes } = bgzfOf(["a\n", "b\n"]);
    expect(await read(Buffer.concat([bytes, bytes, BGZF_EOF]))).toBe("a\nb\na\nb\n");
  });

  test("refuses bytes after the last block", async () => {
    const { bytes } = bgzfOf(["a\n"]);
    const outcome = await read(Buffer.concat([bytes, Buffer.from("trailing garbage, longer than a header")]));
    expect(outcome).toMatchObject({ code: "TS_BGZF_CORRUPT", details: { offset: bytes.length } });
  });

  test("refuses a block that hides another one behind its size", async () => {
    const blocks = [deflateBlock(Buffer.alloc(0), 6), deflateBlock(Buffer.from("text\n"), 6)];
    const bytes = Buffer.concat([...blocks, BGZF_EOF]);
    bytes.writeUInt16LE(blocks[0].length + blocks[1].length - 1, 16);
    expect(await read(bytes)).toMatchObject({ code: "TS_BGZF_CORRUPT", details: { offset: 0 } });
  });
});

describe("damage in a file of large blocks", () => {
  // Stored blocks: as large as blocks can be, so that looking for the next one goes as far as it can.
  const next = numbers(29);
  const pieces = Array.from({ length: 7 }, () => Array.from({ length: 65_280 }, () => "ACGT\n"[next(5)]).join(""));
  const { bytes, blockStarts } = bgzfOf(pieces, 0);

  /** Reads the file cut in pieces, as workers do. */
  function readInPieces(content: Buffer): FormatError | null {
    const path = folder.write("large.gz", content);
    try {
      const file = TextFile.open(path);
      const cuts = [100_000, 200_000, 300_000, 400_000].map((offset) => file.firstLineAfter(offset));
      [0, ...cuts].forEach((from, i) => {
        file.read(from, cuts[i] ?? END_OF_FILE);
      });
      file.close();
      return null;
    } catch (error) {
      if (error instanceof FormatError) return error;
      throw error;
    }
  }

  test("is found by whoever reads that piece of the file", () => {
    expect(readInPieces(bytes)).toBeNull();
    for (const start of blockStarts) {
      for (const place of [0, 1, 2, 3, 10, 12, 14, 16, 17, 18, 22, 25]) {
        const damaged = Buffer.from(bytes);
        damaged[start + place] ^= 0x55;
        expect(readInPieces(damaged), `byte ${place} of the block at ${start}`).toMatchObject({
          code: expect.stringMatching(/^TS_BGZF_/),
          details: { offset: start },
        });
      }
    }
  });

  test("names the block in which a file is cut off", () => {
    for (let i = 0; i < 40; i++) {
      const size = 1 + next(bytes.length - 1);
      expect(readInPieces(bytes.subarray(0, size)), `${size} bytes`).toMatchObject({
        code: "TS_BGZF_TRUNCATED",
        details: { offset: blockOf(blockStarts, size) },
      });
    }
  });
});
