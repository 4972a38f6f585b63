import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { countsOf, sorted } from "./support/extended-counts.ts";
import { readText } from "./support/labels.ts";
import { recount } from "./support/recount.ts";
import { type Comparison, removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";
import { EVERY_GENOTYPE, variedPieces } from "./support/varied-calls.ts";
import { writePieces } from "./support/write-pieces.ts";

const HG002 = "hg002-grch38-chr20-1Mb";
const SYNTHETIC = "synthetic-4Mb";

afterAll(removeComparisons);

function expectTablesToAgree(comparison: Comparison): void {
  const counts = countsOf(comparison);
  expect(counts.size).toBeGreaterThan(10);
  expect(sorted(counts)).toEqual(sorted(recount(comparison.file("vcf.gz"))));
}

test("counts of varied calls are those of the VCF", async () => {
  const pieces = fc.sample(variedPieces({ genotypes: EVERY_GENOTYPE, most: 6 }), { numRuns: 300, seed: 77 });
  expectTablesToAgree(await runComparison(writePieces(pieces, 2), { allRecords: true, threads: 2 }));
});

describe.skipIf(!sharedDataAvailable(HG002))("counts of real calls (in the shared data)", () => {
  test("those of extended.csv are those of the VCF", async () => {
    const [truth, query, reference] = ["truth.vcf.gz", "query.vcf.gz", "reference.fa"].map((name) =>
      sharedData(`${HG002}/${name}`),
    );
    expectTablesToAgree(await runComparison({ truth, query, reference }, { allRecords: true }));
  }, 60_000);
});

describe.skipIf(!sharedDataAvailable(SYNTHETIC))("counts of generated calls with filters (in the shared data)", () => {
  const [truth, query, reference, regions] = ["truth.vcf.gz", "query.vcf.gz", "reference.fa.gz", "confident.bed"].map(
    (name) => sharedData(`${SYNTHETIC}/${name}`),
  );

  test("those of extended.csv are those of the VCF, with all records and with regions", async () => {
    expectTablesToAgree(await runComparison({ truth, query, reference }, { allRecords: true }));
    expectTablesToAgree(await runComparison({ truth, query, reference }, { allRecords: true, regions }));
  }, 60_000);

  test("without regions and filters there are 94 FN and 100 FP", async () => {
    const { result } = await runComparison({ truth, query, reference }, { allRecords: true });
    const rows = result.metrics.rows.filter(
      ({ stratum, subtype, filter }) => stratum === "*" && subtype === "*" && filter === "ALL",
    );
    expect(rows.reduce((sum, { truth: { fn } }) => sum + fn, 0)).toBe(94);
    expect(rows.reduce((sum, { query: { fp } }) => sum + fp, 0)).toBe(100);
  }, 60_000);

  test("a subset of the strata has the same numbers as among others, on any number of threads", async () => {
    const folder = temporaryFolder();
    const contigs = [
      ...new Set(
        readText(regions)
          .split("\n")
          .map((line) => line.split("\t")[0]),
      ),
    ].filter(Boolean);
    const strata = ["every-third", "half", "nothing"].map((name, s) => {
      const lines = contigs.flatMap((contig) =>
        Array.from(
          { length: s === 2 ? 0 : 300 },
          (_, i) => `${contig}\t${i * 3000 + s}\t${i * 3000 + 1000 + s * 500}\n`,
        ),
      );
      writeFileSync(join(folder, `${name}.bed`), lines.join(""));
      return `${name}\t${name}.bed\n`;
    });
    const run = async (listed: readonly string[], threads: number) => {
      const stratifications = join(folder, "strata.tsv");
      writeFileSync(stratifications, listed.join(""));
      const inputs = { truth, query, reference };
      const { result } = await runComparison(inputs, { regions, stratifications, allRecords: true, threads });
      return result.metrics.rows;
    };
    const all = await run(strata, 2);
    const half = await run([strata[1]], 1);
    expect(half).toEqual(all.filter(({ stratum }) => stratum === "*" || stratum === "half"));
    const found = half.filter(({ stratum }) => stratum === "half").reduce((sum, row) => sum + row.truth.tp, 0);
    expect(found).toBeGreaterThan(1000);
    const empty = all.filter(({ stratum }) => stratum === "nothing");
    expect(empty.map(({ recall, precision, fpPerMb }) => [recall.value, precision.value, fpPerMb])).toEqual([
      [null, null, null],
      [null, null, null],
      [null, null, null],
      [null, null, null],
    ]);
  }, 60_000);
});
