import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  requireTool,
  SHARED_PIECE_DATA,
  sharedDataAvailable,
  sharedPiece,
  toolAvailable,
} from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestData, type TestData } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "test-data-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Of a standard normal number. */
const BOUND = 4;

function run(tool: string, ...args: string[]): string {
  return execFileSync(requireTool(tool), args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 2 ** 28,
  });
}

function digests(path: string): Record<string, string> {
  const names = readdirSync(path).filter((name) => name !== "params.yaml");
  return Object.fromEntries(
    names.sort().map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(path, name)))
        .digest("hex"),
    ]),
  );
}

describe.skipIf(!toolAvailable("bcftools") || !toolAvailable("bgzip"))("test data", () => {
  let data: TestData;
  beforeAll(async () => {
    data = await makeTestData({ folder: join(folder, "first"), seed: 7 });
  });

  test("the same seed gives the same bytes, another seed others", async () => {
    const reads = { depth: 2 };
    const first = await makeTestData({ folder: join(folder, "a"), seed: 3, reads });
    const again = await makeTestData({ folder: join(folder, "b"), seed: 3, reads });
    const other = await makeTestData({ folder: join(folder, "c"), seed: 4, reads });
    expect(digests(first.folder)).toEqual(digests(again.folder));
    expect(Object.keys(digests(first.folder)).length).toBeGreaterThan(20);
    const different = digests(other.folder);
    for (const name of ["reference.fa", "truth.vcf.gz", "SIM1_R1_L001_R1.fastq.gz"]) {
      expect(different[name]).not.toBe(digests(first.folder)[name]);
    }
  });

  test("samplesheets name files that are there; the swapped one differs in the last replicate", () => {
    const rows = (path: string) =>
      readFileSync(path, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split(","));
    const files = readdirSync(data.folder);
    for (const row of [...rows(data.samplesheet), ...rows(data.swappedSamplesheet)]) {
      expect(files).toEqual(expect.arrayContaining([row[1], row[2]]));
    }
    expect(rows(data.samplesheet)).toHaveLength(4);
    const changed = rows(data.swappedSamplesheet).filter((row, place) => row[1] !== rows(data.samplesheet)[place][1]);
    expect(changed.map(([sample, , , , replicate]) => [sample, replicate])).toEqual([
      ["SIM1", "2"],
      ["SIM1", "2"],
    ]);
  });

  test("no name of a read tells where it comes from: names are those of clusters, and no two are alike", () => {
    const text = run("bgzip", "-dc", join(data.folder, "SIM1_R1_L001_R1.fastq.gz"));
    const names = text.split("\n").filter((_, line) => line % 4 === 0 && line < text.length);
    const found = names.filter((name) => name !== "");
    for (const name of found) expect(name).toMatch(/^@TSM00001:\d+:H[A-Z0-9]{8}:1:\d{4}:\d+:\d+ 1:N:0:ATCACG$/);
    expect(new Set(found).size).toBe(found.length);
  });

  test("the reference has the base composition of a genome", () => {
    const bases = readFileSync(data.reference, "utf8").split("\n").slice(1).join("").toUpperCase();
    const known = [...bases].filter((base) => base !== "N");
    const gc = known.filter((base) => base === "G" || base === "C").length / known.length;
    expect(gc).toBeGreaterThan(0.35);
    expect(gc).toBeLessThan(0.5);
  });

  test("an annotation cache is built from the gene models and known sites, and named by the parameters", async () => {
    const built = await makeTestData({
      folder: join(folder, "cache"),
      reads: { depth: 1 },
      buildAnnotationCache: async ({ genes, reference, knownSites, folder: into }) => {
        expect([genes, reference, knownSites].every(existsSync)).toBe(true);
        return join(into, "made");
      },
    });
    const cache = join(built.folder, "annotation", "made");
    expect(built.annotationCache).toBe(cache);
    expect(readFileSync(built.parameters, "utf8")).toContain(`annotation_cache: "${cache}"`);
    expect(readFileSync(data.parameters, "utf8")).toContain("annotator: none");
  });

  test("gene models are genes to bcftools csq, which finds consequences in them", () => {
    const found = run("bcftools", "csq", "-l", "-f", data.reference, "-g", data.genes, data.knownSites)
      .split("\n")
      .filter((line) => /BCSQ=[^;\t]*\|SIM\d+\|SIMT\d+\|protein_coding/.test(line));
    expect(found.length).toBeGreaterThan(5);
    const coding = readFileSync(data.genes, "utf8")
      .split("\n")
      .filter((line) => line.includes("\tCDS\t"));
    expect(coding.length).toBeGreaterThanOrEqual(8);
  });
});

describe.skipIf(!toolAvailable("bwa") || !toolAvailable("samtools"))("reads, aligned by bwa", () => {
  let data: TestData;
  let bam: string;
  beforeAll(async () => {
    data = await makeTestData({ folder: join(folder, "aligned"), seed: 11, reads: { lanes: 1, duplicateShare: 0 } });
    bam = join(folder, "aligned.bam");
    run("bwa", "index", data.reference);
    const reads = [1, 2].map((read) => join(data.folder, `SIM1_R1_L001_R${read}.fastq.gz`));
    const sam = join(folder, "aligned.sam");
    run("bwa", "mem", "-K", "10000000", "-o", sam, data.reference, ...reads);
    run("samtools", "sort", "-o", bam, sam);
    run("samtools", "index", bam);
  });

  test("lie in proper pairs, with the insert size and depth asked for", () => {
    const numbers = new Map(
      run("samtools", "stats", bam)
        .split("\n")
        .filter((line) => line.startsWith("SN\t"))
        .map((line) => [line.split("\t")[1], Number(line.split("\t")[2])]),
    );
    const number = (name: string) => numbers.get(`${name}:`) as number;
    const sequences = number("raw total sequences");
    expect(sequences).toBe(2 * Math.round((30 * 198_000) / 300));
    expect(number("reads mapped") / sequences).toBeGreaterThan(0.995);
    expect(number("reads properly paired") / sequences).toBeGreaterThan(0.97);
    // 2 % short fragments of 95 bases on average are among them.
    expect(number("insert size average")).toBeGreaterThan(338);
    expect(number("insert size average")).toBeLessThan(352);
  });

  test("show both alleles of heterozygous SNVs alike, but for chance", () => {
    const heterozygous = run("bcftools", "view", "-H", "-v", "snps", "-g", "het", data.truth)
      .trim()
      .split("\n")
      .map((line) => line.split("\t"))
      .filter(([, , , ref, alt]) => ref.length === 1 && alt.length === 1);
    const depths = new Map(
      run("bcftools", "query", "-f", "%POS %REF %ALT[ %AD]\n", pileup(heterozygous.map(([, position]) => position)))
        .trim()
        .split("\n")
        .map((line) => line.split(" "))
        .map(([position, ref, alts, counts]) => [
          position,
          { alleles: [ref, ...alts.split(",")], counts: counts.split(",").map(Number) },
        ]),
    );
    let sum = 0;
    let sites = 0;
    for (const [, position, , ref, alt] of heterozygous) {
      const site = depths.get(position);
      if (site === undefined) continue;
      const count = (allele: string) => site.counts[site.alleles.indexOf(allele)] ?? 0;
      const depth = count(ref) + count(alt);
      sum += (count(alt) - depth / 2) ** 2 / (depth / 4);
      sites++;
    }
    expect(sites).toBeGreaterThan(100);
    // The sum of squares of standard normal numbers: mean n, variance 2 n (and a little more for binomial ones).
    expect(Math.abs(sum - sites)).toBeLessThan(BOUND * Math.sqrt(2.2 * sites));
  });

  function pileup(positions: readonly string[]): string {
    const path = join(folder, "pileup.vcf");
    const regions = positions.map((position) => `chr1:${position}-${position}`).join(",");
    run("bcftools", "mpileup", "-r", regions, "-a", "AD", "-x", "-Q", "0", "-f", data.reference, "-o", path, bam);
    return path;
  }
});

describe.skipIf(!sharedDataAvailable(SHARED_PIECE_DATA))("a piece of real sequence", () => {
  test("holds what its truth says but for the records that are listed", async () => {
    const piece = sharedPiece();
    const data = await makeTestData({ folder: join(folder, "piece"), piece, replicates: 1, reads: { depth: 1 } });
    const count = (...args: string[]) =>
      run("bcftools", "view", "-H", ...args)
        .trim()
        .split("\n").length;
    const given = count("-r", "chr20:740001-940000", piece.truth);
    expect(count(data.truth) + data.dropped.length).toBe(given);
    expect(data.dropped.length).toBeLessThan(0.02 * given);
    expect(readFileSync(data.reference, "utf8")).toMatch(/^>chr20_740001_940000\n/);
  });
});
