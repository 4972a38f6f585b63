import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compareReplicates } from "../src/compare-replicates.ts";
import { compareFiles, compareTexts, DEFAULTS, record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

const GOOD = vcf([record(100, "A", "C", "0/1:20,20"), record(200, "A", "C", "0/1:20,20")]);

/** The error of comparing a good run with a bad one; nothing may be left beside the prefix. */
async function errorOf(bad: string, options: Parameters<typeof compareTexts>[1] = {}) {
  const out = join(temporaryFolder(), "P");
  const thrown = await compareTexts([GOOD, bad], { out, ...options }).catch((error: unknown) => error);
  expect(readdirSync(dirname(out))).toEqual([]);
  expect(thrown).toBeInstanceOf(Error);
  return thrown as Error & { code: string; details: Record<string, unknown> };
}

test.each([[0], [1]])("%i replicates are too few", async (count) => {
  const replicates = writeFiles(temporaryFolder(), { "a.vcf": GOOD }).slice(0, count);
  const out = join(temporaryFolder(), "P");
  await expect(compareReplicates({ ...DEFAULTS, replicates, out })).rejects.toMatchObject({
    code: "TS_REPLICATES_TOO_FEW",
  });
  expect(existsSync(`${out}.reproducibility.json`)).toBe(false);
});

test("one file twice is refused: it agrees with itself", async () => {
  const [path] = writeFiles(temporaryFolder(), { "a.vcf": GOOD });
  await expect(compareFiles([path, path])).rejects.toMatchObject({
    code: "TS_REPLICATES_TOO_FEW",
    message: expect.stringContaining("twice"),
  });
});

// The header has 5 meta lines and the column line; records start in line 7.
test("a duplicate names file and line", async () => {
  const error = await errorOf(vcf([record(100, "A", "C", "0/1:20,20"), record(100, "A", "C", "0/1:20,20")]));
  expect(error.code).toBe("TS_REPLICATES_DUPLICATE");
  expect(error.message).toMatch(/run2\.vcf: line 8: the variant at chr1:100 is already/);
  expect(error.details).toMatchObject({ file: expect.stringContaining("run2.vcf"), line: 8, column: 5, field: "ALT" });
});

test("a duplicate in another spelling is found as well", async () => {
  const error = await errorOf(vcf([record(99, "GA", "GC", "0/1:20,20"), record(100, "A", "C", "0/1:20,20")]));
  expect(error).toMatchObject({ code: "TS_REPLICATES_DUPLICATE", details: { line: 8 } });
});

test("an allele twice in one record is a duplicate", async () => {
  const error = await errorOf(vcf([record(100, "A", "C,C", "1/2:2,20,20")]));
  expect(error).toMatchObject({ code: "TS_REPLICATES_DUPLICATE", details: { line: 7 } });
  expect(error.message).toContain("twice among its ALT alleles");
});

test.each([
  ["0/1:20,-3", "AD", "holds a negative number"],
  ["0/1:20,x", "AD", "is not 2 values"],
  ["0/1:20,NaN", "AD", "is not 2 values"],
  ["0/1:20", "AD", "is not 2 values"],
])("AD %s names file, line and column", async (sample, key, problem) => {
  const error = await errorOf(vcf([record(100, "A", "C", "0/1:20,20"), record(200, "A", "C", sample)]));
  expect(error.code).toBe("TS_VCF_MALFORMED");
  expect(error.message).toMatch(/run2\.vcf: line 8, column 10/);
  expect(error.message).toContain(problem);
  expect(error.details).toMatchObject({ line: 8, column: 10, field: `FORMAT/${key}` });
});

test("a VAF above 1 names file, line and column", async () => {
  const text = vcf(["chr1 100 . A C 50 PASS . GT:AF:DP 0/1:1.5:30"]).replace("ID=AD,Number=R", "ID=XX,Number=R");
  const meta =
    '##FORMAT=<ID=AF,Number=A,Type=Float,Description="Fraction">\n##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">\n';
  const error = await errorOf(text.replace("#CHROM", `${meta}#CHROM`));
  expect(error).toMatchObject({ code: "TS_VCF_MALFORMED", details: { line: 9, column: 10, field: "FORMAT/AF" } });
});

test("a replicate without AD says which fields it has", async () => {
  const text = vcf(["chr1 100 . A C 50 PASS . GT:GQ 0/1:40"]).replace("ID=AD", "ID=GQ");
  const error = await errorOf(text);
  expect(error.code).toBe("TS_REPLICATES_NO_DEPTH");
  expect(error.message).toMatch(/run2\.vcf has no allele depths .*: its FORMAT fields are GT, GQ/);
});

test("AD that is declared and stands in no record is no AD", async () => {
  const error = await errorOf(vcf(["chr1 100 . A C 50 PASS . GT:GQ 0/1:40"]));
  expect(error.code).toBe("TS_REPLICATES_NO_DEPTH");
  expect(error.message).toContain("none of its 1 records");
});

test("a VCF without samples has no depths", async () => {
  const text = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr1\t1\t.\tA\tC\t.\t.\t.\n";
  expect(await errorOf(text)).toMatchObject({ code: "TS_REPLICATES_NO_DEPTH" });
});

test("unsorted records name file, line and column", async () => {
  const error = await errorOf(vcf([record(200, "A", "C", "0/1:20,20"), record(100, "A", "C", "0/1:20,20")]));
  expect(error).toMatchObject({ code: "TS_VCF_UNSORTED", details: { line: 8, column: 2, field: "POS" } });
  expect(error.message).toMatch(/run2\.vcf: line 8: column 2/);
});

test("contigs whose records do not stand together are refused", async () => {
  const records = [
    record(1, "A", "C", "0/1:20,20"),
    record(1, "A", "C", "0/1:20,20", "chr2"),
    record(9, "A", "C", "0/1:20,20"),
  ];
  expect(await errorOf(vcf(records))).toMatchObject({ code: "TS_VCF_UNSORTED" });
});

test("a genotype of an allele that the record lacks is refused", async () => {
  const error = await errorOf(vcf([record(100, "A", "C", "0/2:20,20")]));
  expect(error).toMatchObject({ code: "TS_VCF_MALFORMED", details: { line: 7, field: "GT" } });
});

test("REF that is not the reference's names file, line and column", async () => {
  const [reference] = writeFiles(temporaryFolder(), { "r.fa": `>chr1\n${"A".repeat(250)}\n` });
  const bad = vcf([record(100, "A", "C", "0/1:20,20"), record(120, "AG", "A", "0/1:20,20")]);
  const error = await errorOf(bad, { reference });
  expect(error).toMatchObject({
    code: "TS_REF_MISMATCH",
    details: { line: 8, column: 4, field: "REF", position: 120 },
  });
});

test("a contig that the reference lacks is refused", async () => {
  const [reference] = writeFiles(temporaryFolder(), { "r.fa": `>1\n${"A".repeat(250)}\n` });
  expect(await errorOf(GOOD, { reference })).toMatchObject({ code: "TS_CONTIG_UNKNOWN" });
});

test("BCF, an empty file and a missing one are told apart", async () => {
  expect(await errorOf("BCF\u0002\u0002")).toMatchObject({ code: "TS_VCF_IS_BCF" });
  expect(await errorOf("")).toMatchObject({ code: "TS_FILE_EMPTY" });
  const [path] = writeFiles(temporaryFolder(), { "a.vcf": GOOD });
  await expect(compareFiles([path, `${path}.absent`])).rejects.toMatchObject({ code: "TS_FILE_NOT_FOUND" });
});

test("several samples need a choice", async () => {
  const text = vcf(["chr1 100 . A C 50 PASS . GT:AD 0/1:20,20 0/1:20,20"], [], "N T");
  expect(await errorOf(text)).toMatchObject({ code: "TS_SAMPLE_AMBIGUOUS" });
  expect(await errorOf(text, { samples: ["S", "X"] })).toMatchObject({ code: "TS_SAMPLE_UNKNOWN" });
});

test("regions on other contigs, or none, are refused", async () => {
  const [other, empty] = writeFiles(temporaryFolder(), { "o.bed": "1\t0\t10\n", "e.bed": "" });
  expect(await errorOf(GOOD, { regions: other })).toMatchObject({ code: "TS_CONTIG_UNKNOWN" });
  expect(await errorOf(GOOD, { regions: empty })).toMatchObject({ code: "TS_FILE_EMPTY" });
});

test("an aborted comparison leaves nothing", async () => {
  expect(await errorOf(GOOD, { signal: AbortSignal.abort() })).toMatchObject({ code: "TS_REPLICATES_ABORTED" });
});

test("runs without a contig in common are compared, with a warning", async () => {
  const { warnings, report } = await compareTexts([GOOD, vcf([record(100, "A", "C", "0/1:20,20", "1")])]);
  expect(warnings.join()).toContain("no contig in common");
  expect(report.strata[0].pairs[0].jaccard).toBe(0);
});
