import { Random } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test, vi } from "vitest";
import { fastaOf, randomContigs, snp, vcfOf, writeInput } from "./support/inputs.ts";
import { writeLongEvents } from "./support/long-events.ts";
import { removeComparisons } from "./support/run-comparison.ts";
import { openCuttable } from "./support/solve-with-cuts.ts";
import { EVERY_GENOTYPE, variedPieces } from "./support/varied-calls.ts";
import { writePieces } from "./support/write-pieces.ts";

const SEED = 404;
vi.setConfig({ testTimeout: 60_000 });
afterAll(removeComparisons);

function randomCuts(random: Random, length: number): number[] {
  return Array.from({ length: random.between(1, 12) }, () => random.between(1, length - 1));
}

describe("where a contig is cut changes no row", () => {
  test("in dense calls, anywhere within their clusters", async () => {
    const pieces = fc.sample(variedPieces({ genotypes: EVERY_GENOTYPE, most: 6 }), { numRuns: 250, seed: SEED });
    const contig = await openCuttable(writePieces(pieces));
    const whole = await contig.solve([]);
    const random = new Random(SEED);
    let ranges = 0;
    for (let round = 0; round < 15; round++) {
      const cut = await contig.solve(randomCuts(random, contig.length));
      expect(cut.rows).toBe(whole.rows);
      ranges += cut.ranges;
    }
    expect(ranges).toBeGreaterThan(60);
    contig.close();
  });

  test.each([1, 2, 3])("in calls that reach across kilobases (%i)", async (seed) => {
    const contig = await openCuttable(writeLongEvents(seed));
    const whole = await contig.solve([]);
    const random = new Random(seed);
    for (let round = 0; round < 5; round++) {
      expect((await contig.solve(randomCuts(random, contig.length))).rows).toBe(whole.rows);
    }
    contig.close();
  });

  test("when a deletion can be shifted back across two cuts", async () => {
    const { head, tail } = randomContigs({ head: 5_000, tail: 9_000 });
    const sequences = { chr1: `${head.slice(0, -1)}G${"A".repeat(30_000)}C${tail}` };
    const contig = await openCuttable({
      truth: writeInput("truth.vcf", vcfOf([snp(sequences, "chr1", 4_990)])),
      query: writeInput("query.vcf", vcfOf(["chr1 34990 AA A 0/1"])),
      reference: writeInput("reference.fa", fastaOf(sequences)),
    });
    const whole = await contig.solve([]);
    expect(whole.rows.trimEnd().split("\n")).toHaveLength(2);
    for (const cuts of [[10_000, 20_000], [10_000, 12_000, 14_000], [10_000, 20_000, 34_000], [40_000]]) {
      expect((await contig.solve(cuts)).rows).toBe(whole.rows);
    }
    contig.close();
  });

  test("with regions whose borders lie beside the cuts", async () => {
    const pieces = fc.sample(variedPieces({ genotypes: EVERY_GENOTYPE, most: 4 }), { numRuns: 150, seed: SEED + 1 });
    const starts = Int32Array.from({ length: 200 }, (_, i) => i * 130);
    const intervals = { starts, ends: starts.map((start, i) => start + 20 + (i % 100)) };
    const confident = new Map([["chr1", intervals]]);
    const contig = await openCuttable(writePieces(pieces), { confident, targets: null, strata: [] });
    const whole = await contig.solve([]);
    expect(whole.rows).toContain("outside-regions");
    expect(whole.rows).toContain("UNK");
    const random = new Random(SEED);
    for (let round = 0; round < 8; round++) {
      const cuts = Array.from({ length: 8 }, () => starts[random.between(1, 150)] + random.between(-1, 1));
      expect((await contig.solve(cuts)).rows).toBe(whole.rows);
    }
    contig.close();
  });
});
