import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FormatError } from "../error.ts";
import { formatFai } from "./fai.ts";
import { FastaReader } from "./fasta-reader.ts";
import { formatFasta } from "./format-fasta.ts";

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fasta-"));
  path = join(folder, "reference.fa");
});
afterAll(() => rmSync(folder, { recursive: true }));

function bases(reader: FastaReader, contig: number, start: number, end: number): string {
  reader.select(contig);
  const target = new Uint8Array(end - start);
  reader.copyBases(start, end, target, 0);
  return Buffer.from(target).toString("latin1");
}

function errorOf(action: () => unknown): FormatError {
  try {
    action();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

const sequence = fc.string({ unit: fc.constantFrom(..."ACGTNacgtnRY"), maxLength: 200 });
const text = fc.record({
  sequences: fc.array(sequence, { minLength: 1, maxLength: 5 }),
  lineBases: fc.integer({ min: 1, max: 70 }),
  crlf: fc.boolean(),
  lastNewline: fc.boolean(),
});

function toText(value: { sequences: string[]; lineBases: number; crlf: boolean; lastNewline: boolean }): string {
  const lines = value.sequences
    .map((s, i) => formatFasta(`s${i}`, s, value.lineBases).replace("\n", " described\n"))
    .join("");
  const ended = value.lastNewline ? lines : lines.slice(0, -1);
  return value.crlf ? ended.replaceAll("\n", "\r\n") : ended;
}

describe("FastaReader", () => {
  test("any part of any sequence is that part of the whole, in upper case, for any layout of lines", () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.nat(200)), (value, numbers) => {
        writeFileSync(path, toText(value));
        const reader = FastaReader.open(path);
        expect(reader.contigs).toEqual(value.sequences.map((s, i) => ({ name: `s${i}`, length: s.length })));
        value.sequences.forEach((s, contig) => {
          const [a, b] = [numbers.next().value % (s.length + 1), numbers.next().value % (s.length + 1)].sort(
            (x, y) => x - y,
          );
          expect(bases(reader, contig, a, b)).toBe(s.slice(a, b).toUpperCase());
          const at = numbers.next().value;
          expect(reader.baseAt(at)).toBe(at < s.length ? s.toUpperCase().charCodeAt(at) : 0);
          expect(reader.baseAt(-1)).toBe(0);
        });
        reader.close();
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  test("sequences larger than the window are read forward, backward and across its edges", () => {
    const long = "ACGTTGCA".repeat(400_000);
    writeFileSync(path, formatFasta("short", "ACGT") + formatFasta("long", long, 61));
    const reader = FastaReader.open(path);
    expect(bases(reader, 1, 0, long.length)).toBe(long);
    for (let at = long.length - 1; at >= 0; at -= 7919) expect(reader.baseAt(at)).toBe(long.charCodeAt(at));
    for (let at = 1_048_000; at < 1_049_000; at++) expect(reader.baseAt(at)).toBe(long.charCodeAt(at));
    expect(bases(reader, 0, 1, 4)).toBe("CGT");
    reader.close();
  });

  test("the index of one reader serves another, also after being posted", () => {
    writeFileSync(path, ">a\nACGT\nAC\n>b\nGG\n");
    const reader = FastaReader.open(path);
    const other = FastaReader.open(path, { index: structuredClone(reader.index) });
    expect(bases(other, other.contigNumber("b"), 0, 2)).toBe("GG");
    expect(other.contigNumber("c")).toBe(-1);
    reader.close();
    other.close();
  });

  test("copying beyond the sequence or the target is refused", () => {
    writeFileSync(path, ">a\nACGT\n");
    const reader = FastaReader.open(path);
    expect(() => reader.copyBases(0, 5, new Uint8Array(9), 0)).toThrow(RangeError);
    expect(() => reader.copyBases(0, 4, new Uint8Array(4), 1)).toThrow(RangeError);
    reader.close();
  });
});

describe("the .fai beside the file", () => {
  const write = (fasta: string, fai: string, faiAgeSeconds = 0): void => {
    writeFileSync(path, fasta);
    writeFileSync(`${path}.fai`, fai);
    const now = Date.now() / 1000;
    utimesSync(path, now, now);
    utimesSync(`${path}.fai`, now - faiAgeSeconds, now - faiAgeSeconds);
  };
  afterAll(() => rmSync(`${path}.fai`));

  test("is used", () => {
    write(">a\nACGT\n>b\nTT\n", "b\t2\t11\t2\t3\n");
    const reader = FastaReader.open(path);
    expect(reader.contigs).toEqual([{ name: "b", length: 2 }]);
    expect(reader.warnings).toEqual([]);
    expect(bases(reader, 0, 0, 2)).toBe("TT");
    reader.close();
  });

  test("is not used, with a warning, when it is older than the file", () => {
    write(">a\nACGT\n", "a\t2\t3\t2\t3\n", 10);
    const reader = FastaReader.open(path);
    expect(reader.contigs).toEqual([{ name: "a", length: 4 }]);
    expect(reader.warnings).toEqual([
      `${path}.fai is older than ${path}: it is not used, the index was made in memory`,
    ]);
    reader.close();
  });

  test("is refused when it reaches beyond the file", () => {
    write(">a\nACGT\n", "a\t4\t3\t4\t5\nb\t2\t11\t2\t3\n");
    const error = errorOf(() => FastaReader.open(path));
    expect(error.code).toBe("TS_INDEX_INVALID");
    expect(error.details).toMatchObject({ file: `${path}.fai`, line: 2, contig: "b" });
  });

  test.each([
    ["another offset", "a\t6\t4\t4\t5\n"],
    ["another line length", "a\t6\t3\t3\t4\n"],
    ["a shorter sequence", "a\t5\t3\t4\t5\n"],
  ])("is refused when it describes another file: %s", (_, fai) => {
    write(">a\nACGT\nAC\n>b\nGGGG\n", fai);
    const reader = FastaReader.open(path);
    const error = errorOf(() => reader.select(0));
    expect(error.code).toBe("TS_INDEX_INVALID");
    expect(error.details.contig).toBe("a");
    reader.close();
  });
});

describe("files that are not FASTA", () => {
  test("a missing file and a folder", () => {
    expect(errorOf(() => FastaReader.open(join(folder, "none.fa"))).code).toBe("TS_FILE_NOT_FOUND");
    expect(errorOf(() => FastaReader.open(folder)).code).toBe("TS_FILE_UNREADABLE");
  });

  test.each([
    ["", "TS_FILE_EMPTY", undefined],
    ["ACGT\n>a\nACGT\n", "TS_FASTA_MALFORMED", 1],
    ["\n\n", "TS_FASTA_MALFORMED", 3],
    [">a\nACGT\n>\nACGT\n", "TS_FASTA_MALFORMED", 3],
    [">a\nACGT\n>a\nACGT\n", "TS_FASTA_MALFORMED", 3],
    [">a\nACGT\nACG\nACGT\n", "TS_FASTA_MALFORMED", 4],
    [">a\nACGT\nACGTA\n", "TS_FASTA_MALFORMED", 3],
    [">a\nACGT\n\nACGT\n", "TS_FASTA_MALFORMED", 4],
    [">a\nACGT\r\nACGT\nACGT\n", "TS_FASTA_MALFORMED", 4],
  ])("%j gives %s at line %s", (content, code, line) => {
    writeFileSync(path, content);
    const error = errorOf(() => FastaReader.open(path));
    expect(error.code).toBe(code);
    expect(error.details.line).toBe(line);
    expect(error.message).toContain(path);
  });

  test("any bytes give sequences or a typed error", () => {
    const bytes = fc.uint8Array({ maxLength: 60 });
    const lines = fc.string({ unit: fc.constantFrom(">", "\n", "\r", "A", "c", " ", "\0"), maxLength: 40 });
    fc.assert(
      fc.property(fc.oneof(bytes, lines), (content) => {
        writeFileSync(path, content);
        let reader: FastaReader;
        try {
          reader = FastaReader.open(path);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          return;
        }
        reader.contigs.forEach((contig, i) => {
          expect(bases(reader, i, 0, contig.length)).toHaveLength(contig.length);
        });
        reader.close();
      }),
      { seed: 32, numRuns: 500 },
    );
  });
});

describe.skipIf(!toolAvailable("samtools"))("against samtools faidx", () => {
  test("the index made in memory is the .fai that samtools writes", () => {
    fc.assert(
      // samtools passes over empty sequences.
      fc.property(
        text.filter((value) => !value.sequences.includes("")),
        (value) => {
          writeFileSync(path, toText(value));
          execFileSync("samtools", ["faidx", path, "-o", join(folder, "expected.fai")], { stdio: "ignore" });
          const reader = FastaReader.open(path);
          reader.close();
          expect(formatFai(reader.index.entries)).toBe(readFileSync(join(folder, "expected.fai"), "utf8"));
        },
      ),
      { seed: 33, numRuns: 40 },
    );
  });

  test("regions are those that samtools gives", () => {
    const sequences = ["ACGTNacgtn".repeat(30), "GATTACA".repeat(11)];
    writeFileSync(path, toText({ sequences, lineBases: 37, crlf: false, lastNewline: true }));
    rmSync(`${path}.fai`, { force: true });
    const reader = FastaReader.open(path);
    const regions: [number, number, number][] = [
      [0, 0, 300],
      [0, 36, 38],
      [0, 74, 75],
      [1, 70, 77],
      [1, 1, 76],
    ];
    const names = regions.map(([contig, start, end]) => `s${contig}:${start + 1}-${end}`);
    const output = execFileSync("samtools", ["faidx", path, ...names], { encoding: "utf8" });
    rmSync(`${path}.fai`);
    const expected = output
      .split(/^>.*$/m)
      .slice(1)
      .map((lines) => lines.replaceAll("\n", "").toUpperCase());
    expect(regions.map(([contig, start, end]) => bases(reader, contig, start, end))).toEqual(expected);
    reader.close();
  });
});
