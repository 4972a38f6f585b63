import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type GeneratedReplicates, generateReplicates, type ReplicatesOptions } from "./generate-replicates.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replicates-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function generate(options: Partial<ReplicatesOptions> = {}): GeneratedReplicates {
  return generateReplicates({ folder, seed: 3, runs: 3, variants: 1500, contigs: 2, ...options });
}

interface Line {
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly info: string;
  readonly genotype: string;
  readonly depths: readonly number[];
}

function linesOf(path: string): Line[] {
  return rowsOf(gunzipSync(readFileSync(path)).toString("latin1")).map((fields) => {
    const [contig, position, , ref, alts, , , info, , sample] = fields;
    const [genotype, depths] = sample.split(":");
    const place = { contig, position: Number(position), info, genotype };
    return { ...place, ref, alts: alts.split(","), depths: depths.split(",").map(Number) };
  });
}

function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.split("\t"));
}

/** Reads of the allele over all reads. */
function fractionOf({ depths: [reference, alternate] }: Line): number {
  return alternate / (reference + alternate);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test("the same options give the same files, another seed others", () => {
  const texts = (seed: number) => generate({ seed }).replicates.map((path) => readFileSync(path));
  const first = texts(3);
  expect(texts(3)).toEqual(first);
  expect(texts(4)[0].equals(first[0])).toBe(false);
});

test("records are counted, in order, and lost at the rate asked for", () => {
  const { replicates, records, truth, reference } = generate({ dropOut: 0.2 });
  expect(reference).toBeNull();
  expect(rowsOf(readFileSync(truth, "latin1"))).toHaveLength(1500);
  for (const [run, path] of replicates.entries()) {
    const lines = linesOf(path);
    expect(lines).toHaveLength(records[run]);
    // 1200 of 1500 with a standard deviation of 15.
    expect(Math.abs(lines.length - 1200)).toBeLessThan(75);
    const places = lines.map(({ contig, position }) => Number(contig.slice(3)) * 1e9 + position);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test("reads are binomial around the fraction, with the noise between runs on top", () => {
  const options = { variants: 6000, depth: 100, noise: 0.05, dropOut: 0, subclonal: 0, indels: 0 };
  const het = linesOf(generate(options).replicates[0]).filter(({ genotype }) => genotype === "0/1");
  const depths = het.map(({ depths: [reference, alternate] }) => reference + alternate);
  expect(Math.min(...depths)).toBeGreaterThanOrEqual(50);
  expect(Math.max(...depths)).toBeLessThanOrEqual(150);
  const fractions = het.map(fractionOf);
  const mean = meanOf(fractions);
  const variance = meanOf(fractions.map((fraction) => (fraction - mean) ** 2));
  // p (1 - p) / depth, and the noise; a binomial proportion with a random p has the factor 1 - 1 / depth for the noise.
  const expected = meanOf(depths.map((depth) => 0.25 / depth + 0.05 ** 2 * (1 - 1 / depth)));
  expect(het.length).toBeGreaterThan(3800);
  expect(Math.abs(mean - 0.5)).toBeLessThan(5 * Math.sqrt(expected / het.length));
  // Five standard errors of a variance, sqrt(2 / n) each.
  expect(Math.abs(variance / expected - 1)).toBeLessThan(5 * Math.sqrt(2 / het.length));
});

test("an indel is written at different places of its repeat, and makes the same sequence at each", () => {
  const { replicates, truth, reference } = generate({ indels: 0.5, dropOut: 0, shiftIndels: true });
  const contigs = new Map<string, string>();
  for (const record of readFileSync(reference ?? "", "latin1")
    .split(">")
    .slice(1)) {
    const [name, ...lines] = record.split("\n");
    contigs.set(name, lines.join(""));
  }
  /** The sequence around a place after the variant; long enough to hold the repeat. */
  const spelled = (contig: string, position: number, ref: string, alt: string, from: number) => {
    const bases = contigs.get(contig) ?? "";
    expect(bases.startsWith(ref, position - 1)).toBe(true);
    const behind = position - 1 + ref.length;
    const sequence = bases.slice(from - 1, position - 1) + alt + bases.slice(behind, behind + 40);
    return sequence.slice(0, 40);
  };
  const expected = rowsOf(readFileSync(truth, "latin1"));
  const runs = replicates.map(linesOf);
  let moved = 0;
  for (const [number, [contig, position, ref, alt]] of expected.entries()) {
    const from = Number(position);
    const haplotype = spelled(contig, from, ref, alt, from);
    const lines = runs.map((run) => run[number]);
    for (const line of lines) {
      expect(line.contig).toBe(contig);
      expect(spelled(contig, line.position, line.ref, line.alts[0], from)).toBe(haplotype);
    }
    if (new Set(lines.map((line) => line.position)).size > 1) moved++;
  }
  // Three of six places are all the same in 1 of 36 cases, and half of 1500 variants are indels.
  expect(moved).toBeGreaterThan(650);
});

test("blocks and records of a gVCF follow one another without a gap", () => {
  const [path] = generate({ gvcf: true, dropOut: 0.3 }).replicates;
  const next = new Map<string, number>();
  for (const { contig, position, ref, alts, info } of linesOf(path)) {
    expect(position).toBe(next.get(contig) ?? 1);
    expect(alts.at(-1)).toBe("<NON_REF>");
    const end = /^END=(\d+)$/.exec(info);
    next.set(contig, end === null ? position + ref.length : Number(end[1]) + 1);
  }
  expect([...next.keys()]).toEqual(["chr1", "chr2"]);
});
