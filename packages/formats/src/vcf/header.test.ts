import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headerLines } from "../../test/arbitrary-vcf.ts";
import { BGZF_EOF, deflateBlock } from "../bgzf/deflate.ts";
import { TextFile } from "../bgzf/text-file.ts";
import { FormatError } from "../error.ts";
import { parseVcfHeader, readVcfHeader, type VcfHeader } from "./header.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vcf-header-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";

function read(content: Buffer | string): VcfHeader {
  const path = join(folder, "x.vcf");
  writeFileSync(path, content);
  const file = TextFile.open(path);
  try {
    return readVcfHeader(file, "x.vcf");
  } finally {
    file.close();
  }
}

function failure(run: () => unknown): FormatError {
  try {
    run();
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("parseVcfHeader", () => {
  test("gives contigs, fields, filters and samples", () => {
    const header = parseVcfHeader(headerLines(2));
    expect(header.version).toBe("4.2");
    expect(header.contigs).toEqual([
      { id: "1", length: 2147483647 },
      { id: "chr2", length: 2147483647 },
      { id: "HLA-A*01:01", length: null },
      { id: "chr10", length: 2147483647 },
    ]);
    expect(header.infos.get("DP")).toEqual({ id: "DP", number: "1", type: "Integer", description: "Depth, total" });
    expect([...header.infos.keys()]).toEqual(["DP", "AF", "DB", "MQ", "END", "ANN"]);
    expect(header.formats.get("GT")?.type).toBe("String");
    expect(header.filters.get("s50")).toBe('Less than half of the "samples", with data');
    expect(header.samples).toEqual(["S1", "S2"]);
    expect([...header.lines, header.columnLine]).toEqual(headerLines(2));
  });

  test.each(["4.0", "4.1", "4.2", "4.3", "4.4", "4.5"])("takes version %s", (version) => {
    expect(parseVcfHeader([`##fileformat=VCFv${version}`, COLUMNS]).version).toBe(version);
  });

  test("keeps meta lines that it does not understand and takes nothing from them", () => {
    const odd = [
      "##contig=<length=5>",
      "##contig=<ID=x",
      '##INFO=<ID=A,Description="open>',
      "##x",
      "##reference=file:a=b",
      "##META=<ID=S,Values=[a,b]>",
    ];
    const header = parseVcfHeader(["##fileformat=VCFv4.3", ...odd, `${COLUMNS}\tFORMAT`]);
    expect(header.lines.slice(1)).toEqual(odd);
    expect([header.contigs.length, header.infos.size, header.samples.length]).toEqual([0, 0, 0]);
  });

  const start = "##fileformat=VCFv4.2";
  const invalid: [name: string, lines: string[], details: object, message: RegExp][] = [
    ["no ##fileformat", ["##contig=<ID=1>", COLUMNS], { line: 1 }, /##fileformat=VCFv4\.x must/],
    ["version 3", ["##fileformat=VCFv3.3", COLUMNS], { line: 1 }, /VCFv3\.3/],
    ["something else", ["chr1\t5\t6"], { line: 1 }, /chr1/],
    ["no #CHROM line", [start, "##contig=<ID=1>"], { line: 3 }, /#CHROM line is missing/],
    ["too few columns", [start, "#CHROM\tPOS\tID\tREF"], { line: 2, column: 5, field: "ALT" }, /missing/],
    [
      "spaces for tabs",
      [start, COLUMNS.replaceAll("\t", " ")],
      { line: 2, column: 1, field: "CHROM" },
      /spaces, not tabs/,
    ],
    ["misspelt column", [start, COLUMNS.replace("POS", "Pos")], { line: 2, column: 2, field: "POS" }, /"Pos"/],
    ["no FORMAT", [start, `${COLUMNS}\tS1`], { line: 2, column: 9, field: "FORMAT" }, /"S1"/],
    [
      "same sample twice",
      [start, `${COLUMNS}\tFORMAT\tA\tB\tA`],
      { line: 2, column: 12, field: "sample" },
      /"A" is named in column 10/,
    ],
    ["empty sample name", [start, `${COLUMNS}\tFORMAT\tA\t`], { line: 2, column: 11, field: "sample" }, /empty/],
    ["#CHROM line amid the others", [start, COLUMNS, COLUMNS], { line: 2 }, /not a ## line/],
  ];
  test.each(invalid)("refuses: %s", (_name, lines, details, message) => {
    const error = failure(() => parseVcfHeader(lines, "x.vcf"));
    expect(error.code).toBe("TS_VCF_HEADER_INVALID");
    expect(error.details).toEqual({ file: "x.vcf", ...details });
    expect(error.message).toMatch(message);
  });
});

describe("readVcfHeader", () => {
  test("finds where the records start, in plain text and across BGZF blocks", () => {
    const contigs = Array.from({ length: 9000 }, (_, i) => `##contig=<ID=scaffold_${i},length=${i + 1}>`);
    const lines = ["##fileformat=VCFv4.2", ...contigs, COLUMNS];
    const text = Buffer.from(`${lines.join("\r\n")}\r\n1\t5\t.\tA\tC\t.\t.\t.\r\n`);
    const blocks: Buffer[] = [];
    for (let at = 0; at < text.length; at += 60_000) blocks.push(deflateBlock(text.subarray(at, at + 60_000)));
    for (const content of [text, Buffer.concat([...blocks, BGZF_EOF])]) {
      const header = read(content);
      expect(header.contigs.length).toBe(9000);
      expect([...header.lines, header.columnLine]).toEqual(lines);
      expect(header.text.equals(text.subarray(0, text.lastIndexOf("1\t5")))).toBe(true);
      const file = TextFile.open(join(folder, "x.vcf"));
      expect(file.lineAt(header.recordsStart).toString()).toMatch(/^1\t5/);
      file.close();
    }
  });

  test("a header alone has no first record", () => {
    expect(read(`##fileformat=VCFv4.2\n${COLUMNS}\n`).recordsStart).toBe(Number.POSITIVE_INFINITY);
    expect(read(`##fileformat=VCFv4.2\n${COLUMNS}`).recordsStart).toBe(Number.POSITIVE_INFINITY);
  });

  test("names BCF, packed or not, and says how to convert it", () => {
    const bcf = Buffer.from("BCF\u0002\u0002\u0000\u0000\u0000\u0000##fileformat=VCFv4.2\n\u0000");
    for (const content of [bcf, Buffer.concat([deflateBlock(bcf), BGZF_EOF])]) {
      const error = failure(() => read(content));
      expect(error.code).toBe("TS_VCF_IS_BCF");
      expect(error.message).toMatch(/bcftools view -Oz/);
    }
  });

  test("an empty file is empty, packed or not; one that starts otherwise is no VCF", () => {
    expect(failure(() => read("")).code).toBe("TS_FILE_EMPTY");
    expect(failure(() => read("\n")).code).toBe("TS_FILE_EMPTY");
    expect(failure(() => read(Buffer.from(BGZF_EOF))).code).toBe("TS_FILE_EMPTY");
    for (const content of ["chr1\t1\t.\tA\tC\t.\t.\t.\n", `${COLUMNS}\n`, "\u0000\u0001", ">chr1\nACGT\n"]) {
      expect(failure(() => read(content))).toMatchObject({ code: "TS_VCF_HEADER_INVALID", details: { line: 1 } });
    }
  });

  test("the #CHROM line is missing when records follow the ## lines", () => {
    const error = failure(() => read("##fileformat=VCFv4.2\n##contig=<ID=1>\n1\t5\t.\tA\tC\t.\t.\t.\n"));
    expect(error).toMatchObject({ code: "TS_VCF_HEADER_INVALID", details: { line: 3 } });
  });
});
