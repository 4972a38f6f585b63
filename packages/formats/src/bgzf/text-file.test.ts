import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { bgzfOf, cut, TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { FormatError } from "../error.ts";
import { BGZF_EOF, deflateBlock } from "./deflate.ts";
import { TextFile } from "./text-file.ts";
import { blockOffsetOf, END_OF_FILE, virtualPosition, withinBlockOf } from "./virtual-position.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const SEED = 20260301;

/** Lines of very different length, some empty, the last one with or without its newline. */
const texts = fc
  .tuple(
    fc.array(
      fc.oneof(fc.constant(""), fc.string({ unit: "grapheme-ascii", maxLength: 12 }), fc.constant("x".repeat(90))),
    ),
    fc.boolean(),
  )
  .map(([lines, closed]) => lines.map((line) => line.replaceAll("\n", " ")).join("\n") + (closed ? "\n" : ""))
  .filter((text) => text.length > 0);
const blockLengths = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 8 });

/** A text file under test with a map from its text to virtual positions. */
interface Case {
  readonly file: TextFile;
  readonly text: string;
  /** Virtual position of byte i of the text, and END_OF_FILE for its end. */
  readonly positions: number[];
}

function plain(text: string): Case {
  const file = TextFile.open(folder.write("text", text));
  return { file, text, positions: [...Array(text.length).keys(), END_OF_FILE] };
}

function packed(text: string, lengths: readonly number[]): Case {
  const pieces = cut(text, lengths);
  const { bytes, blockStarts } = bgzfOf(pieces);
  const positions = pieces.flatMap((piece, block) =>
    Array.from(piece, (_, within) => virtualPosition(blockStarts[block], within)),
  );
  return { file: TextFile.open(folder.write("text.gz", bytes)), text, positions: [...positions, END_OF_FILE] };
}

function forAll(check: (given: Case, pick: (limit: number) => number) => void): void {
  fc.assert(
    fc.property(texts, blockLengths, fc.infiniteStream(fc.nat()), fc.boolean(), (text, lengths, numbers, isPlain) => {
      const given = isPlain ? plain(text) : packed(text, lengths);
      try {
        check(given, (limit) => (numbers.next().value as number) % limit);
      } finally {
        given.file.close();
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
}

/** Where lines start in the text. */
function lineStarts(text: string): number[] {
  const starts = text.length > 0 ? [0] : [];
  for (let i = 0; i < text.length - 1; i++) if (text[i] === "\n") starts.push(i + 1);
  return starts;
}

describe("TextFile", () => {
  test("reads any range of positions", () => {
    forAll(({ file, text, positions }, pick) => {
      for (let i = 0; i < 8; i++) {
        const from = pick(text.length + 1);
        const to = from + pick(text.length + 1 - from);
        expect(file.read(positions[from], positions[to]).toString()).toBe(text.slice(from, to));
      }
      expect(file.read(0, END_OF_FILE).toString()).toBe(text);
    });
  });

  test("walks the lines", () => {
    forAll(({ file, text, positions }) => {
      const starts = lineStarts(text);
      let position = file.firstLineAfter(0);
      for (const start of starts) {
        expect(position).toBe(positions[start]);
        expect(file.lineAt(position).toString()).toBe(text.slice(start).split("\n", 1)[0]);
        position = file.lineAfter(position);
      }
      expect(position).toBe(END_OF_FILE);
    });
  });

  test("cut at any bytes of the file gives every line to one piece", () => {
    forAll(({ file, text, positions }, pick) => {
      const offsets = Array.from({ length: 5 }, () => pick(file.sizeBytes + 1)).sort((a, b) => a - b);
      const cuts = [0, ...offsets.map((offset) => file.firstLineAfter(offset)), END_OF_FILE];
      const pieces = cuts.slice(1).map((to, i) => file.read(cuts[i], to).toString());
      expect(pieces.join("")).toBe(text);
      const starts = new Set(lineStarts(text).map((start) => positions[start]));
      for (const start of cuts.slice(1, -1)) expect(start === END_OF_FILE || starts.has(start)).toBe(true);
    });
  });

  test("finds the first line after the first newline from a byte on", () => {
    forAll(({ file, text, positions }) => {
      const starts = lineStarts(text);
      const isPlain = file.compression === "plain";
      // From which byte on a line is not found any more: its own, or the block's that holds the newline before it.
      const lastBytes = starts.map((start) => (isPlain || start === 0 ? start : blockOffsetOf(positions[start - 1])));
      const found: number[] = [];
      const expected: number[] = [];
      for (let offset = 1, line = 0; offset <= file.sizeBytes; offset++) {
        while (line < starts.length && lastBytes[line] < offset) line++;
        found.push(file.firstLineAfter(offset));
        expected.push(line < starts.length ? positions[starts[line]] : END_OF_FILE);
      }
      expect(found).toEqual(expected);
    });
  });

  test("knows the place of a position in the file", () => {
    forAll(({ file, positions }) => {
      const isPlain = file.compression === "plain";
      const offsets = positions.slice(0, -1).map((position) => (isPlain ? position : blockOffsetOf(position)));
      expect(positions.map((position) => file.fileOffsetOf(position))).toEqual([...offsets, file.sizeBytes]);
      expect(positions.map((position) => file.canonical(position))).toEqual(positions);
    });
  });

  test("moves the end of a block to the next block with text", () => {
    const { bytes, blockStarts } = bgzfOf(["ab\n", "", "cd\n"]);
    const file = TextFile.open(folder.write("text.gz", bytes));
    expect(file.canonical(virtualPosition(blockStarts[0], 3))).toBe(virtualPosition(blockStarts[2], 0));
    expect(file.canonical(virtualPosition(blockStarts[2], 3))).toBe(END_OF_FILE);
    file.close();
  });

  test("finds a line that starts several full blocks later", () => {
    const long = "ACGT".repeat(60_000);
    const { file, positions } = packed(`${long}\nshort\n${long}\n`, [65_280]);
    expect(file.firstLineAfter(1)).toBe(positions[long.length + 1]);
    expect(file.lineAt(file.lineAfter(file.firstLineAfter(1))).toString()).toBe(long);
    file.close();
  });

  test("is not misled by what looks like a block header within a block", () => {
    const decoy = deflateBlock(Buffer.from("inner\n"), 6).subarray(0, 18);
    const block = deflateBlock(Buffer.concat([Buffer.from("first\n"), decoy, Buffer.from("\nlast\n")]), 0);
    expect(block.includes(decoy, 18)).toBe(true);
    const file = TextFile.open(folder.write("text.gz", Buffer.concat([block, block, BGZF_EOF])));
    expect(file.firstLineAfter(1)).toBe(virtualPosition(block.length, 6));
    expect(file.firstLineAfter(block.length + 1)).toBe(END_OF_FILE);
    file.close();
  });
});

describe("TextFile.open", () => {
  const errorOf = (path: string): FormatError => {
    try {
      TextFile.open(path).close();
    } catch (error) {
      if (error instanceof FormatError) return error;
      throw error;
    }
    throw new Error("no error");
  };

  test.each([
    ["TS_FILE_NOT_FOUND", () => folder.at("absent")],
    ["TS_FILE_UNREADABLE", () => folder.path],
    ["TS_FILE_EMPTY", () => folder.write("empty", "")],
    ["TS_GZIP_NOT_BGZF", () => folder.write("plain.gz", gzipSync("text\n"))],
  ])("throws %s", (code, path) => {
    const error = errorOf(path());
    expect(error.code).toBe(code);
    expect(error.details.file).toBe(path());
    expect(error.message).toContain(path());
  });
});

describe("a position that is no place of the text", () => {
  test("is an error of who made it", () => {
    const { bytes, blockStarts } = bgzfOf(["abc\n", "def\n"]);
    const file = TextFile.open(folder.write("text.gz", bytes));
    const beyond = virtualPosition(blockStarts[0], 5);
    expect(withinBlockOf(beyond)).toBe(5);
    const invalid = expect.objectContaining({
      code: "TS_INDEX_INVALID",
      details: expect.objectContaining({ offset: 0 }),
    });
    expect(() => file.lineAt(beyond)).toThrow(invalid);
    expect(() => file.read(0, beyond)).toThrow(invalid);
    const noBlock = virtualPosition(blockStarts[1] - 1, 0);
    const corrupt = expect.objectContaining({ code: "TS_BGZF_CORRUPT" });
    expect(() => file.lineAt(noBlock)).toThrow(corrupt);
    expect(() => file.read(0, noBlock)).toThrow(corrupt);
    expect(() => file.read(noBlock, END_OF_FILE)).toThrow(corrupt);
    file.close();
  });
});
