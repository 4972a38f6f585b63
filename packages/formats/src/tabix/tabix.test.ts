import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { generateRecords, numbers, type TestRecord, vcfOf } from "../../test/vcf-fixtures.ts";
import { BgzfEncoder } from "../bgzf/bgzf-encoder.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { FormatError } from "../error.ts";
import type { BinningIndex } from "./binning-index.ts";
import { parseIndex, readIndex } from "./read-index.ts";
import { TabixBuilder } from "./tabix-builder.ts";
import type { TabixPart } from "./tabix-part.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const SEED = 20260304;

function parsed(builder: TabixBuilder): BinningIndex {
  return parseIndex(gunzipSync(builder.toBytes()), "built.tbi");
}

/** Numbers of the records that overlap a region among those in the chunks that the index names. */
function queried(file: TextFile, index: BinningIndex, contig: string, start0: number, end0: number): number[] {
  const found: number[] = [];
  for (const chunk of index.query(contig, start0, end0)) {
    for (const line of file.read(chunk.start, chunk.end).toString().split("\n").slice(0, -1)) {
      const [name, position, id, ref] = line.split("\t");
      const start = Number(position) - 1;
      if (name === contig && start < end0 && start + ref.length > start0) found.push(Number(id.slice(1)));
    }
  }
  return found;
}

function overlapping(records: readonly TestRecord[], contig: string, start0: number, end0: number): number[] {
  return [...records.keys()].filter(
    (i) => records[i].contig === contig && records[i].start0 < end0 && records[i].end0 > start0,
  );
}

describe("TabixBuilder", () => {
  test.each([
    ["dense", 3000, 200_000],
    ["sparse", 200, 2 ** 28],
  ])("builds an index that finds the records of any region (%s)", (_, count, span) => {
    const records = generateRecords(["chr1", "chr2", "odd:name"], count, span, 7);
    const vcf = vcfOf(records, (i) => i % 97 === 0);
    const file = TextFile.open(folder.write("region.vcf.gz", vcf.bytes));
    const index = parsed(vcf.index());
    const next = numbers(11);
    for (let i = 0; i < 300; i++) {
      const contig = ["chr1", "chr2", "odd:name"][next(3)];
      const start0 = next(span + 1000);
      const end0 = start0 + 1 + next(i % 2 === 0 ? 100 : span);
      expect(queried(file, index, contig, start0, end0)).toEqual(overlapping(records, contig, start0, end0));
    }
    expect(index.query("absent", 0, 1000)).toEqual([]);
    expect(index.query("chr1", 10, 10)).toEqual([]);
    expect(index.query("chr1", 2 ** 30, 2 ** 31)).toEqual([]);
    file.close();
  });

  test("reads less for a small region than for the contig", () => {
    const vcf = vcfOf(generateRecords(["chr1"], 5000, 2_000_000, 3), (i) => i % 50 === 0);
    const size = (start0: number, end0: number): number =>
      parsed(vcf.index())
        .query("chr1", start0, end0)
        .reduce((sum, { start, end }) => sum + end - start, 0);
    expect(size(1_000_000, 1_000_100) * 20).toBeLessThan(size(0, 2_000_000));
  });

  test("writes what tabix says of a VCF file", () => {
    const vcf = vcfOf(generateRecords(["chr1", "chr2"], 40, 100_000, 5));
    const index = parsed(vcf.index());
    expect(index).toMatchObject({
      kind: "tbi",
      unplaced: 0,
      columns: { format: 2, contigColumn: 1, startColumn: 2, endColumn: 0, commentCharacter: "#", skippedLines: 0 },
    });
    expect(index.contigs.map(({ name }) => name)).toEqual(["chr1", "chr2"]);
    expect(index.contigs.map(({ counts }) => [counts?.start, counts?.mapped, counts?.unmapped])).toEqual([
      [vcf.positions[0], 40, 0],
      [vcf.positions[40], 40, 0],
    ]);
    expect(index.contigStarts).toEqual([
      { contig: "chr1", start: vcf.positions[0] },
      { contig: "chr2", start: vcf.positions[40] },
    ]);
  });

  test("joins the parts of several workers to what one writer builds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 2 ** 20 }),
        (partSizes, span) => {
          const records = generateRecords(["chr1", "chr2", "chr3"], 100, span, partSizes.length);
          const whole = new TabixBuilder();
          const joined = new TabixBuilder();
          let base = 0;
          let from = 0;
          for (const size of [...partSizes, records.length]) {
            const run = records.slice(from, from + size);
            const { part, length } = writeRun(run, base, whole);
            joined.append(structuredClone(part), base);
            base += length;
            from += run.length;
          }
          expect(joined.toBytes()).toEqual(whole.toBytes());
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  });

  test("refuses records that are not sorted", () => {
    const builder = new TabixBuilder();
    builder.add("chr1", 10, 11, 0, 10);
    const unsorted = (details: object) => expect.objectContaining({ code: "TS_INDEX_UNSORTED", details });
    expect(() => builder.add("chr1", 9, 10, 10, 20)).toThrow(unsorted({ contig: "chr1", position: 10 }));
    builder.add("chr2", 5, 6, 10, 20);
    expect(() => builder.add("chr1", 20, 21, 20, 30)).toThrow(unsorted({ contig: "chr1", position: 21 }));
    const part = new TabixBuilder();
    part.add("chr2", 4, 5, 0, 10);
    expect(() => builder.append(part.toPart(), 100)).toThrow(unsorted({ contig: "chr2", position: 5 }));
  });

  test("refuses positions that a .tbi cannot hold", () => {
    const builder = new TabixBuilder();
    builder.add("chr1", 2 ** 29 - 1, 2 ** 29, 0, 10);
    const tooLong = expect.objectContaining({
      code: "TS_INDEX_CONTIG_TOO_LONG",
      details: { contig: "chr1", position: 2 ** 29 + 1 },
    });
    expect(() => builder.add("chr1", 2 ** 29, 2 ** 29 + 1, 10, 20)).toThrow(tooLong);
  });

  test("counts a record before the first base to the first window", () => {
    const builder = new TabixBuilder();
    builder.add("chr1", -1, 0, 5, 10);
    expect(parsed(builder).query("chr1", 0, 1)).toEqual([{ start: 5, end: 10 }]);
  });
});

/** Writes records as one run of blocks, as a worker does; the same goes into `whole` at its place in the file. */
function writeRun(
  records: readonly TestRecord[],
  base: number,
  whole: TabixBuilder,
): { part: TabixPart; length: number } {
  const encoder = new BgzfEncoder(() => undefined);
  const builder = new TabixBuilder();
  for (const { contig, start0, end0 } of records) {
    const start = encoder.virtualOffset;
    encoder.write(Buffer.from(`${contig}\t${start0 + 1}\t${"N".repeat(900)}\n`));
    builder.add(contig, start0, end0, start, encoder.virtualOffset);
    whole.add(contig, start0, end0, start + base * 65_536, encoder.virtualOffset + base * 65_536);
  }
  encoder.endBlock();
  return { part: builder.toPart(), length: encoder.sizeBytes };
}

describe("readIndex", () => {
  const good = gunzipSync(
    vcfOf(generateRecords(["chr1", "chr2"], 30, 100_000, 5))
      .index()
      .toBytes(),
  );

  test("reads a built index from a file", () => {
    const index = vcfOf(generateRecords(["chr1"], 10, 1000, 1)).index();
    expect(readIndex(folder.write("x.tbi", index.toBytes()))).toEqual(parsed(index));
  });

  test("finds any cut of the index", () => {
    for (let size = 0; size < good.length; size++) {
      // The last number, of records without a place, may be absent.
      if (size === good.length - 8) continue;
      const invalid = expect.objectContaining({ code: "TS_INDEX_INVALID" });
      expect(() => parseIndex(good.subarray(0, size), "cut.tbi"), `${size} bytes`).toThrow(invalid);
    }
    expect(parseIndex(good.subarray(0, -8), "old.tbi").unplaced).toBeNull();
  });

  test("finds bytes after the end", () => {
    expect(() => parseIndex(Buffer.concat([good, Buffer.of(0)]), "long.tbi")).toThrow(FormatError);
  });

  test("neither crashes nor hangs on damaged numbers", () => {
    let refused = 0;
    for (let at = 0; at < good.length; at++) {
      for (const mask of [0x01, 0x80, 0xff]) {
        const damaged = Buffer.from(good);
        damaged[at] ^= mask;
        try {
          parseIndex(damaged, "damaged.tbi").query("chr1", 0, 2 ** 29);
        } catch (error) {
          expect(error).toMatchObject({ code: "TS_INDEX_INVALID", details: { file: "damaged.tbi" } });
          refused++;
        }
      }
    }
    expect(refused).toBeGreaterThan(good.length);
  });

  test("refuses what is no index", () => {
    expect(() => parseIndex(Buffer.from("##fileformat=VCFv4.2\n"), "x.vcf")).toThrow(
      expect.objectContaining({ code: "TS_INDEX_INVALID", message: expect.stringContaining("x.vcf") }),
    );
  });
});
