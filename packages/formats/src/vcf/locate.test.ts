import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { TemporaryFolder } from "../../test/bgzf-fixtures.ts";
import { generateRecords, numbers, type TestRecord, vcfOf } from "../../test/vcf-fixtures.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { END_OF_FILE } from "../bgzf/virtual-position.ts";
import { readIndex } from "../tabix/read-index.ts";
import { readVcfHeader } from "./header.ts";
import { type ContigSpan, locateContigs, seekPosition } from "./locate.ts";

const folder = new TemporaryFolder();
afterAll(() => folder.remove());

const SEED = 20260305;

interface Case {
  readonly file: TextFile;
  readonly records: readonly TestRecord[];
  readonly recordsStart: number;
  readonly positions: readonly number[];
  readonly starts: { contig: string; start: number }[];
}

/** The spans as they follow from every record. */
function spansOf({ records, positions }: Case): ContigSpan[] {
  const spans: ContigSpan[] = [];
  records.forEach(({ contig }, i) => {
    if (spans.at(-1)?.contig === contig)
      spans[spans.length - 1] = { ...spans[spans.length - 1], end: positions[i + 1] };
    else spans.push({ contig, start: positions[i], end: positions[i + 1] });
  });
  return spans;
}

function forAll(check: (given: Case, next: (limit: number) => number) => void): void {
  const contigSizes = fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })), { maxLength: 12 });
  const property = fc.property(
    contigSizes,
    fc.integer({ min: 1, max: 40 }),
    fc.nat(),
    fc.boolean(),
    (sizes, every, seed, isPlain) => {
      const records = sizes.flatMap((size, i) => generateRecords([`c${i}`], size, 2000, seed + i));
      const given = isPlain ? plain(records) : packed(records, (i) => i % every === 0);
      try {
        check(given, numbers(seed));
      } finally {
        given.file.close();
      }
    },
  );
  fc.assert(property, { seed: SEED, numRuns: 150 });
}

function packed(records: readonly TestRecord[], endsBlock: (i: number) => boolean): Case {
  const { bytes, recordsStart, positions, index } = vcfOf(records, endsBlock);
  const starts = index()
    .toPart()
    .contigs.map(({ name, start }) => ({ contig: name, start }));
  return { file: TextFile.open(folder.write("x.vcf.gz", bytes)), records, recordsStart, positions, starts };
}

function plain(records: readonly TestRecord[]): Case {
  const { header, lines } = vcfOf(records);
  const positions = [header.length];
  for (const line of lines) positions.push((positions.at(-1) as number) + line.length + 1);
  positions[positions.length - 1] = END_OF_FILE;
  const file = TextFile.open(folder.write("x.vcf", `${header}${lines.map((line) => `${line}\n`).join("")}`));
  const changes = records.flatMap((record, i) => (record.contig === records[i - 1]?.contig ? [] : [i]));
  const starts = changes.map((i) => ({ contig: records[i].contig, start: positions[i] }));
  return { file, records, recordsStart: header.length, positions, starts };
}

describe("locateContigs", () => {
  test("finds where each contig starts and ends", () => {
    forAll((given) => expect(locateContigs(given.file, given)).toEqual(spansOf(given)));
  });

  test("finds the same with an index", () => {
    forAll((given) => {
      expect(locateContigs(given.file, given, { contigStarts: given.starts })).toEqual(spansOf(given));
    });
  });

  test("finds the same with an index that knows only some contigs", () => {
    forAll((given, next) => {
      const contigStarts = given.starts.filter(() => next(2) === 0);
      expect(locateContigs(given.file, given, { contigStarts })).toEqual(spansOf(given));
    });
  });

  test("gives every byte to one span, also when contigs do not stand together", () => {
    forAll(({ records }, next) => {
      const shuffled = records.map((record) => ({ ...record, contig: `c${next(3)}` }));
      const { header, lines } = vcfOf(shuffled);
      const mixed = TextFile.open(folder.write("mixed.vcf", `${header}${lines.map((line) => `${line}\n`).join("")}`));
      const spans = locateContigs(mixed, { recordsStart: header.length });
      const text = spans.map(({ start, end }) => mixed.read(start, end).toString()).join("");
      expect(text).toBe(lines.map((line) => `${line}\n`).join(""));
      mixed.close();
    });
  });

  test("keeps blank lines with the records before them", () => {
    const file = TextFile.open(folder.write("blank.vcf", "#CHROM\na\t1\n\n\nb\t1\n\n"));
    expect(locateContigs(file, { recordsStart: 7 })).toEqual([
      { contig: "a", start: 7, end: 13 },
      { contig: "b", start: 13, end: END_OF_FILE },
    ]);
    file.close();
  });

  test("works on contigs that fill many blocks, reading few of them", () => {
    const given = packed(generateRecords(["c1", "c2", "c3"], 6000, 10_000_000, 1), (i) => i % 100 === 0);
    expect(locateContigs(given.file, given)).toEqual(spansOf(given));
    expect(locateContigs(given.file, given, { contigStarts: given.starts })).toEqual(spansOf(given));
    given.file.close();
  });

  test("refuses an index that is not of this file", () => {
    const given = packed(generateRecords(["c1", "c2"], 300, 10_000, 1), (i) => i % 100 === 0);
    const [, { start }] = given.starts;
    const refused = (wrong: number, offset: number): void => {
      const index = { contigStarts: [{ contig: "c2", start: wrong }] };
      const invalid = expect.objectContaining({
        code: "TS_INDEX_INVALID",
        details: expect.objectContaining({ offset, contig: "c2" }),
      });
      expect(() => locateContigs(given.file, given, index)).toThrow(invalid);
    };
    const block = Math.floor(start / 65_536);
    refused((block + 1) * 65_536, block + 1);
    refused(block * 65_536 + 65_535, block);
    refused(start + 1, block);
    refused(given.positions[5], Math.floor(given.positions[5] / 65_536));
    refused((given.file.sizeBytes + 10) * 65_536, given.file.sizeBytes + 10);
    given.file.close();
  });
});

describe("locateContigs with a good index", () => {
  test("blames a damaged file on the file", () => {
    const records = generateRecords(["c1", "c2"], 300, 10_000, 1);
    const { bytes, recordsStart, positions } = vcfOf(records, (i) => i % 100 === 99);
    const block = Math.floor(positions[300] / 65_536);
    bytes[block + 40] ^= 0xff;
    const file = TextFile.open(folder.write("damaged.vcf.gz", bytes));
    const index = { contigStarts: [{ contig: "c2", start: positions[300] }] };
    const corrupt = expect.objectContaining({
      code: "TS_BGZF_CORRUPT",
      details: expect.objectContaining({ offset: block }),
    });
    expect(() => locateContigs(file, { recordsStart }, index)).toThrow(corrupt);
    file.close();
  });
});

describe("seekPosition", () => {
  test("finds the first record at or after any position", () => {
    forAll((given, next) => {
      for (const span of locateContigs(given.file, given)) {
        const position = next(2100);
        const first = given.records.findIndex(({ contig, start0 }) => contig === span.contig && start0 + 1 >= position);
        expect(seekPosition(given.file, span, position)).toBe(first === -1 ? span.end : given.positions[first]);
      }
    });
  });

  test("cuts a contig into pieces that lose nothing", () => {
    const given = packed(generateRecords(["c1"], 5000, 1_000_000, 4), (i) => i % 300 === 0);
    const [span] = locateContigs(given.file, given);
    const cuts = [0, 1, 250_000, 500_000, 999_999, 2_000_000].map((at) => seekPosition(given.file, span, at));
    expect(cuts[0]).toBe(span.start);
    expect(cuts.at(-1)).toBe(END_OF_FILE);
    const pieces = cuts.slice(1).map((to, i) => given.file.read(cuts[i], to).toString());
    expect(pieces.join("")).toBe(given.file.read(span.start, span.end).toString());
    given.file.close();
  });
});

describe.skipIf(!sharedDataAvailable("hg002-grch38-chr20-1Mb"))("shared call sets (skipped when absent)", () => {
  test.each(["truth", "query", "second-caller"])("%s: the spans are the same with its index", (name) => {
    const path = sharedData(`hg002-grch38-chr20-1Mb/${name}.vcf.gz`);
    const file = TextFile.open(path);
    const header = readVcfHeader(file);
    const spans = locateContigs(file, header);
    expect(spans).toEqual([{ contig: "chr20", start: header.recordsStart, end: END_OF_FILE }]);
    expect(locateContigs(file, header, readIndex(`${path}.tbi`))).toEqual(spans);
    file.close();
  });
});
