import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { fastaOf, vcfOf, writeInput } from "./support/inputs.ts";
import { labelLines, labelsOf } from "./support/label-lines.ts";
import { readRows } from "./support/labels.ts";
import { removeComparisons, runComparison } from "./support/run-comparison.ts";

//                          10        20        30        40        50        60        70
//                 1234567890123456789012345678901234567890123456789012345678901234567890123456789
const SEQUENCE = "GATTACACATCTGGACTTGCATGCCATTGGACGTACCTGAGGTCATCAGTTCCAGTACGGATTCAGCTTACGGACATCC";
const CONTIGS = { chr1: SEQUENCE };
afterAll(removeComparisons);

const self = (...records: string[]) => labelsOf({ contigs: CONTIGS, truth: records, query: records });
const against = (truth: string[], query: string[], contigs: Record<string, string> = CONTIGS) =>
  labelsOf({ contigs, truth, query });

describe("letters", () => {
  test("lower case in the reference and in the records is no difference", async () => {
    const contigs = { chr1: SEQUENCE.toLowerCase() };
    expect(
      await against(["chr1 20 C T 0/1", "chr1 30 GACG G 1/1"], ["chr1 20 c t 0/1", "chr1 30 gacg g 1/1"], contigs),
    ).toEqual(["T 20 TP gm", "Q 20 TP gm", "T 30 TP gm", "Q 30 TP gm"]);
  });

  test("ambiguity codes on either side are no REF mismatch", async () => {
    const contigs = { chr1: `${SEQUENCE.slice(0, 19)}M${SEQUENCE.slice(20, 29)}R${SEQUENCE.slice(30)}` };
    const query = ["chr1 20 N T 0/1", "chr1 30 GACG G 1/1", "chr1 50 N C 0/1"];
    expect(await against(["chr1 20 C T 0/1", "chr1 30 AACG A 1/1", "chr1 50 T C 0/1"], query, contigs)).toEqual([
      "T 20 TP gm",
      "Q 20 TP gm",
      "T 30 TP gm",
      "Q 30 TP gm",
      "T 50 TP gm",
      "Q 50 TP gm",
    ]);
  });

  test("indels are not shifted through a gap of N", async () => {
    const contigs = { chr1: `${SEQUENCE.slice(0, 20)}${"N".repeat(300)}${SEQUENCE.slice(20)}` };
    const labels = await against(["chr1 20 CN C 0/1"], ["chr1 319 NN N 0/1"], contigs);
    expect(labels.map((label) => label.split(" ")[2])).toEqual(["FN", "FP"]);
  });
});

describe("places", () => {
  test("the first and the last base, and what is deleted or inserted there", async () => {
    const last = SEQUENCE.length;
    const records = ["chr1 1 G T 0/1", `chr1 ${last - 2} TCC T 0/1`];
    expect(await self(...records)).toEqual(["T 1 TP gm", "Q 1 TP gm", `T ${last - 2} TP gm`, `Q ${last - 2} TP gm`]);
    const ends = ["chr1 1 GA A 0/1", `chr1 ${last} C CTTT 1/1`];
    expect(await self(...ends)).toEqual(["T 1 TP gm", "Q 1 TP gm", `T ${last} TP gm`, `Q ${last} TP gm`]);
    expect(await self("chr1 1 G TTTG 0/1")).toEqual(["T 1 TP gm", "Q 1 TP gm"]);
  });

  test("a whole contig may be deleted", async () => {
    expect(await self(`chr1 1 ${SEQUENCE} G 0/1`)).toEqual(["T 1 TP gm", "Q 1 TP gm"]);
  });

  test("telomeres, before the first base and behind the last, are carried through", async () => {
    const behind = SEQUENCE.length + 1;
    const records = ["chr1 0 N .[chr1:30[ 0/1", "chr1 20 C T 0/1", `chr1 ${behind} N ]chr1:30]. 0/1`];
    expect(await self(...records)).toEqual([
      "T 0 N telomere",
      "Q 0 N telomere",
      "T 20 TP gm",
      "Q 20 TP gm",
      `T ${behind} N telomere`,
      `Q ${behind} N telomere`,
    ]);
  });

  test("contigs follow the reference, whatever the order of the files", async () => {
    const contigs = { chr2: SEQUENCE, chr10: SEQUENCE, chr1: SEQUENCE };
    const inOrder = (...names: string[]) => names.map((name) => `${name} 20 C T 0/1`);
    const labels = await against(inOrder("chr1", "chr2", "chr10"), inOrder("chr10", "chr1"), contigs);
    expect(labels).toEqual(["T 20 FN .", "T 20 TP gm", "Q 20 TP gm", "T 20 TP gm", "Q 20 TP gm"]);
  });
});

describe("what has no sequence is carried through with its reason", () => {
  test.each([
    ["chr1 20 C <DEL> 0/1", "symbolic"],
    ["chr1 20 C <*> 0/1", "symbolic"],
    ["chr1 20 C C[chr1:50[ 0/1", "breakend"],
    ["chr1 20 C . 0/0", "no-alt"],
    ["chr1 20 C * 0/1", "spanning-deletion"],
  ])("%s: %s", async (record, reason) => {
    expect(await self(record)).toEqual([`T 20 N ${reason}`, `Q 20 N ${reason}`]);
  });

  test("every input record is a row with its own POS, REF and ALT", async () => {
    const records = ["chr1 20 CATGC C,<DEL>,CAT 0/3", "chr1 20 C <DUP> ./.", "chr1 22 TGC * 1/1", "chr1 24 C A,* 1/2"];
    const reference = writeInput("reference.fa", fastaOf(CONTIGS));
    const [truth, query] = [writeInput("truth.vcf", vcfOf(records)), writeInput("query.vcf", vcfOf([]))];
    const rows = readRows((await runComparison({ truth, query, reference })).file("vcf.gz"));
    expect(rows.map((row) => [row[0], row[1], row[3], row[4]].join(" "))).toEqual(
      records.map((record) => record.split(" ").slice(0, 4).join(" ")),
    );
  });

  test("`*` leaves its haplotype to other records", async () => {
    const truth = ["chr1 20 CATGC C 0/1", "chr1 22 T A,* 1/2"];
    const query = ["chr1 20 CATGC C 0/1", "chr1 22 T A 0/1"];
    expect(await against(truth, query)).toEqual(["T 20 TP gm", "Q 20 TP gm", "T 22 TP gm", "Q 22 TP gm"]);
  });
});

describe("records in each other's way", () => {
  test("a duplicate matches once", async () => {
    expect(await against(["chr1 20 C T 1/1"], ["chr1 20 C T 1/1", "chr1 20 C T 1/1"])).toEqual([
      "T 20 TP gm",
      "Q 20 TP gm",
      "Q 20 FP lm",
    ]);
    expect(await self("chr1 20 C T 1/1", "chr1 20 C T 1/1")).toEqual(
      Array(2).fill(["T 20 TP gm", "Q 20 TP gm"]).flat(),
    );
  });

  test("an allele far down a long list of them", async () => {
    const insertions = Array.from({ length: 200 }, (_, i) => `C${"T".repeat(i + 1)}`);
    const labels = await against([`chr1 20 C ${insertions.join()} 0/150`], [`chr1 20 C ${insertions[149]} 0/1`]);
    expect(labels).toEqual(["T 20 TP gm", "Q 20 TP gm"]);
  });

  test("two alleles of a site in one record or in two", async () => {
    const labels = await against(["chr1 20 C T,G 1/2"], ["chr1 20 C T 0/1", "chr1 20 C G 0/1"]);
    expect(labels.map((label) => label.slice(-5))).toEqual(["TP gm", "TP gm", "TP gm"]);
  });

  test("a deletion and a SNP within it share no haplotype, with the SNP beside it they may", async () => {
    const joined = ["chr1 20 CATGC CATGG,C 1/2"];
    const apart = ["chr1 20 CATGC C 0/1", "chr1 24 C G 0/1"];
    expect((await against(joined, apart)).map((label) => label.slice(-5))).toEqual(["TP gm", "TP gm", "TP gm"]);
    const impossible = ["chr1 20 CATGC C 1/1", "chr1 24 C G 0/1"];
    expect((await against(joined, impossible)).filter((label) => label.includes("TP"))).toEqual([]);
    const beside = ["chr1 20 CATGCC CA 1/1"];
    const touching = ["chr1 20 CATGC C 1/1", "chr1 25 C A 1/1"];
    expect((await against(beside, touching)).map((label) => label.slice(-5))).toEqual(["TP gm", "TP gm", "TP gm"]);
  });

  test("records that together spell the reference are no match", async () => {
    const cancelling = ["chr1 26 ATT AT 0/1", "chr1 28 T TT 0/1"];
    expect((await against(["chr1 60 G T 0/1"], cancelling)).filter((label) => label.includes("TP"))).toEqual([]);
  });
});

describe("lines", () => {
  const text = vcfOf(["chr1 20 C T 0/1", "chr1 30 GACG G 1/1"]);
  const reference = () => writeInput("reference.fa", fastaOf(CONTIGS));

  test("CRLF in every file", async () => {
    const crlf = (content: string) => content.replaceAll("\n", "\r\n");
    const inputs = {
      truth: writeInput("truth.vcf", crlf(text)),
      query: writeInput("query.vcf", crlf(text), "bgzf"),
      reference: writeInput("reference.fa", crlf(fastaOf(CONTIGS))),
    };
    const regions = writeInput("regions.bed", "chr1\t0\t25\r\nchr1\t28\t70\r\n");
    const comparison = await runComparison(inputs, { regions });
    expect(labelLines(comparison)).toEqual(["T 20 TP gm", "Q 20 TP gm", "T 30 TP gm", "Q 30 TP gm"]);
    expect(gunzipSync(readFileSync(comparison.file("vcf.gz"))).toString()).not.toContain("\r");
  });

  test("no newline at the end, blank lines at the end", async () => {
    for (const ending of [text.trimEnd(), `${text}\n\n`]) {
      const path = writeInput("calls.vcf", ending);
      const comparison = await runComparison({ truth: path, query: path, reference: reference() });
      expect(labelLines(comparison)).toEqual(["T 20 TP gm", "Q 20 TP gm", "T 30 TP gm", "Q 30 TP gm"]);
    }
  });
});
