import { bruteForce, checkProofs, type GenotypedRecord } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";
import { smallClusters } from "./support/small-clusters.ts";
import { writeClusters } from "./support/write-clusters.ts";

const CLUSTERS = 400;
const SEED = 20_251;
afterAll(removeComparisons);

describe("clusters of up to 8 records", () => {
  test.each(["genotype", "alleles"] as const)("%s matches are as many as trying every choice finds", async (match) => {
    const clusters = fc.sample(smallClusters, { numRuns: CLUSTERS, seed: SEED });
    const files = writeClusters(temporaryFolder(), clusters);
    const comparison = await runComparison(files, { match });
    const labels = readLabels(comparison.file("vcf.gz"));
    const shortfalls = clusters.flatMap(({ reference, truth, query }, number) => {
      const best = bruteForce(reference, truth, query, { match });
      const start = files.starts[number];
      const own = labels.filter(({ position }) => position > start && position <= start + reference.length);
      const matched = own.filter(({ decision }) => decision === "TP").length;
      const pairLeftOut = best.exactPairsMatched < best.exactPairs;
      return matched === best.matched || (pairLeftOut && matched > best.matched)
        ? []
        : [
            {
              reference,
              truth: truth.map(describeRecord),
              query: query.map(describeRecord),
              best: best.matched,
              matched,
            },
          ];
    });
    expect(shortfalls).toEqual([]);
    expect((await checkProofs(comparison.file("vcf.gz"), files.reference)).failures).toEqual([]);
  });
});

function describeRecord({ position, reference, alternates, genotype }: GenotypedRecord): string {
  return `${position} ${reference}>${alternates} ${genotype.join("/")}`;
}
