import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { describe, expect, test } from "vitest";
import { thrownBy } from "../../test/thrown-by.ts";
import { importComparison } from "../import-comparison.ts";
import { collectDiscordant } from "./collect-discordant.ts";
import type { DiscordantVariant } from "./discordant-variant.ts";
import { isComparedVcf, readComparedRows } from "./read-compared-rows.ts";

const HEADER = [
  "##fileformat=VCFv4.2",
  "##contig=<ID=chr2,length=1000>",
  "##contig=<ID=chr1,length=1000>",
  "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTRUTH\tQUERY",
];
const FORMAT = "GT:BD:BK:BVT:BLT:BI:QQ";
const NONE = ".:.:.:NOCALL:nocall";

function row(place: string, alleles: string, info: string, truth: string, query: string): string {
  const [contig, position] = place.split(":");
  const [ref, alt] = alleles.split(">");
  return [contig, position, ".", ref, alt, ".", "PASS", info, FORMAT, truth, query].join("\t");
}

function collect(...rows: readonly string[]): readonly DiscordantVariant[] {
  const text = `${[...HEADER, ...rows].join("\n")}\n`;
  expect(isComparedVcf(text)).toBe(true);
  return collectDiscordant(readComparedRows({ file: "P.vcf.gz", text })).variants;
}

const FN = (genotype: string) => `${genotype}:FN:.:SNP:het:ti:.`;
const FP = (genotype: string, kind = ".") => `${genotype}:FP:${kind}:SNP:het:ti:12.5`;
const TP = "0/1:TP:gm:SNP:het:ti:30";

test("every field of an FN and an FP is taken over, and what the file does not say is null", () => {
  const info = "BS=7;BM=search;FLANKS=ACG,T;Regions=low%2Ccomplexity,CONF,TS_contained";
  const [first, second] = collect(row("chr1:8", "A>C", info, "0|1:FN:am:SNP:het:tv:.", FP("1/1", "lm")));
  expect(first).toMatchObject({
    ...{
      label: "FN",
      contig: "chr1",
      contigPlace: 1,
      position: 8,
      ref: "A",
      alt: "C",
      filter: "PASS",
      genotype: "0|1",
    },
    ...{ variantType: "SNP", subtype: "tv", genotypeClass: "het", score: null, matchKind: "allele", method: "search" },
    ...{ superlocus: 7, basesBefore: "ACG", basesAfter: "T", strata: ["low,complexity"] },
  });
  expect(second).toMatchObject({ label: "FP", genotype: "1/1", score: 12.5, matchKind: "local" });
  const [bare] = collect(row("chr9:8", "AC>C", ".", "0/1:FN", NONE));
  expect(bare).toMatchObject({
    ...{ contigPlace: 2, superlocus: null, method: null, strata: null, basesBefore: null, basesAfter: null },
    ...{ variantType: "INDEL", subtype: null, genotypeClass: null, matchKind: null, nearby: [] },
  });
});

test("a variant is the same however its genotype is phased, and a repeated record is another one", () => {
  const at = (genotype: string) => row("chr1:8", "A>C", ".", FN(genotype), NONE);
  const [phased, unphased, otherGenotype] = ["1|0", "0/1", "1/1"].map(
    (genotype) => collect(at(genotype))[0]?.variantSha256,
  );
  expect(unphased).toBe(phased);
  expect(otherGenotype).not.toBe(phased);
  const twice = collect(at("0/1"), at("0/1")).map(({ variantSha256 }) => variantSha256);
  expect(twice[0]).toBe(phased);
  expect(new Set(twice).size).toBe(2);
  const [asFp] = collect(row("chr1:8", "A>C", ".", NONE, FP("0/1")));
  expect(asFp?.variantSha256).not.toBe(phased);
});

test("nearby is what is less than 30 bases away or of the same superlocus, on the same contig", () => {
  const discordant = row("chr1:100", "AC>A", "BS=101", FN("0/1"), NONE);
  const others = {
    before: row("chr1:70", "A>C", "BS=70", TP, TP),
    tooFarBefore: row("chr1:69", "AC>A", "BS=69", TP, TP),
    otherSuperlocus: row("chr1:131", "A>C", "BS=131", TP, TP),
    tooFarBehind: row("chr1:132", "A>C", "BS=132", TP, TP),
    ofSuperlocus: row("chr1:300", "A>C", "BS=101", NONE, FP("0/1")),
  };
  const { tooFarBefore, before, otherSuperlocus, tooFarBehind, ofSuperlocus } = others;
  const rows = [tooFarBefore, before, discordant, otherSuperlocus, tooFarBehind, ofSuperlocus];
  const found = collect(...rows).find(({ position }) => position === 100);
  // 69 AC ends at 70, and 29 bases lie between it and 100; from 70 it is one fewer: REF spans are what is measured.
  expect(found?.nearby.map(({ position }) => position)).toEqual([69, 70, 131, 300]);
  expect(found?.nearby[1]).toEqual({
    ...{ position: 70, ref: "A", alt: "C", filter: "PASS", superlocus: 70, method: null, reason: null },
    truth: { genotype: "0/1", decision: "TP", matchKind: "genotype", score: 30 },
    query: { genotype: "0/1", decision: "TP", matchKind: "genotype", score: 30 },
  });
});

test.each([
  ["cut off", "chr1\t5\t.\tA\tC", /line 5, columns: has 5/],
  ["without a position", row("chr1:x", "A>C", ".", FN("0/1"), NONE), /POS: 'x'/],
  ["of no decision", row("chr1:5", "A>C", ".", "0/1:MAYBE", NONE), /TRUTH BD: 'MAYBE'/],
])("a row %s is refused with its place", (_, line, message) => {
  expect(thrownBy(() => collect(line))).toMatchObject({
    code: "TS_RESULT_INVALID",
    message: expect.stringMatching(message),
    details: { file: "P.vcf.gz", line: 5 },
  });
});

test("rows out of order are refused, within a contig and when a contig comes again", () => {
  const at = (place: string) => row(place, "A>C", ".", FN("0/1"), NONE);
  expect(() => collect(at("chr1:9"), at("chr1:8"))).toThrow("line 6, POS: chr1:8 is out of order");
  expect(() => collect(at("chr1:9"), at("chr2:8"), at("chr1:10"))).toThrow("line 7, POS: chr1:10 is out of order");
});

test("other VCFs are none of a comparison", () => {
  expect(isComparedVcf("##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tHG002\n")).toBe(
    false,
  );
  expect(isComparedVcf("type,filter\n")).toBe(false);
});

const SHARED_CALLS = "hg002-grch38-chr20-1Mb/expected";
describe.skipIf(!sharedDataAvailable("hg002-grch38-chr20-1Mb"))("VCFs of hap.py", () => {
  test.each(["happy-vcfeval", "happy-xcmp"])("%s: as many FN and FP of each type as its summary says", (name) => {
    const files = ["summary.csv", "vcf.gz"].map((ending) => {
      return { name: `${name}.${ending}`, bytes: readFileSync(sharedData(`${SHARED_CALLS}/${name}.${ending}`)) };
    });
    const { discordant, format } = importComparison(files);
    expect(format).toBe("hap.py");
    const [header = "", ...lines] = String(files[0]?.bytes).trim().split("\n");
    const columns = header.split(",");
    for (const line of lines) {
      const cells = line.split(",");
      const cell = (column: string) => cells[columns.indexOf(column)];
      if (cell("Filter") !== "ALL") continue;
      const found = (label: string) =>
        discordant?.variants.filter((one) => one.label === label && one.variantType === cell("Type")).length;
      expect([found("FN"), found("FP")]).toEqual([cell("TRUTH.FN"), cell("QUERY.FP")].map(Number));
    }
    const text = gunzipSync(files[1]?.bytes ?? Buffer.alloc(0)).toString();
    const decisions = text
      .split("\n")
      .filter((one) => !one.startsWith("#"))
      .join("\n");
    expect(discordant?.total).toBe([...decisions.matchAll(/:F[NP]:/g)].length);
  });
});
