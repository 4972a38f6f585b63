import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { bruteForce, checkProofs, type GenotypedRecord } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";
import { type SmallCluster, smallClusters } from "./support/small-clusters.ts";

const CLUSTERS = 400;
const SEED = 20_251;
/** Keeps neighbouring clusters apart; no unit of it repeats. */
const SPACER = "ACGTCATGGATTCGCCTAAGTACCAGTTGAGCTATCGTGCAATGTCCGAATCTTGGCACTAGGATCCATAGTCTGACGTTCAACGGTGATACGCTTGTCC";

afterAll(removeComparisons);

describe("clusters of up to 8 records", () => {
  test.each(["genotype", "alleles"] as const)("%s matches are as many as trying every choice finds", async (match) => {
    const clusters = fc.sample(smallClusters, { numRuns: CLUSTERS, seed: SEED });
    const files = writePair(clusters);
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

/** All clusters on one contig, far enough apart to be independent. `starts` are their 0-based places. */
function writePair(clusters: readonly SmallCluster[]) {
  const folder = temporaryFolder();
  const lines = { truth: [] as string[], query: [] as string[] };
  const starts: number[] = [];
  let sequence = SPACER;
  for (const { reference, truth, query } of clusters) {
    starts.push(sequence.length);
    lines.truth.push(...truth.map((record) => lineOf(record, sequence.length)));
    lines.query.push(...query.map((record) => lineOf(record, sequence.length)));
    sequence += reference + SPACER;
  }
  const files = {
    reference: join(folder, "reference.fa"),
    truth: join(folder, "truth.vcf"),
    query: join(folder, "query.vcf"),
    starts,
  };
  writeFileSync(files.reference, `>chr1\n${sequence}\n`);
  for (const side of ["truth", "query"] as const) {
    const header = `##fileformat=VCFv4.2\n##contig=<ID=chr1,length=${sequence.length}>\n`;
    const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n";
    writeFileSync(files[side], `${header}${columns}${lines[side].join("\n")}\n`);
  }
  return files;
}

function lineOf(record: GenotypedRecord, offset: number): string {
  const { position, reference, alternates, genotype } = record;
  return ["chr1", position + offset, ".", reference, alternates.join(), ".", ".", ".", "GT", genotype.join("/")].join(
    "\t",
  );
}

function describeRecord({ position, reference, alternates, genotype }: GenotypedRecord): string {
  return `${position} ${reference}>${alternates} ${genotype.join("/")}`;
}
