import { checkProofs, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison } from "./support/run-comparison.ts";

const ROOT = "synthetic-4Mb";
const file = (name: string) => sharedData(`${ROOT}/${name}`);
const inputs = { truth: file("truth.vcf.gz"), query: file("query.vcf.gz"), reference: file("reference.fa.gz") };

afterAll(removeComparisons);

describe.skipIf(!sharedDataAvailable(ROOT))("a generated pair with known errors (in the shared data)", () => {
  test("exactly the injected errors are found, and every match is proven", async () => {
    const comparison = await runComparison(inputs, { allRecords: true, threads: 2 });
    const labels = readLabels(comparison.file("vcf.gz"));
    const decisions = (side: string) => {
      const own = labels.filter((label) => label.side === side).map(({ decision }) => decision);
      return Object.fromEntries(
        [...new Set(own)].sort().map((label) => [label, own.filter((l) => l === label).length]),
      );
    };
    expect(decisions("truth")).toEqual({ FN: 94, TP: 5713 });
    expect(decisions("query")).toEqual({ FP: 100, TP: 6044 });
    const proof = await checkProofs(comparison.file("vcf.gz"), inputs.reference);
    expect(proof).toMatchObject({ truthTp: 5713, queryTp: 6044, failures: [] });
  }, 60_000);

  test("the number of workers changes nothing", async () => {
    const [one, two] = await Promise.all(
      [1, 2].map((threads) => runComparison(inputs, { allRecords: true, regions: file("confident.bed"), threads })),
    );
    expect(readLabels(two.file("vcf.gz"))).toEqual(readLabels(one.file("vcf.gz")));
  }, 60_000);
});
