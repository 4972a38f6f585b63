import { describe, expect, test } from "vitest";
import { readDeclaredSamples } from "./read-declared-samples.ts";
import { readDepthSummary } from "./read-depth-summary.ts";
import { readGtcheck } from "./read-gtcheck.ts";

/** Printed by bcftools 1.16: `bcftools gtcheck -e 0 -u GT,GT samples.vcf.gz`, without the folder that it names. */
const GTCHECK = `# This file was produced by bcftools (1.16+htslib-1.16), the command line was:
# \t bcftools gtcheck  -e 0 -u GT,GT samples.vcf.gz
#
INFO\tTime required to process one record .. 0.000016 seconds
INFO\tsites-compared\t60
INFO\tsites-skipped-no-match\t0
INFO\tsites-skipped-multiallelic\t0
INFO\tsites-skipped-monoallelic\t0
INFO\tsites-skipped-no-data\t0
INFO\tsites-skipped-GT-not-diploid\t0
INFO\tsites-skipped-PL-not-diploid\t0
# DC, discordance:
#     - query sample
#     - genotyped sample
#     - discordance (number of mismatches; smaller is better)
#     - negative log of HWE probability at matching sites (rare genotypes mataches are more informative, bigger is better)
#     - number of sites compared (bigger is better)
#DC\t[2]Query Sample\t[3]Genotyped Sample\t[4]Discordance\t[5]-log P(HWE)\t[6]Number of sites compared
DC\tA_R2\tA_R1\t2\t2.044116e+02\t55
DC\tB_R1\tA_R1\t30\t1.081636e+02\t57
DC\tB_R1\tA_R2\t29\t1.052732e+02\t52
`;

describe("bcftools gtcheck", () => {
  const pairs = [
    { first: "A_R2", second: "A_R1", compared: 55, discordant: 2 },
    { first: "B_R1", second: "A_R1", compared: 57, discordant: 30 },
    { first: "B_R1", second: "A_R2", compared: 52, discordant: 29 },
  ];

  test("as 1.16 prints it, and in the rows of later releases", () => {
    expect(readGtcheck(GTCHECK, "pairs.txt")).toEqual(pairs);
    const later = GTCHECK.replaceAll("\nDC\t", "\nDCv2\t").replaceAll("#DC\t", "#DCv2\t");
    expect(readGtcheck(later, "pairs.txt")).toEqual(pairs);
  });

  test("as the module's table", () => {
    const table = [
      "query\tgenotyped\tagainst\tdiscordant_sites\tcompared_sites",
      "A_R2\tA_R1\tsamples\t2\t55",
      "B_R1\tA_R1\tsamples\t30\t57",
      "B_R1\tA_R2\tsamples\t29\t52",
    ];
    expect(readGtcheck(`${table.join("\n")}\n`, "pairs.tsv")).toEqual(pairs);
    expect(readGtcheck(`${table[0]}\n`, "pairs.tsv")).toEqual([]);
  });

  test.each([
    // As 1.16 prints without -e 0.
    [
      "scores",
      GTCHECK.replace("A_R1\t2\t", "A_R1\t1.981778e+01\t"),
      "pairs.txt:19, column 4: '1.981778e+01' is no number",
    ],
    ["more sites than compared", GTCHECK.replace("A_R1\t2\t", "A_R1\t56\t"), "56 of 55 sites cannot differ"],
    ["a row that was cut off", GTCHECK.slice(0, -4), "column 6: '' is no number of sites"],
    ["another file", "#CHROM\tPOS\n", "pairs.txt is neither printed by bcftools gtcheck"],
    ["an empty file", "", "pairs.txt is neither printed by bcftools gtcheck"],
  ])("%s is refused", (_, text, message) => {
    expect(() => readGtcheck(text, "pairs.txt")).toThrow(
      expect.objectContaining({ code: "TS_IDENTITY_INVALID", message: expect.stringContaining(message) }),
    );
  });
});

describe("mosdepth's summary", () => {
  const summary = [
    "chrom\tlength\tbases\tmean\tmin\tmax",
    "chr20\t200000\t5987654\t29.94\t0\t61",
    "chr20_region\t200000\t5987654\t29.94\t0\t61",
    "total\t200000\t5987654\t29.94\t0\t61",
    "total_region\t200000\t5987654\t29.94\t0\t61",
  ];

  test("holds its contigs", () => {
    expect(readDepthSummary(`${summary.join("\n")}\n`, "A")).toEqual([
      { contig: "chr20", length: 200_000, bases: 5_987_654 },
    ]);
  });

  test("another file, and a row that is no count, are refused", () => {
    expect(() => readDepthSummary("chr20\t1\t2\n", "A.txt")).toThrow("A.txt:1: no summary of mosdepth");
    const broken = `${summary[0]}\nchr20\t200000\tx\t1\t0\t1\n`;
    expect(() => readDepthSummary(broken, "A.txt")).toThrow("A.txt:2: length '200000' and bases 'x' are no counts");
  });
});

describe("a samplesheet", () => {
  const row = { sample: "A", replicate: 1, sex: "male", lane: "L1", truth_set: "HG002", fastq_1: "a.fastq.gz" };

  test("has a row a lane, and one sample an id", () => {
    const rows = [row, { ...row, lane: "L2" }, { ...row, replicate: "2", truth_set: null, material: "HD200" }];
    expect(readDeclaredSamples(JSON.stringify(rows), "s.json")).toEqual([
      { id: "A_R1", sample: "A", sex: "male", truthSet: "HG002", material: null },
      { id: "A_R2", sample: "A", sex: "male", truthSet: null, material: "HD200" },
    ]);
  });

  test("rows of one id that contradict each other, and a wrong sex, are refused with their place", () => {
    const contradicting = JSON.stringify([row, { ...row, sex: "female" }], null, 1);
    expect(() => readDeclaredSamples(contradicting, "s.json")).toThrow("A_R1 has sex female here and male before");
    expect(() => readDeclaredSamples(JSON.stringify([{ ...row, sex: "M" }]), "s.json")).toThrow(
      '"M" is none of female, male, unknown',
    );
  });
});
