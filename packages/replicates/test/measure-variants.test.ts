import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MeasureOptions, measureVariants, type VariantMeasurements } from "../src/measure/measure-variants.ts";
import { record, temporaryFolder, vcf, writeFiles } from "./replicate-files.ts";

const hasBcftools = toolAvailable("bcftools");
const GVCF = [
  '##ALT=<ID=NON_REF,Description="Any other allele">',
  '##INFO=<ID=END,Number=1,Type=Integer,Description="End">',
  '##FORMAT=<ID=MIN_DP,Number=1,Type=Integer,Description="Least depth">',
];
// Positions 1-24; a CA repeat at 5-11, TTTT at 18-21.
const BASES = "TTGACACACACTTGGATTTTTCGA";

function monitored(lines: readonly string[]): string {
  const columns = "#CHROM POS ID REF ALT QUAL FILTER INFO";
  const texts = ["##fileformat=VCFv4.2", ...[columns, ...lines].map((line) => line.replaceAll(/ +/g, "\t"))];
  return texts.map((line) => `${line}\n`).join("");
}

function measureTexts(
  calls: string,
  lines: readonly string[],
  options: Partial<MeasureOptions> = {},
): Promise<VariantMeasurements> {
  const folder = temporaryFolder();
  const [callsPath = "", variants = ""] = writeFiles(folder, { "calls.vcf": calls, "monitored.vcf": monitored(lines) });
  return measureVariants({ calls: callsPath, variants, vafDenominator: "all", out: join(folder, "out"), ...options });
}

function referenceFile(bases: string): string {
  return writeFiles(temporaryFolder(), { "reference.fa": `>chr1\n${bases}\n` })[0] as string;
}

describe("what is measured", () => {
  test("reads of the allele in those of all alleles, REF and NON_REF included", async () => {
    const calls = vcf([record(5, "C", "A,T,<NON_REF>", "0/1:10,8,1,1")], GVCF);
    const { measured, sample } = await measureTexts(calls, ["chr1 5 . C T . . .", "chr1 5 KRAS_G12D C A . . ."]);
    expect(sample).toBe("S");
    expect(measured.map(({ analyte, vaf, depth }) => [analyte, vaf, depth])).toEqual([
      ["chr1-5-C-T", 0.05, 20],
      ["KRAS_G12D", 0.4, 20],
    ]);
  });

  test("VAF 0 where reads were counted for the allele, and whatever FILTER says", async () => {
    const filtered = record(5, "C", "A", "0/0:30,0").replace("PASS", "QD2");
    const { measured } = await measureTexts(vcf([filtered]), ["chr1 5 a C A . . ."]);
    expect(measured).toMatchObject([{ vaf: 0, depth: 30 }]);
  });

  test("indels match however they are placed and padded", async () => {
    const reference = referenceFile(BASES);
    const calls = vcf([record(4, "ACA", "A", "0/1:6,2"), record(17, "TT", "T", "0/1:9,1")]);
    const lines = ["chr1 8 shifted ACA A . . .", "chr1 19 padded TTTCG TTCG . . ."];
    const { measured } = await measureTexts(calls, lines, { reference });
    expect(measured.map(({ analyte, vaf }) => [analyte, vaf])).toEqual([
      ["shifted", 0.25],
      ["padded", 0.1],
    ]);
    const trimmedOnly = await measureTexts(calls, lines);
    expect(trimmedOnly.unmeasured.map(({ analyte, reason }) => [analyte, reason])).toEqual([
      ["shifted", "absent"],
      ["padded", "absent"],
    ]);
  });

  test("one sample of several", async () => {
    const calls = vcf([record(5, "C", "A", "0/1:1,1").concat(" 0/1:3,1")], [], "S T");
    const { measured } = await measureTexts(calls, ["chr1 5 a C A . . ."], { sample: "T" });
    expect(measured).toMatchObject([{ vaf: 0.25, depth: 4 }]);
  });
});

describe("what is not measured is not 0", () => {
  const reasonOf = async (records: readonly string[], options: Partial<MeasureOptions> = {}) => {
    const known = record(2, "T", "A", "0/1:1,1");
    const { measured, unmeasured } = await measureTexts(
      vcf([known, ...records], GVCF),
      ["chr1 5 a C A . . ."],
      options,
    );
    expect(measured).toEqual([]);
    return unmeasured.map(({ reason, depth }) => [reason, depth]);
  };

  test("absent: no record of the allele", async () => {
    expect(await reasonOf([])).toEqual([["absent", null]]);
    expect(await reasonOf([record(5, "C", "T", "0/1:5,5")])).toEqual([["absent", null]]);
    expect(await reasonOf(["chr2 5 . C A 50 PASS . GT:AD 0/1:5,5"])).toEqual([["absent", null]]);
  });

  test("a reference block counts no alleles", async () => {
    expect(await reasonOf(["chr1 3 . G <NON_REF> . . END=9 GT:MIN_DP 0/0:33"])).toEqual([["reference block", 33]]);
  });

  test("a record without allele depths, or with a missing one", async () => {
    expect(await reasonOf(["chr1 5 . C A 50 PASS . GT 0/1"])).toEqual([["no allele depths", null]]);
    expect(await reasonOf([record(5, "C", "A", "0/1:.")])).toEqual([["no allele depths", null]]);
  });

  test("no reads", async () => {
    expect(await reasonOf([record(5, "C", "A", "./.:0,0")])).toEqual([["no reads", 0]]);
  });

  test("a record that was split by allele, unless VAF is a share of REF's and the allele's reads", async () => {
    const split = [record(5, "C", "A", "0/1:10,8"), record(5, "C", "T", "0/1:10,2")];
    expect(await reasonOf(split)).toEqual([["split record", 18]]);
    const { measured } = await measureTexts(vcf(split), ["chr1 5 a C A . . ."], { vafDenominator: "ref-alt" });
    expect(measured).toMatchObject([{ vaf: 8 / 18, depth: 18 }]);
  });

  test("a part with a REF or POS of its own, as trimming leaves it", async () => {
    const part = record(5, "C", "A", "0/1:10,8");
    expect(await reasonOf([part, record(5, "CAC", "C", "0/1:10,2")])).toEqual([["split record", 18]]);
    expect(await reasonOf([record(4, "ACA", "A", "0/1:10,2"), part])).toEqual([["split record", 18]]);
    expect(await reasonOf([part, record(5, "C", "*", "0/1:10,2")])).toEqual([["split record", 18]]);
  });
});

describe("records that a caller wrote apart have the reads of all alleles", () => {
  const lines = ["chr1 4 del ACACA A . . .", "chr1 7 snv C T . . ."];
  const vafs = async (records: readonly string[]) => {
    const { measured, unmeasured } = await measureTexts(vcf(records, GVCF), lines);
    expect(unmeasured).toEqual([]);
    return measured.map(({ vaf }) => vaf);
  };

  test("joint calls: an upstream deletion, and `*` where it reaches", async () => {
    const deletion = record(4, "ACACA", "A", "0/1:30,30");
    expect(await vafs([deletion, record(7, "C", "T,*", "1/2:10,20,30")])).toEqual([0.5, 20 / 60]);
    const alone = record(8, "A", "*", "0/1:30,30");
    expect(await vafs([deletion, record(7, "C", "T,*", "1/2:10,20,30"), alone])).toEqual([0.5, 20 / 60]);
  });

  test("a GVCF, where each record lists <NON_REF>", async () => {
    const deletion = record(4, "ACACA", "A,<NON_REF>", "0/1:30,30,0");
    expect(await vafs([deletion, record(7, "C", "T,*,<NON_REF>", "1/2:10,20,30,0")])).toEqual([0.5, 20 / 60]);
    expect(await vafs([deletion, record(7, "C", "T,<NON_REF>", "0/1:40,20,0")])).toEqual([0.5, 20 / 60]);
  });

  test("neighbours that do not overlap", async () => {
    const one = [record(4, "ACACA", "A", "0/1:30,30"), record(9, "C", "T", "0/1:10,30")];
    const { measured } = await measureTexts(vcf(one), ["chr1 4 del ACACA A . . .", "chr1 9 snv C T . . ."]);
    expect(measured.map(({ vaf }) => vaf)).toEqual([0.5, 0.75]);
  });
});

describe("lists that cannot be monitored", () => {
  const calls = vcf([record(5, "C", "A", "0/1:1,1")]);

  test.each([
    ["one ID of two alleles", ["chr1 5 a C A,T . . ."], "a already names chr1:5 C>A"],
    ["one variant twice", ["chr1 5 a C A . . .", "chr1 5 b CA AA . . ."], "b is the same variant as a"],
    ["a symbolic allele", ["chr1 5 a C <DEL> . . ."], "no change of bases"],
    ["no change", ["chr1 5 a C C . . ."], "changes nothing"],
    ["nothing", [], "holds no variant"],
  ])("%s", async (_, lines, message) => {
    await expect(measureTexts(calls, lines)).rejects.toMatchObject({
      code: "TS_MONITORED_INVALID",
      message: expect.stringContaining(message),
    });
  });

  test("a contig that neither side shares, and REF that is not the reference's", async () => {
    await expect(measureTexts(calls, ["1 5 a C A . . ."])).rejects.toMatchObject({ code: "TS_CONTIG_UNKNOWN" });
    const reference = referenceFile(BASES);
    const line = ["chr1 5 a G A . . ."];
    await expect(measureTexts(calls, line, { reference })).rejects.toMatchObject({ code: "TS_REF_MISMATCH" });
  });

  test("an allele that the calls have twice", async () => {
    const twice = vcf([record(4, "AC", "AA", "0/1:1,1"), record(5, "C", "A", "0/1:1,1")]);
    const line = ["chr1 5 a C A . . ."];
    await expect(measureTexts(twice, line)).rejects.toMatchObject({ code: "TS_REPLICATES_DUPLICATE" });
  });
});

/** Records with one to three ALT alleles at distances beyond each other, and their depths. */
const records = fc
  .array(
    fc.record({
      alts: fc.integer({ min: 1, max: 3 }),
      depths: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((drawn) =>
    drawn.map(({ alts, depths }, place) => ({ position: 10 * (place + 1), alts, depths: depths.slice(0, alts + 1) })),
  );

const ALTS = ["C", "G", "AT"];

function bcftools(...parameters: string[]): string {
  return execFileSync("bcftools", parameters, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

describe.skipIf(!hasBcftools)("against bcftools", () => {
  test("VAFs are those of bcftools query on the unsplit records", async () => {
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        const [path = ""] = writeFiles(temporaryFolder(), { "calls.vcf": callsOf(drawn) });
        const expected = new Map<string, { vaf: number; depth: number }>();
        for (const line of bcftools("query", "-f", "%POS\t%REF\t%ALT[\t%AD]\n", path).trimEnd().split("\n")) {
          const [position = "", ref = "", alts = "", ad = ""] = line.split("\t");
          const depths = ad.split(",").map(Number);
          const depth = depths.reduce((sum, one) => sum + one, 0);
          for (const [place, alt] of alts.split(",").entries()) {
            if (depth > 0)
              expected.set(`chr1-${position}-${ref}-${alt}`, { vaf: (depths[place + 1] ?? 0) / depth, depth });
          }
        }
        const { measured, unmeasured } = await measureTexts(readFileSync(path, "utf8"), linesOf(drawn));
        expect(new Map(measured.map(({ analyte, vaf, depth }) => [analyte, { vaf, depth }]))).toEqual(expected);
        expect(unmeasured.every(({ reason }) => reason === "no reads")).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("splitting the monitored list changes nothing; splitting calls changes only what needs the reads of all alleles", async () => {
    await fc.assert(
      fc.asyncProperty(records, async (drawn) => {
        const folder = temporaryFolder();
        const lines = drawn.map(({ position, alts }) => `chr1 ${position} . A ${ALTS.slice(0, alts).join(",")} . . .`);
        const [calls = "", list = ""] = writeFiles(folder, {
          "calls.vcf": callsOf(drawn),
          "list.vcf": monitored(lines).replace("#CHROM", "##contig=<ID=chr1,length=1000000>\n#CHROM"),
        });
        const [splitCalls = "", splitList = ""] = ["split.vcf", "splitlist.vcf"].map((name) => join(folder, name));
        bcftools("norm", "-m", "-any", "-o", splitCalls, calls);
        bcftools("norm", "-m", "-any", "-o", splitList, list);
        const measure = (of: Partial<MeasureOptions>) =>
          measureVariants({ calls, variants: list, out: join(folder, "out"), vafDenominator: "all", ...of });
        const whole = await measure({});
        expect(values(await measure({ variants: splitList }))).toEqual(values(whole));

        const ofSplit = await measure({ calls: splitCalls });
        const multiallelic = new Set(drawn.filter(({ alts }) => alts > 1).map(({ position }) => position));
        expect(values(ofSplit)).toEqual(values(whole).filter(([, position]) => !multiallelic.has(position)));
        for (const { position, reason } of ofSplit.unmeasured) {
          expect(reason).toBe(multiallelic.has(position) ? "split record" : "no reads");
        }
        const refAlt = { vafDenominator: "ref-alt" } as const;
        expect(values(await measure({ ...refAlt, calls: splitCalls }))).toEqual(values(await measure(refAlt)));
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ["CAA", "C,CA", "CAATTGACAT", 1],
    ["AT", "A,GT", "GGGATCCCGG", 4],
    ["CAA", "CGA,C", "GGGCAATTGG", 4],
  ])("parts of %s>%s that bcftools norm also trimmed are refused", async (ref, alts, bases, position) => {
    const reference = referenceFile(bases);
    const text = vcf([record(position, ref, alts, "1/2:10,20,30")]);
    const [path = ""] = writeFiles(temporaryFolder(), { "calls.vcf": text });
    const split = bcftools("norm", "-f", reference, "-m", "-any", path);
    const parts = split.split("\n").filter((line) => line.startsWith("chr1\t"));
    const refs = parts.map((line) => line.split("\t")[3]);
    expect(new Set(refs).size).toBe(2);
    const lines = alts.split(",").map((alt) => `chr1 ${position} . ${ref} ${alt} . . .`);
    expect(values(await measureTexts(text, lines, { reference })).map(([, , vaf]) => vaf)).toEqual([20 / 60, 30 / 60]);
    const { measured, unmeasured } = await measureTexts(split, lines, { reference });
    expect(measured).toEqual([]);
    expect(unmeasured.map(({ reason }) => reason)).toEqual(["split record", "split record"]);
  });

  test("left-aligning the calls by bcftools norm changes nothing", async () => {
    const reference = referenceFile(BASES);
    const calls = vcf([record(8, "ACA", "A", "0/1:5,3"), record(20, "T", "TT", "0/1:4,4")]);
    const [path = ""] = writeFiles(temporaryFolder(), { "calls.vcf": calls });
    const aligned = bcftools("norm", "-f", reference, path);
    const lines = ["chr1 8 a ACA A . . .", "chr1 17 b T TT . . ."];
    const before = await measureTexts(calls, lines, { reference });
    expect(values(before).map(([, , vaf]) => vaf)).toEqual([0.375, 0.5]);
    expect(values(await measureTexts(aligned, lines, { reference }))).toEqual(values(before));
  });
});

type Drawn = readonly { readonly position: number; readonly alts: number; readonly depths: readonly number[] }[];

function callsOf(drawn: Drawn): string {
  return vcf(
    drawn.map(({ position, alts, depths }) =>
      record(position, "A", ALTS.slice(0, alts).join(","), `0/1:${depths.join(",")}`),
    ),
  );
}

function linesOf(drawn: Drawn): string[] {
  return drawn.flatMap(({ position, alts }) => ALTS.slice(0, alts).map((alt) => `chr1 ${position} . A ${alt} . . .`));
}

function values({ measured }: VariantMeasurements): [string, number, number, number][] {
  return measured.map(({ analyte, position, vaf, depth }) => [analyte, position, vaf, depth]);
}
