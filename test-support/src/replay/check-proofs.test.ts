import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkProofs } from "./check-proofs.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-proofs-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Rows are `POS REF ALT INFO truth query`, the samples as GT:BD:BK:BO. */
function check(...rows: string[]): ReturnType<typeof checkProofs> {
  const fasta = join(folder, "reference.fa.gz");
  writeFileSync(fasta, gzipSync(">other\nAC\n>chr1 a contig\nACGTTGCAAA\nCCCTAGATTTTTGC\n"));
  const vcf = join(folder, "out.vcf");
  const lines = rows.map((row) => {
    const [position, reference, alternate, info, truth, query] = row.split(" ");
    return ["chr1", position, ".", reference, alternate, ".", ".", info, "GT:BD:BK:BO", truth, query].join("\t");
  });
  writeFileSync(vcf, `##fileformat=VCFv4.2\n#CHROM\n${lines.join("\n")}\n`);
  return checkProofs(vcf, fasta);
}

test("matches are counted and proven by superlocus", async () => {
  const report = await check(
    "2 C G BS=2 0/1:TP:gm:0|1 1/0:TP:gm:0|1",
    "4 TT CA BS=4 0/1:TP:gm:1|0 .:.:.:.",
    "4 T C BS=4 .:.:.:. 0/1:TP:gm:1|0",
    "5 T A BS=4 .:.:.:. 0/1:TP:gm:1|0",
    "7 C G,T BS=7 0/1:FN:am:1 1/2:FP:am:1",
    "14 T . . .:.:.:. 0/0:N:.:.",
    "20 T G BS=20 1/1:FN:.:. .:.:.:.",
  );
  expect(report).toEqual({ superloci: 2, truthTp: 2, queryTp: 3, alleleMatches: 2, failures: [] });
});

test("sides that spell different sequences are named", async () => {
  const report = await check("2 C G,T BS=2 1/1:TP:gm:1|1 2/2:TP:gm:2|2");
  expect(report.failures).toEqual([
    "chr1 BS=2 TP: haplotype 1: truth is G, query is T",
    "chr1 BS=2 TP: haplotype 2: truth is G, query is T",
  ]);
});

test("a match of one side alone is no match", async () => {
  const report = await check("2 C G BS=2 0/1:TP:gm:0|1 .:.:.:.");
  expect(report.failures).toContain("chr1 BS=2: only one side has matches");
});

test("a match must say how it was made, in alleles of its genotype", async () => {
  const report = await check(
    "2 C G BS=2 0/1:TP:gm:. 0/1:TP:gm:.",
    "4 T C . 0/1:TP:gm:0|1 0/1:TP:gm:0|1",
    "7 C G BS=7 0/1:TP:gm:1|1 1:TP:gm:1|1",
  );
  expect(report.failures).toEqual([
    "chr1:2 truth: TP without BO",
    "chr1:2 query: TP without BO",
    "chr1:4 truth: TP without BS",
    "chr1:4 query: TP without BS",
    "chr1:7 truth: BO 1|1 is no order of GT 0/1",
  ]);
});

test("superloci that reach into each other must hold together", async () => {
  const deletion = "2 CGTT C BS=2 0/1:TP:gm:0|1 0/1:TP:gm:0|1";
  const oneHaplotype = [
    "3 GT AC BS=3 0/1:TP:gm:1|0 .:.:.:.",
    "3 G A BS=3 .:.:.:. 0/1:TP:gm:1|0",
    "4 T C BS=3 .:.:.:. 1/0:TP:gm:1|0",
  ];
  expect((await check(deletion, ...oneHaplotype)).failures).toEqual([]);
  const bothHaplotypes = oneHaplotype.map((row) => row.replace(/[01].[01]:TP:gm:1.0/, "1/1:TP:gm:1|1"));
  expect((await check(deletion, ...bothHaplotypes)).failures).toEqual(["chr1 BS=2 contradicts chr1 BS=3"]);
});

test("a call set that contradicts itself still equals itself", async () => {
  const report = await check("2 CGTT C BS=2 1/1:TP:gm:1|1 1/1:TP:gm:1|1", "4 T A BS=4 1/1:TP:gm:1|1 1/1:TP:gm:1|1");
  expect(report.failures).toEqual([]);
});

test("genotypes of a lower ploidy are spread over the haplotypes", async () => {
  const report = await check("2 C G BS=2 0/1:TP:gm:0|1|0|1 0/0/1/1:TP:gm:0|1|0|1");
  expect(report.failures).toEqual([]);
});

test("a contig that the reference lacks", async () => {
  const vcf = join(folder, "out.vcf");
  const fasta = join(folder, "reference.fa");
  writeFileSync(vcf, "chr2\t1\t.\tA\tC\t.\t.\tBS=1\tGT:BD:BO\t1:TP:1\t1:TP:1\n");
  writeFileSync(fasta, ">chr1\nA\n");
  expect((await checkProofs(vcf, fasta)).failures).toEqual(["chr2: not in the reference"]);
});
