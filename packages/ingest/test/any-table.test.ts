import { gzipSync } from "node:zlib";
import { IngestError, importComparison, type ResultFile } from "@touchstone/ingest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectStorable } from "./expect-storable.ts";
import {
  aardvarkRow,
  aardvarkSummary,
  COUNTS,
  type Counts,
  disguised,
  fileOf,
  happyExtended,
  happyExtendedRow,
  happySummary,
  imported,
  permuted,
  rocRow,
  sompyRow,
  sompyStats,
  type Table,
  textFile,
  textOf,
  vcfevalRoc,
  vcfevalSummary,
  withCell,
  withoutColumn,
} from "./fixtures.ts";
import { thrownBy } from "./thrown-by.ts";

/** A table of each format, with one of its columns of counts, and one that it needs but is not recognised by. */
const TABLES: readonly {
  name: string;
  table: Table;
  count: string;
  needed: string;
  make: (counts: Counts) => Table;
}[] = [
  { name: "hap.py summary", table: happySummary(), count: "TRUTH.TP", needed: "METRIC.Frac_NA", make: happySummary },
  {
    name: "hap.py extended",
    table: happyExtended([happyExtendedRow(COUNTS), happyExtendedRow(COUNTS, { qq: "3.5" })]),
    count: "QUERY.FP",
    needed: "METRIC.Frac_NA",
    make: (counts) => happyExtended([happyExtendedRow(counts), happyExtendedRow(counts, { qq: "3.5" })]),
  },
  {
    name: "aardvark summary",
    table: aardvarkSummary([aardvarkRow(COUNTS), aardvarkRow(COUNTS, { type: "Snv" })]),
    count: "query_fp",
    needed: "metric_f1",
    make: (counts) => aardvarkSummary([aardvarkRow(counts), aardvarkRow(counts, { type: "Snv" })]),
  },
  {
    name: "som.py stats",
    table: sompyStats([sompyRow(COUNTS), sompyRow(COUNTS, { type: "records" })]),
    count: "fp",
    needed: "precision",
    make: (counts) => sompyStats([sompyRow(counts), sompyRow(counts, { type: "records" })]),
  },
];

const ANY_COUNTS: fc.Arbitrary<Counts> = fc.record({
  truthTp: fc.nat(5000),
  truthFn: fc.nat(5000),
  queryTp: fc.nat(5000),
  queryFp: fc.nat(5000),
  queryUnk: fc.nat(5000),
});

describe.each(TABLES)("$name", ({ table, count, needed, make }) => {
  const expected = imported(table);

  test("any counts give a comparison that can be stored, with their rates", () => {
    fc.assert(
      fc.property(ANY_COUNTS, (counts) => {
        const comparison = imported(make(counts));
        expectStorable(comparison);
        for (const row of comparison.strata) {
          const { truthTp, truthFn, queryFp } = counts;
          const queryTp = row.queryTp ?? Number.NaN;
          expect(row).toMatchObject({ truthTp, truthFn, queryFp });
          expect(row.recall).toBe(truthTp + truthFn === 0 ? null : truthTp / (truthTp + truthFn));
          expect(row.precision).toBe(queryTp + queryFp === 0 ? null : queryTp / (queryTp + queryFp));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("the order of the columns changes nothing", () => {
    const indices = table.header.map((_, index) => index);
    fc.assert(
      fc.property(fc.shuffledSubarray(indices, { minLength: indices.length }), (order) => {
        expect(imported(permuted(table, order))).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test("columns that nobody knows change nothing", () => {
    const cell = fc.constantFrom("", "nan", "7", "text", "-1", "1e400");
    fc.assert(
      fc.property(fc.nat(table.header.length), cell, (at, value) => {
        const header = table.header.toSpliced(at, 0, "Of.A.Later.Version");
        const rows = table.rows.map((row) => row.toSpliced(at, 0, value));
        expect(imported({ ...table, header, rows })).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test("gzip, CRLF, a byte order mark, the case of the header, order of rows and name change nothing", () => {
    const { warnings: _, ...same } = importComparison([disguised({ ...table, rows: table.rows.toReversed() })]);
    expect(same).toEqual({ ...expected, warnings: undefined });
  });

  test("another count is another content", () => {
    const other = imported(make({ ...COUNTS, truthFn: COUNTS.truthFn + 1 }));
    expect(other.contentSha256).not.toBe(expected.contentSha256);
  });

  test("a needed column that is missing is named", () => {
    const error = thrownBy(() => imported(withoutColumn(table, needed)));
    expect(error.message).toBe(`${table.file}:1: no column ${needed}`);
    expect(error.details).toEqual({ file: table.file, line: 1, field: needed });
  });

  test("the same row twice is refused", () => {
    const error = thrownBy(() => imported({ ...table, rows: [...table.rows, table.rows[0] ?? []] }));
    expect(error.message).toContain("is there twice");
    expect(error.details.line).toBe(table.rows.length + 2);
  });

  test("a needed name that is there twice is refused", () => {
    const rows = table.rows.map((row) => [...row, "1"]);
    const error = thrownBy(() => imported({ ...table, header: [...table.header, count.toUpperCase()], rows }));
    expect(error.message).toBe(`${table.file}:1: the header has ${count} twice`);
  });

  test.each([
    ["many", "'many' is no finite number"],
    ["-4", "-4 is below 0, no count is"],
    ["4.5", "4.5 is no whole number"],
    ["9007199254740993", "9007199254740992 is no whole number"],
    ["1e999", "'1e999' is no finite number"],
    ["inf", "'inf' is no finite number"],
  ])("a count of %s is refused with line and column", (cell, message) => {
    const error = thrownBy(() => imported(withCell(table, 1, count, cell)));
    const column = table.header.indexOf(count) + 1;
    expect(error.code).toBe("TS_RESULT_INVALID");
    expect(error.details).toEqual({ file: table.file, line: 3, column, field: count });
    expect(error.message).toContain(message);
  });

  test("a count without a number, but of a spelling with decimals, is read", () => {
    const value = table.rows[1]?.[table.header.indexOf(count)];
    expect(imported(withCell(table, 1, count, `${value}.0`))).toEqual(expected);
  });

  test("a file that is cut off anywhere is refused", () => {
    const text = textOf(table);
    const rowEnds = [...text.matchAll(/\n/g)].map(({ index }) => index);
    for (let end = 0; end < text.length; end++) {
      // What is cut off between two rows is a table of fewer rows; but for the first line, which is none.
      if (rowEnds.slice(1).includes(end - 1)) continue;
      expect(() => importComparison([textFile(table.file, text.slice(0, end))]), `at ${end}`).toThrow(IngestError);
    }
  });
});

describe("what is no result", () => {
  const vcfeval = textFile("summary.txt", vcfevalSummary([["None", "8", "9", "3", "2", "0.75", "0.8", "0.7742"]]));
  const roc = fileOf(vcfevalRoc([rocRow("30.000", 8, 3, 9)]));

  test.each([
    ["nothing", [], "no file with the counts of a comparison was given"],
    ["an empty file", [textFile("a.csv", "")], "a.csv is empty"],
    ["blanks", [textFile("a.csv", " \n\n")], "a.csv holds nothing but blanks"],
    ["binary data", [{ name: "a.csv", bytes: Uint8Array.from([0x89, 0x50, 0, 3]) }], "a.csv is no text: byte 2 is 0"],
    ["another encoding", [{ name: "a.csv", bytes: Uint8Array.from([0x54, 0xff, 0x0a]) }], "a.csv is no text in UTF-8"],
    ["a header alone", [textFile("a.csv", textOf({ ...happySummary(), rows: [] }))], "a.csv holds no row"],
    ["two programs", [fileOf(happySummary()), vcfeval], "files of several programs were given"],
    [
      "two tables of one kind",
      [fileOf(aardvarkSummary([aardvarkRow(COUNTS)])), fileOf(aardvarkSummary([aardvarkRow(COUNTS)]))],
      "are both 'aardvark summary'",
    ],
    ["an open quote", [textFile("a.csv", `${textOf(happySummary())}"SNP,`)], "the last line has no end"],
    [
      "an open quote before the end",
      [textFile("a.csv", `${textOf(happySummary())}"SNP\n`)],
      "a quoted field is never closed",
    ],
  ])("%s is refused", (_, files: readonly ResultFile[], message) => {
    const error = thrownBy(() => importComparison(files));
    expect(error.code).toBe("TS_RESULT_INVALID");
    expect(error.message).toContain(message);
  });

  test("something else is told from a damaged result", () => {
    const error = thrownBy(() => importComparison([vcfeval, textFile("calls.vcf", "##fileformat=VCFv4.2\n")]));
    expect(error.code).toBe("TS_RESULT_UNRECOGNISED");
    expect(error.message).toBe("calls.vcf is no file of a comparison: it is a VCF file");
    const trace = thrownBy(() =>
      importComparison([textFile("t.txt", "task_id\thash\tname\tstatus\n1\ta\tb\tCOMPLETED\n")]),
    );
    expect(trace.message).toBe("t.txt is no file of a comparison: it is of the format 'nextflow trace'");
  });

  test("gzip is refused when it is cut off or damaged anywhere", () => {
    const bytes = gzipSync(textOf(happySummary()));
    for (let end = 1; end < bytes.length; end++) {
      expect(() => importComparison([{ name: "a", bytes: bytes.subarray(0, end) }]), `at ${end}`).toThrow(IngestError);
    }
    const damaged = Buffer.from(bytes);
    damaged[40] = (damaged[40] ?? 0) ^ 0xff;
    expect(thrownBy(() => importComparison([{ name: "a", bytes: damaged }])).message).toContain("damaged or cut off");
  });

  test("a file that unpacks to more than any result is refused", () => {
    const bytes = gzipSync(Buffer.alloc(257 * 1024 * 1024, 0x20));
    expect(thrownBy(() => importComparison([{ name: "a", bytes }])).message).toContain("larger than 268435456 bytes");
  });

  test("a curve of vcfeval that is cut off is refused", () => {
    const text = Buffer.from(roc.bytes).toString();
    const cut = thrownBy(() => importComparison([textFile("roc.tsv", text.slice(0, -3))]));
    expect(cut.message).toContain("the last line has no end");
  });
});
