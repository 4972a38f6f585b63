import { sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, test } from "vitest";
import { readText } from "./support/labels.ts";
import { type Recount, recount } from "./support/recount.ts";
import { type Comparison, removeComparisons, runComparison } from "./support/run-comparison.ts";

const HG002 = "hg002-grch38-chr20-1Mb";
const SYNTHETIC = "synthetic-4Mb";

afterAll(removeComparisons);

/** Count columns of each row over all records, without those that are 0 or do not apply. */
function countsOf(comparison: Comparison): Map<string, Recount> {
  const [header, ...lines] = readText(comparison.file("extended.csv")).trimEnd().split("\n");
  const columns = header.split(",");
  const counts = new Map<string, Recount>();
  for (const line of lines) {
    const cells = line.split(",");
    if (cells[2] !== "*") continue;
    const row = new Map<string, number>();
    columns.forEach((column, i) => {
      const counted = /^(FP\.|TRUTH\.|QUERY\.)/.test(column) && !column.endsWith("_ratio");
      if (counted && Number(cells[i]) > 0) row.set(column, Number(cells[i]));
    });
    if (row.size > 0) counts.set(`${cells[0]},${cells[1]},${cells[3]}`, row);
  }
  return counts;
}

function sorted(counts: Map<string, Recount>): unknown {
  return Object.fromEntries(
    [...counts].map(([key, row]) => [key, Object.fromEntries([...row].sort())] as const).sort(),
  );
}

function expectTablesToAgree(comparison: Comparison): void {
  const counts = countsOf(comparison);
  expect(counts.size).toBeGreaterThan(10);
  expect(sorted(counts)).toEqual(sorted(recount(comparison.file("vcf.gz"))));
}

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
});
