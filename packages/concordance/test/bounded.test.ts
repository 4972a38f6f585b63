import { generateRepeatCluster } from "@touchstone/test-support";
import { afterAll, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";

afterAll(removeComparisons);

test("a cluster beyond the limits is decided, proven, and its records are named and counted", async () => {
  const { truth, query, reference } = generateRepeatCluster({
    folder: temporaryFolder(),
    seed: 1,
    variantCount: 120,
    repeatLength: 1200,
  });
  const comparison = await runComparison({ truth, query, reference });
  const { records } = comparison.result.metrics;
  expect(records.truth.bounded).toBeGreaterThan(0);
  expect(records.query.bounded).toBeGreaterThan(0);
  const labels = readLabels(comparison.file("vcf.gz"));
  // Every exact match at least: a third of the records are in both files as they are.
  expect(labels.filter(({ decision }) => decision === "TP").length).toBeGreaterThan(2 * 30);
});
