import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { OutputFiles } from "@touchstone/formats";
import { requireTool, toolAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { Random } from "../random/random.ts";
import { basesOf, generateContig } from "../reference/generate-contig.ts";
import { writeReference } from "../reference/write-reference.ts";
import { HaplotypeGuard } from "./haplotype-guard.ts";
import type { Individual } from "./individual.ts";
import { drawIndividual, generatePopulation } from "./population.ts";
import { readIndividual } from "./read-individual.ts";
import { spellHaplotype } from "./spell-haplotype.ts";
import { writeTruth } from "./write-truth.ts";

const folder = mkdtempSync(join(tmpdir(), "individual-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const contigs = [
  { name: "chr1", bases: generateContig(new Random(1), 30_000) },
  { name: "chr2", bases: generateContig(new Random(2), 10_000) },
];

function somebody(seed: number, meanDistance = 60): Individual {
  const random = new Random(seed);
  return drawIndividual(random, "S1", generatePopulation(random, contigs, { meanDistance }));
}

function writeAll(individual: Individual, name: string): string {
  const files = new OutputFiles(`${join(folder, name)}/`);
  writeReference(files, "reference.fa", contigs);
  writeTruth(files, "truth.vcf.gz", contigs, individual);
  files.commit();
  return join(folder, name);
}

function spell(individual: Individual, contig: number, haplotype: 0 | 1): string {
  const { name, bases } = contigs[contig];
  return Buffer.from(spellHaplotype(bases, individual.calls.get(name) ?? [], haplotype)).toString("latin1");
}

function writeVcf(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  const header = ["##fileformat=VCFv4.2", "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1"];
  writeFileSync(path, `${[...header, ...lines].join("\n")}\n`);
  return path;
}

/** A record on chr1 with REF as the reference has it. */
function record(position: number, refLength: number, alt: string, genotype: string, filter = "PASS"): string {
  const ref = basesOf(contigs[0].bases, position - 1, position - 1 + refLength);
  return ["chr1", position, ".", ref, alt, ".", filter, ".", "GT", genotype].join("\t");
}

describe("somebody of a population", () => {
  test("has SNVs, insertions, deletions, MNPs, sites of several alleles, heterozygous and homozygous", () => {
    const calls = [...somebody(3, 20).calls.values()].flat();
    const is = (what: (call: (typeof calls)[number]) => boolean) => calls.filter(what).length;
    expect(is(({ ref, alts }) => ref.length === 1 && alts[0].length === 1)).toBeGreaterThan(100);
    expect(is(({ ref, alts }) => ref.length > 1 && alts[0].length === ref.length)).toBeGreaterThan(2);
    expect(is(({ ref, alts }) => alts[0].length > ref.length)).toBeGreaterThan(10);
    expect(is(({ ref, alts }) => alts[0].length < ref.length)).toBeGreaterThan(10);
    expect(is(({ alts }) => alts.length > 1)).toBeGreaterThan(1);
    expect(is(({ haplotypes: [first, second] }) => first === second)).toBeGreaterThan(50);
    expect(is(({ haplotypes }) => haplotypes.includes(0))).toBeGreaterThan(50);
  });

  test("holds REF of the reference, no allele that is not carried, and no two calls on one base of a haplotype", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 12, max: 400 }), (seed, distance) => {
        const individual = somebody(seed, distance);
        for (const { name, bases } of contigs) {
          const guard = new HaplotypeGuard();
          for (const call of individual.calls.get(name) ?? []) {
            expect(call.ref).toBe(basesOf(bases, call.start, call.start + call.ref.length));
            expect(call.alts.every((alt) => alt !== call.ref && /^[ACGT]+$/.test(alt))).toBe(true);
            const carried = new Set(call.haplotypes.filter((allele) => allele > 0));
            expect([...carried].sort()).toEqual(call.alts.map((_, place) => place + 1));
            expect(guard.take(call)).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe.skipIf(!toolAvailable("bcftools"))("the truth that is written", () => {
  const consensus = (path: string, haplotype: 1 | 2) =>
    execFileSync(
      requireTool("bcftools"),
      ["consensus", "-H", String(haplotype), "-f", join(path, "reference.fa"), join(path, "truth.vcf.gz")],
      { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] },
    );

  test.each([1, 2, 3, 4])("is what bcftools consensus makes both haplotypes of (seed %i)", (seed) => {
    const individual = somebody(seed, 40);
    const path = writeAll(individual, `consensus-${seed}`);
    for (const haplotype of [1, 2] as const) {
      const sequences = consensus(path, haplotype).split(">").slice(1);
      const texts = sequences.map((text) => text.slice(text.indexOf("\n")).replaceAll("\n", "").toUpperCase());
      expect(texts.map((text) => text.length)).toEqual(
        [0, 1].map((contig) => spell(individual, contig, (haplotype - 1) as 0 | 1).length),
      );
      expect(texts[0] === spell(individual, 0, (haplotype - 1) as 0 | 1)).toBe(true);
      expect(texts[1] === spell(individual, 1, (haplotype - 1) as 0 | 1)).toBe(true);
    }
  });

  test("is read back as the same individual, and has an index that bcftools uses", async () => {
    const individual = somebody(9);
    const path = writeAll(individual, "round-trip");
    const read = await readIndividual(new Random(1), { path: join(path, "truth.vcf.gz"), contigs });
    expect(read.dropped).toEqual([]);
    expect(read.individual).toEqual(individual);
    const inPart = execFileSync(
      requireTool("bcftools"),
      ["view", "-H", "-r", "chr2:1-5000", join(path, "truth.vcf.gz")],
      { encoding: "utf8" },
    );
    const expected = (individual.calls.get("chr2") ?? []).filter(({ start }) => start < 5000);
    expect(inPart.trim().split("\n").length).toBe(expected.length);
  });
});

describe("a VCF that is read", () => {
  const at = 2000;
  const other = (position: number) => (basesOf(contigs[0].bases, position - 1, position) === "A" ? "C" : "A");

  test("unphased genotypes get haplotypes by the seed; phased ones keep theirs", async () => {
    const path = writeVcf(
      "phase.vcf",
      Array.from({ length: 40 }, (_, place) =>
        record(at + 10 * place, 1, other(at + 10 * place), place % 2 === 0 ? "0/1" : "0|1"),
      ),
    );
    const read = async (seed: number) => {
      const { individual } = await readIndividual(new Random(seed), { path, contigs });
      return (individual.calls.get("chr1") ?? []).map(({ haplotypes }) => haplotypes.join("|"));
    };
    const first = await read(1);
    expect(first).toEqual(await read(1));
    expect(first).not.toEqual(await read(2));
    expect(new Set(first.filter((_, place) => place % 2 === 0))).toEqual(new Set(["0|1", "1|0"]));
    expect(new Set(first.filter((_, place) => place % 2 === 1))).toEqual(new Set(["0|1"]));
  });

  test("what overlaps goes to the other haplotype where it can, and is dropped and listed where it cannot", async () => {
    const anchor = basesOf(contigs[0].bases, at - 1, at);
    const path = writeVcf("overlap.vcf", [
      record(at, 10, anchor, "0/1"),
      record(at + 3, 1, other(at + 3), "0/1"),
      record(at + 5, 1, other(at + 5), "1/1"),
      record(at + 10, 1, other(at + 10), "1/1"),
    ]);
    for (let seed = 0; seed < 20; seed++) {
      const { individual, dropped } = await readIndividual(new Random(seed), { path, contigs });
      const [deletion, within, after] = individual.calls.get("chr1") ?? [];
      expect(individual.calls.get("chr1")).toHaveLength(3);
      expect(within.haplotypes).toEqual([deletion.haplotypes[1], deletion.haplotypes[0]]);
      expect(after.start).toBe(at + 9);
      expect(dropped.map(({ position, reason }) => [position, reason])).toEqual([
        [at + 5, "overlaps_on_its_haplotype"],
      ]);
    }
  });

  test("what is no called sequence of two alleles is dropped with its reason; reference calls are passed over", async () => {
    const path = writeVcf("odd.vcf", [
      record(at, 1, "<DEL>", "0/1"),
      record(at + 10, 1, `*,${other(at + 10)}`, "1/2"),
      record(at + 20, 1, other(at + 20), "./1"),
      record(at + 30, 1, other(at + 30), "1"),
      record(at + 40, 1, other(at + 40), "0/1", "LowQ"),
      record(at + 50, 1, basesOf(contigs[0].bases, at + 49, at + 50), "0/1"),
      record(at + 60, 1, other(at + 60), "0/0"),
      record(at + 70, 2, "<DEL>,T", "0/0"),
    ]);
    const { individual, dropped } = await readIndividual(new Random(1), { path, contigs });
    expect([...individual.calls.values()].flat()).toEqual([]);
    expect(dropped.map(({ reason }) => reason)).toEqual([
      "no_sequence",
      "no_sequence",
      "no_genotype",
      "not_diploid",
      "filtered",
      "no_change",
    ]);
  });

  test("a piece has positions of its own, and drops what reaches beyond it", async () => {
    const path = writeVcf("piece.vcf", [
      record(at - 100, 1, other(at - 100), "1|1"),
      record(at - 2, 6, basesOf(contigs[0].bases, at - 3, at - 2), "1|1"),
      record(at + 30, 1, other(at + 30), "1|1"),
    ]);
    const piece = { contig: "chr1", start: at, end: at + 1000 };
    const part = { name: "chr1_2001_3000", bases: contigs[0].bases.slice(at, at + 1000) };
    const { individual, dropped } = await readIndividual(new Random(1), { path, contigs: [part], piece });
    expect((individual.calls.get("chr1_2001_3000") ?? []).map(({ start }) => start)).toEqual([29]);
    expect(dropped).toMatchObject([{ contig: "chr1", position: at - 2, reason: "beyond_the_piece" }]);
  });

  test("positions that go back stop it", async () => {
    const path = writeVcf("back.vcf", [record(at + 9, 1, other(at + 9), "0/1"), record(at, 1, other(at), "0/1")]);
    await expect(readIndividual(new Random(1), { path, contigs })).rejects.toThrow(/sort the file/);
  });

  test("a REF of another reference stops it, with the place", async () => {
    const wrong = basesOf(contigs[0].bases, at - 1, at) === "G" ? "C" : "G";
    const path = writeVcf("wrong-reference.vcf", [
      ["chr1", at, ".", wrong, "T", ".", ".", ".", "GT", "0/1"].join("\t"),
    ]);
    await expect(readIndividual(new Random(1), { path, contigs })).rejects.toThrow(
      expect.objectContaining({
        code: "TS_SIMULATION_INVALID",
        message: expect.stringContaining(`chr1:${at} has REF`),
      }),
    );
  });
});

test.skipIf(!toolAvailable("samtools"))("the reference that is written has the .fai that samtools makes", () => {
  const path = writeAll(somebody(1), "reference");
  const fai = readFileSync(join(path, "reference.fa.fai"), "utf8");
  execFileSync(requireTool("samtools"), ["faidx", "--fai-idx", join(path, "again.fai"), join(path, "reference.fa")]);
  expect(fai).toBe(readFileSync(join(path, "again.fai"), "utf8"));
});
