import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BGZF_EOF, deflateBlock } from "../bgzf/deflate.ts";
import { FormatError } from "../error.ts";
import { type BedRecord, bedName } from "./bed-record.ts";
import { formatBed, formatBedRecord } from "./format-bed.ts";
import { countBases } from "./intervals.ts";
import { readBed } from "./read-bed.ts";
import { readBedRecords } from "./read-bed-records.ts";

let folder: string;
let path: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bed-"));
  path = join(folder, "regions.bed");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The intervals as [contig, start, end] for easy comparison. */
function read(content: string | Uint8Array): [string, number, number][] {
  writeFileSync(path, content);
  return [...readBed(path)].flatMap(([contig, { starts, ends }]) =>
    Array.from(starts, (start, i): [string, number, number] => [contig, start, ends[i]]),
  );
}

function errorOf(content: string | Uint8Array): FormatError {
  try {
    read(content);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

describe("readBed", () => {
  test("sorts, merges what overlaps or touches, and leaves out empty intervals", () => {
    const text = "b\t5\t7\na\t10\t20\na\t20\t30\na\t1\t5\na\t3\t4\na\t40\t40\n";
    expect(read(text)).toEqual([
      ["b", 5, 7],
      ["a", 1, 5],
      ["a", 10, 30],
    ]);
  });

  test("takes further columns, spaces, CR LF, comments, track and browser lines, and a last line without newline", () => {
    const text =
      'browser position a:1-9\r\ntrack name="x"\r\n#c\r\n\r\na\t1\t2\tn\t0\t+\t1\t2\t0,0,0\t1\t1\t0\r\ntrack\t3\t4\na 7 9';
    expect(read(text)).toEqual([
      ["a", 1, 2],
      ["a", 7, 9],
      ["track", 3, 4],
    ]);
  });

  test("an empty file has no regions", () => {
    expect(read("")).toEqual([]);
  });

  test("gzip is recognised by content", () => {
    expect(read(gzipSync("a\t1\t2\n"))).toEqual([["a", 1, 2]]);
  });

  test("text in several pieces is read as in one", () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `chr${i >> 16}\t${i * 10}\t${i * 10 + 5}\n`);
    const regions = read(lines.join(""));
    expect(regions).toHaveLength(200_000);
    expect(regions[123_456]).toEqual(["chr1", 1_234_560, 1_234_565]);
    expect(read(`a\t1\t2\t${"x".repeat(3 << 20)}\na\t5\t6\n`)).toEqual([
      ["a", 1, 2],
      ["a", 5, 6],
    ]);
  });

  test("covers exactly the bases that some interval covers, in any order of lines", () => {
    const interval = fc.tuple(fc.constantFrom("a", "b"), fc.nat(60), fc.nat(8));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 30 }), (intervals) => {
        const covered = new Set(
          intervals.flatMap(([contig, start, size]) =>
            Array.from({ length: size }, (_, i) => `${contig}:${start + i}`),
          ),
        );
        const merged = read(
          intervals.map(([contig, start, size]) => `${contig}\t${start}\t${start + size}\n`).join(""),
        );
        const found = merged.flatMap(([contig, start, end]) =>
          Array.from({ length: end - start }, (_, i) => `${contig}:${start + i}`),
        );
        expect(found).toHaveLength(covered.size);
        expect(new Set(found)).toEqual(covered);
        expect([...readBed(path).values()].reduce((sum, one) => sum + countBases(one), 0)).toBe(covered.size);
        merged.forEach(([contig, start], i) => {
          if (i > 0 && merged[i - 1][0] === contig) expect(start).toBeGreaterThan(merged[i - 1][2]);
        });
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  test("written and read again, regions are the same", () => {
    read("a\t1\t4\na\t7\t9\nb\t0\t1\n");
    const regions = readBed(path);
    writeFileSync(path, formatBed(regions));
    expect(readBed(path)).toEqual(regions);
  });
});

describe("BED that is malformed", () => {
  test.each([
    ["a\t1\t2\na\t5\t4\n", 2, 3],
    ["a\t1\t-2\n", 1, 3],
    ["a\t-1\t2\n", 1, 2],
    ["#x\n\na\tone\t2\n", 3, 2],
    ["a\t1\t2x\n", 1, 3],
    ["a\t1.5\t2\n", 1, 2],
    ["a\t1\n", 1, 3],
    ["a\n", 1, 2],
    ["\t1\t2\n", 1, 1],
    ["a\t1\t2147483648\n", 1, 3],
    ["a\t\t2\n", 1, 2],
    ["a\t1\t2\ra\t3\t4\r", 1, 3],
  ])("%j is refused at line %i, column %i", (content, line, column) => {
    const error = errorOf(content);
    expect(error.code).toBe("TS_BED_MALFORMED");
    expect(error.details).toMatchObject({ file: path, line, column });
    expect(error.message).toContain(`${path} line ${line}, column ${column}`);
  });

  test("line numbers go on over pieces", () => {
    const error = errorOf(`${"a\t1\t2\n".repeat(400_000)}a\t1\n`);
    expect(error.details.line).toBe(400_001);
  });

  test("gzip that is cut off, damaged or followed by something else is refused", () => {
    const member = gzipSync("a\t1\t2\n".repeat(100));
    expect(errorOf(member.subarray(0, -5)).code).toBe("TS_GZIP_CORRUPT");
    const damaged = Buffer.concat([member, member]);
    damaged[member.length] ^= 1;
    expect(errorOf(damaged).code).toBe("TS_GZIP_CORRUPT");
  });

  test("BGZF with any byte flipped, or cut anywhere, gives a typed error or the same regions", () => {
    const text = Array.from({ length: 40 }, (_, i) => `a\t${i * 10}\t${i * 10 + 5}\n`).join("");
    const first = deflateBlock(Buffer.from(text.slice(0, 200)), 6);
    const whole = Buffer.concat([first, deflateBlock(Buffer.from(text.slice(200)), 6), BGZF_EOF]);
    const expected = read(whole);
    expect(expected).toHaveLength(40);
    const codes = new Set<string>();
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped[at] ^= 1 << (at % 8);
      for (const content of [flipped, whole.subarray(0, at)]) {
        try {
          // An empty file and unused header fields (time, flags, system) say nothing about the text.
          if (content.length > 0) expect(read(content)).toEqual(expected);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          codes.add((error as FormatError).code);
        }
      }
    }
    expect([...codes]).toEqual(expect.arrayContaining(["TS_BGZF_CORRUPT", "TS_BGZF_TRUNCATED"]));
  });

  test("any bytes give regions or a typed error", () => {
    const pieces = fc.array(fc.constantFrom("a", "chr1", "\t", "\n", "\r", " ", "1", "77", "-", "track", "#", "\0"), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 50 }),
          pieces.map((p) => p.join("")),
        ),
        (content) => {
          try {
            for (const [, start, end] of read(content)) expect(start).toBeLessThan(end);
          } catch (error) {
            expect(error).toBeInstanceOf(FormatError);
          }
        },
      ),
      { seed: 42, numRuns: 1000 },
    );
  });
});

describe("readBedRecords", () => {
  test("gives every line in the file's order with its columns", () => {
    writeFileSync(path, "track x\n\na\t5\t9\tgene\t0\r\na\t5\t7\n");
    const records = [...readBedRecords(path)];
    expect(records).toEqual([
      { contig: "a", start: 5, end: 9, columns: ["gene", "0"] },
      { contig: "a", start: 5, end: 7, columns: [] },
    ]);
    expect(records.map(bedName)).toEqual(["gene", null]);
  });

  test("names the line of an error, header and blank lines counted", () => {
    writeFileSync(path, "#\n\na\t1\t2\na\t1\tx\n");
    expect(() => [...readBedRecords(path)]).toThrow("line 4, column 3");
  });

  test("written and read again, records are the same", () => {
    const column = fc.string({ unit: fc.constantFrom(..."abc+.,-01"), maxLength: 5 });
    const record = fc
      .tuple(fc.constantFrom("1", "chr2"), fc.nat(1000), fc.nat(50), fc.array(column, { maxLength: 9 }))
      .map(([contig, start, size, columns]): BedRecord => ({ contig, start, end: start + size, columns }));
    fc.assert(
      fc.property(fc.array(record), (records) => {
        writeFileSync(path, records.map(formatBedRecord).join(""));
        expect([...readBedRecords(path)]).toEqual(records);
      }),
      { seed: 43, numRuns: 200 },
    );
  });
});
