import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compare } from "@touchstone/concordance";
import { randomOf } from "@touchstone/test-support/generate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Genome, generateGenome } from "../genome/generate-genome.ts";
import type { Site } from "../genome/site.ts";
import { type Called, callVariants } from "./call-variants.ts";
import { anotherPerson, drawReads, referenceSample, type SiteReads } from "./draw-reads.ts";
import { callers, readModel, WELL } from "./parameters.ts";
import { writeCallSet } from "./write-call-set.ts";

let folder: string;
let genome: Genome;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "touchstone-call-sets-"));
  genome = generateGenome(join(folder, "genome"), 5);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readsOf(key: string, person = referenceSample): SiteReads[] {
  const sequencing = { depth: readModel.depth.genome, isRead: () => true };
  return drawReads(randomOf(5, key), genome.sites, person, sequencing);
}

/** Compares all records of a call set with the truth and returns the counts of both sides. */
async function compareCalls(name: string, calls: readonly Called[]) {
  const query = join(folder, `${name}.vcf.gz`);
  const contigs = genome.contigs.map(({ name: contig, bases }) => ({ name: contig, length: bases.length }));
  writeCallSet(query, { sample: "NX1", source: "test", contigs }, calls);
  const { metrics } = await compare({
    ...{ truth: genome.truth, query, reference: genome.reference, out: join(folder, name) },
    ...{ match: "genotype", phase: "ignore", ploidy: "flexible", refMismatch: "error" },
    ...{ allRecords: true, threads: 1, renameContigs: false, compressionLevel: 1, check: true },
  });
  const rows = metrics.rows.filter((row) => row.subtype === "*" && row.stratum === "*" && row.filter === "ALL");
  const sum = (count: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + count(row), 0);
  return {
    truthTp: sum((row) => row.truth.tp),
    truthTotal: sum((row) => row.truth.total),
    queryFp: sum((row) => row.query.fp),
  };
}

/** Truth sites that a call set has right: every record as a caller without error writes it, with its genotype. */
function sitesCalledRight(calls: readonly Called[]): number {
  const key = (contig: string, { start, ref, alts, haplotypes }: Called["call"]) =>
    JSON.stringify([contig, start, ref, alts, haplotypes.toSorted((a, b) => a - b)]);
  const called = new Set(calls.map(({ contig, call }) => key(contig, call)));
  const isRight = ({ contig, kind, written }: Site) =>
    kind === "truth" && written.every((call) => called.has(key(contig, call)));
  return genome.sites.filter(isRight).length;
}

describe("the comparison finds what was simulated", () => {
  test.each(["2.3.0", "2.4.0"] as const)("calls of %s", async (version) => {
    const calls = callVariants(readsOf("a"), { caller: callers[version], condition: WELL, runLogit: 0 });
    const counts = await compareCalls(version, calls);
    const truth = genome.sites.filter(({ kind }) => kind === "truth");
    expect(counts.truthTotal).toBe(truth.reduce((total, { event }) => total + event.calls.length, 0));
    expect(counts.truthTp).toBe(sitesCalledRight(calls));
    expect(counts.truthTp).toBeLessThan(counts.truthTotal);
    expect(counts.queryFp).toBeGreaterThan(0);
  });
});

test("versions see the same reads: what nobody changed is called alike", () => {
  const reads = readsOf("b");
  const [old, next] = (["2.3.0", "2.4.1"] as const).map((version) =>
    callVariants(reads, { caller: callers[version], condition: WELL, runLogit: 0 }),
  );
  const texts = new Set(old.map((called) => JSON.stringify(called)));
  const shared = next.filter((called) => texts.has(JSON.stringify(called))).length;
  expect(shared / old.length).toBeGreaterThan(0.995);
});

test("an aging kit loses indels alone, and artefacts grow alone", () => {
  const reads = readsOf("c");
  const count = (condition: typeof WELL, siteClass: Site["class"], kind: Site["kind"]) => {
    const calls = callVariants(reads, { caller: callers["2.3.0"], condition, runLogit: 0 });
    const starts = new Set(calls.map(({ contig, call }) => `${contig}:${call.start}`));
    return genome.sites.filter(
      (site) => site.class === siteClass && site.kind === kind && starts.has(`${site.contig}:${site.written[0].start}`),
    ).length;
  };
  const aged = { indelLogit: 1.5, snvArtefacts: 1 };
  expect(count(aged, "SNV", "truth")).toBe(count(WELL, "SNV", "truth"));
  expect(count(aged, "INDEL", "truth")).toBeLessThan(count(WELL, "INDEL", "truth"));
  const grown = { indelLogit: 0, snvArtefacts: 2.5 };
  expect(count(grown, "SNV", "truth")).toBe(count(WELL, "SNV", "truth"));
  expect(count(grown, "SNV", "artefact")).toBeGreaterThan(1.5 * count(WELL, "SNV", "artefact"));
  expect(count(grown, "INDEL", "artefact")).toBe(count(WELL, "INDEL", "artefact"));
});

test("another person has about half of the variants, and others", () => {
  const person = anotherPerson(randomOf(5, "somebody"), genome.sites);
  const carried = (kind: Site["kind"]) => {
    const ofKind = genome.sites.flatMap((site, place) => (site.kind === kind ? [person(site, place) !== null] : []));
    return ofKind.filter(Boolean).length / ofKind.length;
  };
  expect(carried("truth")).toBeCloseTo(0.55, 1);
  expect(carried("other")).toBeCloseTo(0.55, 1);
  expect(carried("artefact")).toBe(0);
});

test("the same seed gives the same reads, another key others", () => {
  expect(readsOf("d").slice(0, 200)).toEqual(readsOf("d").slice(0, 200));
  expect(readsOf("d").slice(0, 200)).not.toEqual(readsOf("e").slice(0, 200));
});
