import { globSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import {
  aardvarkRow,
  aardvarkSummary,
  COUNTS,
  disguised,
  happyExtended,
  happyExtendedRow,
  happySummary,
  rocRow,
  sompyRow,
  sompyStats,
  textOf,
  vcfevalRoc,
} from "../../test/fixtures.ts";
import { recogniseFormat } from "./recognise-format.ts";

const TRACE = "task_id\thash\tnative_id\tname\tstatus\texit\n1\tab/cdef12\t77\tALIGN (s1)\tCOMPLETED\t0\n";
const MEASUREMENTS = "run,time,material,analyte,value\nR1,2026-01-31,HD200,EGFR L858R,0.05\n";
const HISTORY = "Run ID;Datum Date;Control;VAF %\nR1;31.01.2026;HD200;5,1\nR2;07.02.2026;HD200;4,9 %\n";

test.each([
  ["hap.py summary", textOf(happySummary())],
  ["hap.py extended", textOf(happyExtended([happyExtendedRow(COUNTS)]))],
  ["hap.py roc", textOf(happyExtended([happyExtendedRow(COUNTS), happyExtendedRow(COUNTS, { qq: "12.5" })]))],
  ["vcfeval roc", textOf(vcfevalRoc([rocRow("30.000", 8, 3, 9)]))],
  ["vcfeval summary", "0 total baseline variants, no summary statistics available\n"],
  ["aardvark summary", textOf(aardvarkSummary([aardvarkRow(COUNTS)]))],
  ["som.py stats", textOf(sompyStats([sompyRow(COUNTS)]))],
  ["touchstone metrics", '{"schema":"touchstone/comparison-metrics/1"}'],
  ["touchstone provenance", '{"schema":"touchstone/comparison-provenance/1"}'],
  ["touchstone reproducibility", ' \n{"schema":"touchstone/reproducibility/1"}'],
  ["touchstone metrics", '{"schema":"touchstone/comparison-metrics/1", "rows": ['],
  ["replicate pairs", "stratum,first,second,n,bias\nall,A,B,2,0.1\n"],
  ["replicate variants", "#analyte\tstratum\tA.value\ncg1\tisland\t0.5\n"],
  ["measurements", MEASUREMENTS],
  ["measurements", "material,analyte,value\nHD200,EGFR L858R,0.05\n"],
  ["measurements", '[{"material":"m","analyte":"a","value":1}]'],
  ["measurement history", "Run ID,Date,material,analyte,value\nR1,31.01.2026,HD200,EGFR,0.05\n"],
  ["measurements", '[{"run":"R1","time":"2026-01-31","material":"HD200","analyte":"EGFR","value":0.05}]'],
  ["measurements", '{"measurements":[{"run":"R1","time":"t","material":"m","analyte":"a","value":1}]}'],
  ["measurement history", HISTORY],
  ["measurement history", "sample,measured_at,methylation\ns1,2026-01-31,0.4\n"],
  ["nextflow trace", TRACE],
])("%s is recognised by its content", (format, text) => {
  expect(recogniseFormat("anything", Buffer.from(text))).toEqual({ format });
  expect(recogniseFormat("anything", gzipSync(text))).toEqual({ format });
  expect(recogniseFormat("a.vcf", Buffer.from(`\uFEFF${text.replaceAll("\n", "\r\n")}`))).toEqual({ format });
});

test("capitals of the header do not matter", () => {
  expect(recogniseFormat("x", disguised(aardvarkSummary([aardvarkRow(COUNTS)])).bytes)).toEqual({
    format: "aardvark summary",
  });
});

test.each([
  ["", "an empty file"],
  ["##fileformat=VCFv4.2\n#CHROM\n", "a VCF file"],
  ["\u001f\u008b", /^something that is no text/],
  ["PK\u0003\u0004\u0000\u0000", /^a ZIP archive, such as a spreadsheet/],
  ["<html></html>", "an HTML or XML document"],
  ["[1, 2]", "a JSON list of 2 items"],
  ['{"schema":"touchstone/monitor/1"}', "a JSON document of the schema touchstone/monitor/1"],
  ['{"a":1,"b":2}', "a JSON document with the fields a, b"],
  ['{"a":1,"b"', "a JSON document that is damaged or cut off"],
  ["id,colour\n1,red\n", "a table with the columns id, colour"],
  ["run,colour\n1,2026-01-01\n", "a table with the columns run, colour"],
  [`${Array.from({ length: 14 }, (_, index) => `c${index}`).join(",")}\n`, /c11 and 2 more$/],
  ["hello\u0007 world\nmore\n", "a text that begins with 'hello  world'"],
  [`${"x".repeat(100)}\n`, `a text that begins with '${"x".repeat(60)}...'`],
])("%j is none of the results, and is described", (text, found) => {
  const recognition = recogniseFormat("anything.csv", Buffer.from(text, "latin1"));
  expect(recognition).toEqual({
    format: null,
    found: typeof found === "string" ? found : expect.stringMatching(found),
  });
});

describe.skipIf(!sharedDataAvailable("happy-cases"))("files of the programs", () => {
  const named = (pattern: string) => globSync(pattern, { cwd: sharedData("") }).sort();
  test.each([
    ...named("**/*summary.csv").map((path) => [path, "hap.py summary"]),
    ...named("**/*extended.csv").map((path) => [path, "hap.py extended"]),
    ...named("**/*summary.txt").map((path) => [path, "vcfeval summary"]),
    ...named("**/*_roc.tsv").map((path) => [path, "vcfeval roc"]),
    ...named("**/happy-*.vcf.gz").map((path) => [path, "comparison vcf"]),
    ["vcfeval-cases/ga4gh/expected/output.vcf", "comparison vcf"],
    ...named("**/*.{bed,vcf,fai,vcf.gz,counts.csv}")
      .filter((path) => !/happy-.*vcf\.gz|ga4gh\/expected\/output\.vcf/.test(path))
      .map((path) => [path, null]),
  ])("%s", (path, format) => {
    expect(recogniseFormat("file", readFileSync(sharedData(path as string))).format).toBe(format);
  });
});
