import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { generatePair } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type LabelledRecord, readLabels, readText, type Side } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";
import { smallClusters } from "./support/small-clusters.ts";
import { writeClusters } from "./support/write-clusters.ts";

const SEED = 31_337;
const NO_ERRORS = { dropped: 0, gt_error: 0, allele_error: 0, extra: 0 };

afterAll(removeComparisons);

describe("small clusters in repeats", () => {
  const clusters = fc.sample(smallClusters, { numRuns: 500, seed: SEED });

  test.each(["genotype", "alleles"] as const)("a call set against itself is all TP (%s)", async (match) => {
    const { truth, reference } = writeClusters(temporaryFolder(), clusters);
    const comparison = await runComparison({ truth, query: truth, reference }, { match });
    const labels = readLabels(comparison.file("vcf.gz"));
    expect(labels.filter(({ decision }) => decision !== "TP")).toEqual([]);
    expect(labels).toHaveLength(2 * clusters.reduce((sum, cluster) => sum + cluster.truth.length, 0));
  });

  test.each(["genotype", "alleles"] as const)("swapping truth and query swaps FN and FP (%s)", async (match) => {
    const { truth, query, reference } = writeClusters(temporaryFolder(), clusters);
    const comparison = await runComparison({ truth, query, reference }, { match });
    const swapped = await runComparison({ truth: query, query: truth, reference }, { match });
    const mirrored = readLabels(swapped.file("vcf.gz")).map(mirror);
    expect(summarise(mirrored)).toEqual(summarise(readLabels(comparison.file("vcf.gz"))));
  });
});

describe.each([
  ["sparse", { contigLengths: [200_000, 100_000], eventCount: 800 }],
  ["dense", { contigLengths: [80_000, 60_000], eventCount: 1000, dense: true }],
] as const)("a generated pair without errors: %s", (_, options) => {
  test("shifted, split, joined and padded records are all TP", async () => {
    const pair = generatePair({ folder: temporaryFolder(), seed: SEED, errorRates: NO_ERRORS, ...options });
    const comparison = await runComparison(pair, { allRecords: true });
    const labels = readLabels(comparison.file("vcf.gz"));
    expect(labels.filter(({ decision }) => decision !== "TP")).toEqual([]);
    expect(labels.length).toBeGreaterThan(1600);
  });
});

test("the order of the contigs in the files changes no label", async () => {
  const pair = generatePair({
    folder: temporaryFolder(),
    seed: SEED,
    contigLengths: [60_000, 40_000, 50_000],
    eventCount: 500,
    plain: true,
  });
  const query = join(temporaryFolder(), "query.vcf");
  const lines = readText(pair.query).split("\n");
  const contigs = ["chr3", "chr1", "chr2"].flatMap((contig) => lines.filter((line) => line.startsWith(`${contig}\t`)));
  writeFileSync(query, `${[...lines.filter((line) => line.startsWith("#")), ...contigs].join("\n")}\n`);
  const inOrder = await runComparison(pair);
  const reordered = await runComparison({ ...pair, query });
  expect(summarise(readLabels(reordered.file("vcf.gz")))).toEqual(summarise(readLabels(inOrder.file("vcf.gz"))));
});

function mirror(label: LabelledRecord): LabelledRecord {
  const side: Side = label.side === "truth" ? "query" : "truth";
  const decision = label.decision === "FN" ? "FP" : label.decision === "FP" ? "FN" : label.decision;
  return { ...label, side, decision };
}

function summarise(labels: readonly LabelledRecord[]): string[] {
  return labels.map(({ side, key, decision, kind }) => `${side} ${key} ${decision} ${kind}`).sort();
}
