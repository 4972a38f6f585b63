import type { ComparisonOptions } from "@touchstone/concordance";
import { afterAll, describe, expect, test } from "vitest";
import { fastaOf, vcfOf, writeInput } from "./support/inputs.ts";
import { compareSmall, labelLines, labelsOf } from "./support/label-lines.ts";
import { readRows, sampleField } from "./support/labels.ts";
import { removeComparisons, runComparison } from "./support/run-comparison.ts";

//                          10        20        30        40        50        60        70
//                 1234567890123456789012345678901234567890123456789012345678901234567890123456789
const SEQUENCE = "GATTACACATCTGGACTTGCATGCCATTGGACGTACCTGAGGTCATCAGTTCCAGTACGGATTCAGCTTACGGACATCC";
const CONTIGS = { chr1: SEQUENCE + SEQUENCE };
afterAll(removeComparisons);

describe("ploidy", () => {
  const compared = (truth: string, query: string, ploidy: "flexible" | "strict" = "flexible") =>
    labelsOf({
      contigs: CONTIGS,
      truth: [`chr1 20 C T ${truth}`],
      query: [`chr1 20 C T ${query}`],
      options: { ploidy },
    });

  test.each([
    ["1", "1/1"],
    ["1", "1"],
    ["0/1", "1/0"],
    ["0/1", "0|1"],
    ["1/1/1", "1/1/1"],
    ["0/1/1", "1/0/1"],
    ["1", "1/1/1"],
    ["0/1", "0/0/1/1"],
    ["1/1", "1/1/1/1"],
    ["0/0/0/1", "1/0/0/0"],
    ["1/1", "1/1/1"],
  ])("%s is %s", async (truth, query) => {
    expect(await compared(truth, query)).toEqual(["T 20 TP gm", "Q 20 TP gm"]);
    expect(await compared(query, truth)).toEqual(["T 20 TP gm", "Q 20 TP gm"]);
  });

  test.each([
    ["0/1", "1/1"],
    ["0/1", "1"],
    ["0/0/1", "0/1/1"],
    ["0/1", "0/0/0/1"],
    ["0/1", "0/1/1"],
    ["./1", "0/1"],
    ["./1", "./1"],
    ["./1", "1"],
  ])("%s is not %s, but the same allele", async (truth, query) => {
    expect(await compared(truth, query)).toEqual(["T 20 FN am", "Q 20 FP am"]);
    expect(await compared(query, truth)).toEqual(["T 20 FN am", "Q 20 FP am"]);
  });

  test.each([
    ["1", "1/1"],
    ["0/1", "0/0/1/1"],
    ["1/1", "1/1/1"],
  ])("strict: %s is not %s", async (truth, query) => {
    expect(await compared(truth, query, "strict")).toEqual(["T 20 FN am", "Q 20 FP am"]);
    expect(await compared(truth, truth, "strict")).toEqual(["T 20 TP gm", "Q 20 TP gm"]);
  });

  test("more than four alleles are not assessed", async () => {
    expect(await compared("0/0/0/0/1", "0/1")).toEqual(["T 20 N ploidy", "Q 20 FP ."]);
  });

  test.each([
    ["0/0", "hom-ref"],
    ["./.", "no-call"],
    [".", "no-call"],
    ["./0", "no-call"],
  ])("%s is not assessed: %s", async (genotype, reason) => {
    expect(await compared(genotype, genotype)).toEqual([`T 20 N ${reason}`, `Q 20 N ${reason}`]);
  });

  test("the wrong genotype counts as FP.gt", async () => {
    const { result } = await compareSmall({ contigs: CONTIGS, truth: ["chr1 20 C T 0/1"], query: ["chr1 20 C T 1/1"] });
    const row = result.metrics.rows.find(({ type, subtype }) => type === "SNP" && subtype === "*");
    expect(row).toMatchObject({ truth: { fn: 1 }, query: { fp: 1, fpGenotype: 1, fpAllele: 0 } });
  });
});

describe("alleles", () => {
  const options = { match: "alleles" } as const;

  test("genotypes do not matter, other alleles do", async () => {
    const truth = ["chr1 20 C T 0/1", "chr1 30 G A 1/1", "chr1 50 T A,C 1/2"];
    const query = ["chr1 20 C T 1/1", "chr1 30 G C 1/1", "chr1 50 T C 0/1"];
    expect(await labelsOf({ contigs: CONTIGS, truth, query, options })).toEqual([
      "T 20 TP am",
      "Q 20 TP am",
      "T 30 FN lm",
      "Q 30 FP lm",
      "T 50 TP am",
      "Q 50 TP am",
    ]);
  });

  test("sites without samples on one side or both, and GT in some records only", async () => {
    const sites = ["chr1 20 C T", "chr1 30 GA G"];
    const genotyped = ["chr1 20 C T 0/1", "chr1 30 GA G 1/1"];
    const reference = writeInput("reference.fa", fastaOf(CONTIGS));
    const sitesOnly = writeInput("sites.vcf", vcfOf(sites, { samples: [] }));
    const calls = writeInput("calls.vcf", vcfOf(genotyped));
    const mixed = writeInput("mixed.vcf", vcfOf([genotyped[0], "chr1\t30\t.\tGA\tG\t.\t.\t.\tDP\t5"]));
    const files = [sitesOnly, calls, mixed];
    for (const truth of files) {
      for (const query of files) {
        const comparison = await runComparison({ truth, query, reference }, options);
        const labels = labelLines(comparison);
        expect(labels).toEqual(["T 20 TP am", "Q 20 TP am", "T 30 TP am", "Q 30 TP am"]);
      }
    }
  });
});

describe("phase", () => {
  const truth = ["chr1 20 C T 0|1", "chr1 22 T G 0|1"];
  const inOneRecord = ["chr1 20 CAT TAG 0/1"];
  const opposed = ["chr1 20 C T 0|1", "chr1 22 T G 1|0"];
  const respect = { phase: "respect" } as const;

  test("decides whether neighbours lie on one haplotype", async () => {
    const all = ["T 20 TP gm", "Q 20 TP gm", "T 22 TP gm"];
    expect((await labelsOf({ contigs: CONTIGS, truth, query: inOneRecord, options: respect })).sort()).toEqual(
      all.sort(),
    );
    expect((await labelsOf({ contigs: CONTIGS, truth: opposed, query: inOneRecord })).sort()).toEqual(all.sort());
    const labels = await labelsOf({ contigs: CONTIGS, truth: opposed, query: inOneRecord, options: respect });
    expect(labels.filter((label) => label.includes("TP"))).toEqual([]);
  });

  test("another phase set leaves the phase free", async () => {
    const withSet = (record: string, set: number) => {
      const [contig, position, ref, alt, genotype] = record.split(" ");
      return [contig, position, ".", ref, alt, "30", "PASS", ".", "GT:PS", `${genotype}:${set}`].join("\t");
    };
    const sets = (first: number, second: number) => [withSet(opposed[0], first), withSet(opposed[1], second)];
    const free = await labelsOf({ contigs: CONTIGS, truth: sets(20, 22), query: inOneRecord, options: respect });
    expect(free.filter((label) => label.includes("TP"))).toHaveLength(3);
    const bound = await labelsOf({ contigs: CONTIGS, truth: sets(20, 20), query: inOneRecord, options: respect });
    expect(bound.filter((label) => label.includes("TP"))).toHaveLength(0);
  });

  test("switches and flips are counted", async () => {
    const contigs = { chr1: SEQUENCE.repeat(20) };
    const places = Array.from({ length: 12 }, (_, i) => 20 + i * SEQUENCE.length);
    const phased = (pattern: string) =>
      places.map((position, i) => `chr1 ${position} C T ${pattern[i] === "a" ? "0|1" : "1|0"}`);
    const count = async (pattern: string) => {
      const comparison = { contigs, truth: phased("aaaaaaaaaaaa"), query: phased(pattern), options: respect };
      return (await compareSmall(comparison)).result.metrics.phase;
    };
    expect(await count("aaaaaaaaaaaa")).toMatchObject({ switchErrors: 0, flipErrors: 0 });
    expect(await count("bbbbbbbbbbbb")).toMatchObject({ switchErrors: 0, flipErrors: 0 });
    expect(await count("aaaaaabbbbbb")).toMatchObject({ switchErrors: 1, flipErrors: 0 });
    expect(await count("aaaaabaaaaaa")).toMatchObject({ switchErrors: 0, flipErrors: 1 });
    expect(await count("aaabaaaaabbb")).toMatchObject({ switchErrors: 1, flipErrors: 1 });
  });
});

describe("regions", () => {
  const bed = (text: string) => writeInput("regions.bed", text);
  /** A SNP at base 20, a deletion of bases 31 to 33, an insertion behind base 50. */
  const records = ["chr1 20 C T 0/1", "chr1 30 GACG G 0/1", "chr1 50 T TTTTT 0/1"];
  const inside = async (option: "regions" | "targets", text: string) => {
    const labels = await labelsOf({
      contigs: CONTIGS,
      truth: records,
      query: records,
      options: { [option]: bed(text) },
    });
    return labels
      .filter((label) => label.startsWith("Q") && label.includes("TP"))
      .map((label) => Number(label.split(" ")[1]));
  };

  test.each([
    ["the base of a SNP", "chr1\t19\t20\n", [20]],
    ["the base before a SNP", "chr1\t18\t19\n", []],
    ["the base behind a SNP", "chr1\t20\t21\n", []],
    ["one deleted base", "chr1\t32\t33\n", [30]],
    ["the anchor of a deletion alone", "chr1\t29\t30\n", []],
    ["the base behind a deletion", "chr1\t33\t34\n", []],
    ["both bases beside an insertion", "chr1\t49\t51\n", [50]],
    ["one base beside an insertion", "chr1\t49\t50\n", []],
    ["the other base beside an insertion", "chr1\t50\t51\n", []],
    ["both bases in touching intervals", "chr1\t40\t50\nchr1\t50\t60\n", [50]],
    ["overlapping intervals in any order", "chr1\t40\t60\nchr1\t10\t25\nchr1\t15\t22\n", [20, 50]],
    ["everything", "chr1\t0\t1000\n", [20, 30, 50]],
  ])("%s", async (_, text, expected) => {
    expect(await inside("regions", text)).toEqual(expected);
    expect(await inside("targets", text)).toEqual(expected);
  });

  test("outside confident regions truth is not counted, query UNK", async () => {
    const regions = bed("chr1\t19\t20\n");
    const query = [...records.slice(0, 2), "chr1 70 A C 0/1"];
    const comparison = await compareSmall({ contigs: CONTIGS, truth: records, query, options: { regions } });
    expect(labelLines(comparison)).toEqual([
      "T 20 TP gm",
      "Q 20 TP gm",
      "T 30 N outside-regions",
      "Q 30 UNK gm",
      "T 50 N outside-regions",
      "Q 70 UNK lm",
    ]);
    expect(comparison.result.metrics.records.truth.notAssessed).toEqual({ "outside-regions": 2 });
  });

  test("matches across the border count on the side that is inside", async () => {
    const truth = ["chr1 20 CAT TAG 1/1"];
    const query = ["chr1 20 C T 1/1", "chr1 22 T G 1/1"];
    const reference = writeInput("reference.fa", fastaOf(CONTIGS));
    const inputs = {
      truth: writeInput("truth.vcf", vcfOf(truth)),
      query: writeInput("query.vcf", vcfOf(query)),
      reference,
    };
    const comparison = await runComparison(inputs, { regions: bed("chr1\t19\t21\n") });
    expect(labelLines(comparison).sort()).toEqual(["Q 20 TP gm", "Q 22 UNK gm", "T 20 TP gm"]);
  });
});

describe("filters and scores", () => {
  const line = (position: number, filter: string, quality: string, info = ".", sample = "0/1:9") =>
    [
      "chr1",
      position,
      ".",
      SEQUENCE[position - 1],
      SEQUENCE[position - 1] === "A" ? "C" : "A",
      quality,
      filter,
      info,
      "GT:GQ",
      sample,
    ].join("\t");
  const header = {
    meta: [
      '##INFO=<ID=SC,Number=1,Type=Float,Description="x">',
      '##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="x">',
      '##FILTER=<ID=q10,Description="x">',
    ],
  };
  const truth = [line(20, "PASS", "50"), line(40, ".", "50"), line(60, "PASS", "50")];
  const query = [line(20, "q10", "5", "SC=1.5", "0/1:1"), line(40, ".", "30", "SC=-2", "0/1:.")];
  const run = (options: Partial<ComparisonOptions>) =>
    compareSmall({ contigs: CONTIGS, truth, query: [...query, line(60, "PASS", ".", ".", "0/1")], header, options });

  test("failed records are left out, and compared with all records", async () => {
    expect(labelLines(await run({}))).toEqual([
      "T 20 FN lm",
      "Q 20 N filtered",
      "T 40 TP gm",
      "Q 40 TP gm",
      "T 60 TP gm",
      "Q 60 TP gm",
    ]);
    const all = await run({ allRecords: true });
    expect(labelLines(all).filter((label) => label.includes("TP"))).toHaveLength(6);
    const rows = all.result.metrics.rows.filter(({ type, subtype }) => type === "SNP" && subtype === "*");
    expect(rows.map(({ filter, truth: { fn }, query: { tp } }) => [filter, fn, tp])).toEqual([
      ["ALL", 0, 3],
      ["PASS", 1, 2],
    ]);
  });

  test.each([
    ["QUAL", ["5", "30", "."]],
    ["INFO/SC", ["1.5", "-2", "."]],
    ["INFO.SC", ["1.5", "-2", "."]],
    ["FORMAT/GQ", ["1", ".", "."]],
    ["GQ", ["1", ".", "."]],
  ])("%s is the score of a query record and of the truth it matches", async (scoreField, expected) => {
    const rows = readRows((await run({ allRecords: true, scoreField })).file("vcf.gz"));
    const scores = (column: number) =>
      rows.filter((row) => sampleField(row, column, "BD") !== ".").map((row) => sampleField(row, column, "QQ"));
    expect(scores(1)).toEqual(expected);
    expect(scores(0)).toEqual(expected);
  });
});
