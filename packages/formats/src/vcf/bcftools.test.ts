import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sharedData, sharedDataAvailable, toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arbitraryRecords, recordLine, vcfText } from "../../test/arbitrary-vcf.ts";
import { readVcf } from "./read.ts";
import { transitionRatio, vcfStats } from "./stats.ts";
import type { VcfStats } from "./stats-tally.ts";

const REAL_FILES = [
  "hg002-grch38-chr20-1Mb/truth.vcf.gz",
  "hg002-grch38-chr20-1Mb/query.vcf.gz",
  "hg002-grch38-chr20-1Mb/second-caller.vcf.gz",
  "hg002-grch38-chr20-1Mb/expected/happy-xcmp.vcf.gz",
  "synthetic-4Mb/truth.vcf.gz",
  "synthetic-4Mb/query.vcf.gz",
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vcf-bcftools-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function bcftools(...args: string[]): string {
  return execFileSync("bcftools", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 28 });
}

type Counts = Omit<VcfStats, "genotypes">;

/** The counts of `bcftools stats`, whose table puts each on a line of its own. */
function statsByBcftools(path: string): Counts {
  const rows = bcftools("stats", path)
    .split("\n")
    .map((line) => line.split("\t"));
  const number = (key: string) => Number(rows.find((row) => row[0] === "SN" && row[2] === `number of ${key}:`)?.[3]);
  const [, , transitions, transversions] = rows.find((row) => row[0] === "TSTV") ?? [];
  return {
    records: number("records"),
    noAlts: number("no-ALTs"),
    snps: number("SNPs"),
    mnps: number("MNPs"),
    indels: number("indels"),
    others: number("others"),
    multiallelics: number("multiallelic sites"),
    multiallelicSnps: number("multiallelic SNP sites"),
    transitions: Number(transitions),
    transversions: Number(transversions),
  };
}

async function countsOf(path: string): Promise<Counts> {
  const { genotypes: _, ...counts } = await vcfStats(path);
  return counts;
}

function omitSubstitutions({ transitions: _ts, transversions: _tv, ...counts }: Counts): object {
  return counts;
}

/** ALT alleles that differ from `ref` in one base, which is not the first. */
function paddedSnps(ref: string, alts: string): string[] {
  return alts.split(",").filter((alt) => {
    const differing = [...ref].filter((base, i) => base !== alt[i]);
    return alt.length === ref.length && alt[0] === ref[0] && differing.length === 1;
  });
}

/** Fields of all records by `bcftools query`, and by `readVcf` in the same form. */
async function bothQueries(path: string, samples: number): Promise<[string[], string[]]> {
  const genotypes = samples > 0 ? "[\\t%GT]" : "";
  const expected = bcftools("query", "-f", `%CHROM\\t%POS\\t%ID\\t%REF\\t%ALT\\t%FILTER${genotypes}\\n`, path);
  using reader = await readVcf(path);
  const lines: string[] = [];
  for (const record of reader) {
    const { chrom, pos, id, ref, alts, filters } = record;
    const fixed = [chrom, pos, id ?? ".", ref, alts.join(",") || ".", filters?.join(";") ?? "."];
    const gts = Array.from({ length: samples }, (_, sample) => record.value(sample, "GT") ?? ".");
    lines.push([...fixed, ...gts].join("\t"));
  }
  return [lines, expected.split("\n").slice(0, -1)];
}

describe.skipIf(!toolAvailable("bcftools"))("compared with bcftools", () => {
  test("generated files read the same, record by record", async () => {
    const path = join(folder, "generated.vcf");
    for (const records of fc.sample(arbitraryRecords(2, 100), { seed: 3, numRuns: 15 })) {
      writeFileSync(path, vcfText(2, records));
      const [ours, theirs] = await bothQueries(path, 2);
      expect(ours).toEqual(theirs);
    }
  });

  test("generated files of upper-case alleles have the same counts", async () => {
    const path = join(folder, "counted.vcf");
    for (const records of fc.sample(arbitraryRecords(1, 200), { seed: 5, numRuns: 15 })) {
      // Breakends aside: bcftools 1.16 takes `]p]t` for none of its classes.
      const usual = records.filter(({ alt }) => !/[\][]/.test(alt));
      // The reference spelled again is a SNP to bcftools when it is one letter and another allele's case differs.
      writeFileSync(
        path,
        vcfText(
          1,
          usual.map((record) => ({ ...record, ref: record.ref.toUpperCase(), alt: record.alt.toUpperCase() })),
        ),
      );
      expect(await countsOf(path)).toEqual(statsByBcftools(path));
    }
  });

  test("BGZF written by bcftools reads the same as the text", async () => {
    const [records] = fc.sample(arbitraryRecords(1, 300), { seed: 9, numRuns: 1 });
    const plain = join(folder, "plain.vcf");
    const packed = join(folder, "packed.vcf.gz");
    writeFileSync(plain, vcfText(1, records));
    bcftools("view", "--no-version", "-Oz", "-o", packed, plain);
    expect(await countsOf(packed)).toEqual(await countsOf(plain));
  });

  test("BCF written by bcftools is named as such", async () => {
    const [records] = fc.sample(arbitraryRecords(1, 10), { seed: 9, numRuns: 1 });
    const plain = join(folder, "plain.vcf");
    writeFileSync(plain, vcfText(1, records));
    for (const format of ["-Ob", "-Ou"]) {
      const path = join(folder, "binary.bcf");
      bcftools("view", format, "-o", path, plain);
      await expect(readVcf(path)).rejects.toMatchObject({ code: "TS_VCF_IS_BCF" });
    }
  });

  describe.skipIf(!sharedDataAvailable("hg002-grch38-chr20-1Mb"))("on ../shared/data", () => {
    test.each(REAL_FILES)("%s: fields and counts", async (name) => {
      const path = sharedData(name);
      using reader = await readVcf(path);
      const [ours, theirs] = await bothQueries(path, reader.header.samples.length);
      expect(ours.length).toBeGreaterThan(400);
      expect(ours).toEqual(theirs);
      const { transitions, transversions, ...counts } = await countsOf(path);
      const expected = statsByBcftools(path);
      expect(counts).toEqual(omitSubstitutions(expected));
      // bcftools 1.16 leaves SNPs whose first letter is padding out of ts/tv.
      const padded = ours.flatMap((line) => paddedSnps(line.split("\t")[3], line.split("\t")[4])).length;
      expect(transitions + transversions).toBe(expected.transitions + expected.transversions + padded);
    });

    test.each(REAL_FILES)("%s: lines as `bcftools view` keeps them", async (name) => {
      using reader = await readVcf(sharedData(name));
      const ids = bcftools("view", "-H", "--no-version", sharedData(name)).split("\n").slice(0, -1);
      const places = [...reader].map(({ chrom, pos, ref }) => `${chrom}\t${pos}\t${ref}`);
      expect(places).toEqual(ids.map((line) => line.split("\t").toSpliced(2, 1).slice(0, 3).join("\t")));
    });
  });
});

test("vcfStats counts genotypes of the chosen sample", async () => {
  const path = join(folder, "genotypes.vcf");
  const gts = ["0/0", "0/1", "1|1", "./1", ".", "1", "0", "0/0/1", "1/2", ""];
  const template = { chrom: "1", id: ".", ref: "A", alt: "C,G", qual: ".", filter: ".", info: ".", format: "GT:GQ" };
  const records = gts.map((gt, i) => ({ ...template, pos: i + 1, samples: [`${gt}:3`, "1/1:4"] }));
  writeFileSync(path, `${vcfText(2, records)}1\t99\t.\tA\tC\t.\t.\t.\tGQ\t5\t5\n`);
  expect((await vcfStats(path)).genotypes).toEqual({ homRef: 2, het: 3, homAlt: 2, missing: 4 });
  expect((await vcfStats(path, { sample: 1 })).genotypes).toEqual({ homRef: 0, het: 0, homAlt: 10, missing: 1 });
  expect(transitionRatio(await vcfStats(path))).toBeCloseTo(10 / 11);
  const { genotypes: _, ...counts } = await vcfStats(path);
  expect(await vcfStats(path, { sample: null })).toEqual({ ...counts, genotypes: null });
});

test("vcfStats has no genotypes without samples and no ratio without transversions", async () => {
  const path = join(folder, "sites.vcf");
  const record = {
    chrom: "1",
    pos: 1,
    id: ".",
    ref: "A",
    alt: "G",
    qual: ".",
    filter: ".",
    info: ".",
    format: "",
    samples: [],
  };
  writeFileSync(path, vcfText(0, [record]));
  const stats = await vcfStats(path);
  expect(stats).toMatchObject({ records: 1, snps: 1, transitions: 1, transversions: 0, genotypes: null });
  expect(transitionRatio(stats)).toBeNull();
  writeFileSync(path, `${readFileSync(path, "utf8")}${recordLine({ ...record, ref: "?" })}\n`);
  await expect(vcfStats(path)).rejects.toMatchObject({ code: "TS_VCF_MALFORMED", details: { line: 18, column: 4 } });
});
