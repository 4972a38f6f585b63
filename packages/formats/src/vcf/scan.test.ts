import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryRecords, type RecordText, recordLine } from "../../test/arbitrary-vcf.ts";
import { FormatError } from "../error.ts";
import { createVcfColumns, type VcfColumns } from "./columns.ts";
import { describeMalformed } from "./malformed.ts";
import { type ScanOptions, scanVcf } from "./scan.ts";

const LINE = "chr1\t100\trs1\tA\tG\t50\tPASS\tDP=3\tGT:GQ\t0/1:9";

function scan(text: string, options: Partial<ScanOptions> = {}): VcfColumns {
  const columns = createVcfColumns();
  const bytes = Buffer.from(text, "latin1");
  scanVcf(bytes, 0, bytes.length, columns, { sampleColumn: 0, path: "x.vcf", ...options });
  return columns;
}

function failure(text: string, options: Partial<ScanOptions> = {}): FormatError {
  try {
    scan(text, options);
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError);
    return error as FormatError;
  }
  throw new Error("nothing was thrown");
}

/** The records as the columns say, fields cut out of the text. */
function cut(text: Buffer, columns: VcfColumns, sampleColumn: number): Partial<RecordText>[] {
  return Array.from({ length: columns.count }, (_, i) => {
    const slice = (from: number, to: number) => text.toString("latin1", from, to);
    const infoEnd = columns.formatStart[i] === 0 ? columns.lineEnd[i] : columns.formatStart[i] - 1;
    expect(slice(columns.lineStart[i], columns.posStart[i] - 1)).toBe(columns.contigOf(i));
    expect(Number(slice(columns.posStart[i], columns.idStart[i] - 1))).toBe(columns.position[i]);
    return {
      chrom: columns.contigOf(i),
      pos: columns.position[i],
      id: slice(columns.idStart[i], columns.refStart[i] - 1),
      ref: slice(columns.refStart[i], columns.altStart[i] - 1),
      alt: slice(columns.altStart[i], columns.qualStart[i] - 1),
      qual: slice(columns.qualStart[i], columns.filterStart[i] - 1),
      filter: slice(columns.filterStart[i], columns.infoStart[i] - 1),
      info: slice(columns.infoStart[i], infoEnd),
      format:
        columns.formatStart[i] === 0 ? "" : slice(columns.formatStart[i], columns.formatStart[i] + "GT:GQ".length),
      samples: sampleColumn < 0 ? [] : [slice(columns.sampleStart[i], columns.sampleEnd[i])],
    };
  });
}

describe("scanVcf", () => {
  test("finds every field of generated records, whatever lies around them in the buffer", () => {
    const cases = fc.integer({ min: 0, max: 3 }).chain((sampleCount) =>
      fc.record({
        sampleCount: fc.constant(sampleCount),
        sampleColumn: fc.integer({ min: -1, max: sampleCount - 1 }),
        records: arbitraryRecords(sampleCount),
        lineEnd: fc.constantFrom("\n", "\r\n"),
        isTerminated: fc.boolean(),
        blankLines: fc.integer({ min: 0, max: 2 }),
        before: fc.constantFrom("", "x\t1\n"),
        after: fc.constantFrom("", "chr9\t5\t.\tA\tC\t.\t.\t.\n", "no record"),
      }),
    );
    fc.assert(
      fc.property(cases, ({ sampleCount, sampleColumn, records, lineEnd, isTerminated, blankLines, before, after }) => {
        const lines = records.map(recordLine).join(lineEnd);
        const end = isTerminated && records.length > 0 ? lineEnd.repeat(1 + blankLines) : "";
        const text = Buffer.from(before + lines + end + after, "latin1");
        const columns = createVcfColumns(0);
        const to = text.length - after.length;
        scanVcf(text, before.length, to, columns, { sampleColumn, sampleCount, path: "x.vcf" });
        const expected = records.map((record) => ({
          ...record,
          samples: sampleColumn < 0 ? [] : [record.samples[sampleColumn]],
        }));
        expect(cut(text, columns, sampleColumn)).toEqual(expected);
        const names = records.map(({ chrom }) => chrom);
        expect(columns.contigRuns.map(({ name }) => name)).toEqual([...new Set(names)]);
        expect(columns.contigRuns.map(({ name }) => names.indexOf(name))).toEqual(
          columns.contigRuns.map(({ firstRecord }) => firstRecord),
        );
      }),
    );
  });

  test("gives the same columns however the text is cut at line ends", () => {
    const cases = fc.record({ records: arbitraryRecords(1), cuts: fc.infiniteStream(fc.boolean()) });
    fc.assert(
      fc.property(cases, ({ records, cuts }) => {
        const text = Buffer.from(records.map((record) => `${recordLine(record)}\n`).join(""), "latin1");
        const options = { sampleColumn: 0, path: "x.vcf" };
        const whole = createVcfColumns();
        scanVcf(text, 0, text.length, whole, options);
        const pieces = createVcfColumns();
        let from = 0;
        for (let to = 0; to <= text.length; to++) {
          const mayCut = to === text.length || (text[to - 1] === 10 && cuts.next().value);
          if (!mayCut) continue;
          scanVcf(new Uint8Array(text.buffer, text.byteOffset, text.length), from, to, pieces, options);
          from = to;
        }
        expect(cut(text, pieces, 0)).toEqual(cut(text, whole, 0));
        expect(pieces.contigRuns).toEqual(whole.contigRuns);
      }),
    );
  });

  test("accepts POS 0, the largest POS and text without any record", () => {
    expect(scan(`chr1\t0\t.\tN\t<DEL>\t.\t.\t.\nchr1\t2147483647\t.\tN\tA\t.\t.\t.`, { sampleColumn: -1 }).count).toBe(
      2,
    );
    expect(scan("").count).toBe(0);
    expect(scan("\n\r\n").count).toBe(0);
  });

  test("keeps capacity and forgets records when cleared", () => {
    const columns = scan(`${LINE}\n`.repeat(5000));
    const { capacity } = columns;
    expect(columns.count).toBe(5000);
    columns.clear();
    expect([columns.count, columns.contigRuns.length, columns.capacity]).toEqual([0, 0, capacity]);
  });

  const malformed: [name: string, line: string, column: number, field: string, message: RegExp][] = [
    ["spaces for tabs", LINE.replaceAll("\t", " "), 2, "POS", /spaces, not tabs/],
    ["one column", "chr1", 2, "POS", /1 tab-separated columns/],
    ["seven columns", "chr1\t1\t.\tA\tG\t50\tPASS", 8, "INFO", /7 tab-separated columns/],
    ["no FORMAT", "chr1\t1\t.\tA\tG\t50\tPASS\t.", 9, "FORMAT", /8 tab-separated columns/],
    ["no sample", "chr1\t1\t.\tA\tG\t50\tPASS\t.\tGT", 10, "sample", /9 tab-separated columns/],
    ["empty sample", "chr1\t1\t.\tA\tG\t50\tPASS\t.\tGT\t", 10, "sample", /empty/],
    ["empty CHROM", LINE.replace("chr1", ""), 1, "CHROM", /empty/],
    ["space in CHROM", LINE.replace("chr1", "chr 1"), 1, "CHROM", /space/],
    ["header among records", `#CHROM${LINE.slice(4)}`, 1, "CHROM", /header line/],
    ["letter in POS", LINE.replace("100", "1a"), 2, "POS", /"1a" is not a position/],
    ["negative POS", LINE.replace("100", "-1"), 2, "POS", /"-1"/],
    ["POS too large", LINE.replace("100", "2147483648"), 2, "POS", /2147483648/],
    ["very long POS", LINE.replace("100", "0".repeat(50)), 2, "POS", /…/],
    ["empty POS", LINE.replace("100", ""), 2, "POS", /""/],
    ["empty ID", LINE.replace("rs1", ""), 3, "ID", /empty/],
    ["empty REF", LINE.replace("A", ""), 4, "REF", /empty/],
    ["digit in REF", LINE.replace("A", "A1"), 4, "REF", /"1", which is no base/],
    ["dot in REF", LINE.replace("A", "."), 4, "REF", /"\."/],
    ["empty ALT", LINE.replace("G", ""), 5, "ALT", /empty/],
    ["empty allele in ALT", LINE.replace("\tG\t", "\tG,,C\t"), 5, "ALT", /"G,,C"/],
    ["comma at the end of ALT", LINE.replace("\tG\t", "\tG,\t"), 5, "ALT", /"G,"/],
    ["space in ALT", LINE.replace("\tG\t", "\tG C\t"), 5, "ALT", /"G C"/],
    ["empty QUAL", LINE.replace("\t50", "\t"), 6, "QUAL", /empty/],
    ["word in QUAL", LINE.replace("\t50", "\thigh"), 6, "QUAL", /"high" is not a number/],
    ["two points in QUAL", LINE.replace("\t50", "\t5.0.1"), 6, "QUAL", /"5\.0\.1"/],
    ["empty FILTER", LINE.replace("PASS", ""), 7, "FILTER", /empty/],
    ["carriage return in FILTER", LINE.replace("PASS", "PA\rSS"), 7, "FILTER", /control/],
    ["empty INFO", LINE.replace("DP=3", ""), 8, "INFO", /empty/],
    ["empty FORMAT", LINE.replace("GT:GQ", ""), 9, "FORMAT", /empty/],
  ];
  test.each(malformed)("names column and field: %s", (_name, line, column, field, message) => {
    for (const end of ["", "\n", `\n${LINE}\n`]) {
      const error = failure(`${LINE}\n${line}${end}`);
      expect(error.code).toBe("TS_VCF_MALFORMED");
      expect(error.details).toEqual({ file: "x.vcf", column, field, offset: LINE.length + 1 });
      expect(error.message).toMatch(message);
    }
  });

  test("compares the number of sample columns with the header's", () => {
    expect(failure(`${LINE}\n`, { sampleCount: 2 }).details).toMatchObject({ column: 11, field: "sample" });
    expect(failure(`${LINE}\t0/0:1\n`, { sampleCount: 1 }).details).toMatchObject({ column: 11, field: "sample" });
    expect(failure(`${LINE}\n`, { sampleColumn: 1 }).details).toMatchObject({ column: 11, field: "sample" });
    expect(scan(`${LINE}\t0/0:1\n`, { sampleCount: 2 }).count).toBe(1);
  });

  test("refuses a blank line among the records, also across pieces", () => {
    expect(failure(`${LINE}\n\n${LINE}\n`).details).toMatchObject({ column: 1, offset: LINE.length + 2 });
    const columns = scan(`${LINE}\n\n`);
    const next = Buffer.from(`${LINE}\n`);
    columns.clear();
    expect(() => scanVcf(next, 0, next.length, columns, { sampleColumn: 0, path: "x.vcf" })).toThrow(/blank line/);
  });

  test("throws at a damaged line exactly when there is a fault to describe, and never loses a record", () => {
    const cases = fc.record({
      records: arbitraryRecords(2, 4).filter((records) => records.length > 0),
      at: fc.nat(),
      byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from("\t\n\r .,<>*[]0A#"))),
      isInsertion: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ records, at, byte, isInsertion }) => {
        const original = Buffer.from(records.map((record) => `${recordLine(record)}\n`).join(""), "latin1");
        const place = at % original.length;
        const rest = original.subarray(isInsertion ? place : place + 1);
        const text = Buffer.concat([original.subarray(0, place), Buffer.of(byte), rest]);
        const context = { sampleColumn: 1, sampleCount: 2, path: "x.vcf" };
        const lines = text
          .toString("latin1")
          .replace(/(\r?\n)+$/, "")
          .split("\n");
        let offset = 0;
        let expected: FormatError | null = null;
        for (const line of text.length === 0 ? [] : lines) {
          const isBlank = line === "" || line === "\r";
          expected = isBlank
            ? new FormatError("TS_VCF_MALFORMED", "blank")
            : describeMalformed(text, offset, text.length, context);
          if (expected !== null) break;
          offset += line.length + 1;
        }
        const columns = createVcfColumns();
        const run = () => scanVcf(text, 0, text.length, columns, context);
        if (expected === null) {
          run();
          expect(columns.count).toBe(lines.length);
        } else {
          expect(run).toThrow(FormatError);
          expect(columns.count).toBe(
            text
              .toString("latin1", 0, offset)
              .split("\n")
              .filter((line) => line.trim() !== "").length,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});
