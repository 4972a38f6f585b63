import { readFileSync } from "node:fs";
import { checkProofs, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, describe, expect, test } from "vitest";
import { readLabels } from "./support/labels.ts";
import { type Comparison, removeComparisons, runComparison } from "./support/run-comparison.ts";

const ROOT = "happy-cases";
const file = (path: string) => sharedData(`${ROOT}/${path}`);

afterAll(removeComparisons);

describe.skipIf(!sharedDataAvailable(ROOT))("hap.py's own cases (in the shared data)", () => {
  test("numeric_chrs: labels inside and outside the confident regions, and the summary", async () => {
    const folder = "numeric_chrs";
    const comparison = await run(folder, "truth.vcf", "query.vcf", "test.fa", "fp.bed");
    expect(decisions(comparison)).toEqual([
      "truth 1:2 C C/T TP",
      "truth 2:2 T A/T TP",
      "query 1:2 C C/T TP",
      "query 2:2 T A/T TP",
      "query 2:3 T A/T FP",
      "query 2:4 T A/T UNK",
    ]);
    expect(counts(comparison.file("summary.csv"))).toMatchObject(counts(file(`${folder}/expected.summary.csv`)));
  });

  test("numeric_chrs with chr names: the same on the other naming", async () => {
    const comparison = await run("numeric_chrs", "chrtruth.vcf", "chrquery.vcf", "chrtest.fa", "chrfp.bed");
    expect(decisions(comparison).slice(2)).toEqual([
      "query chr1:2 C C/T TP",
      "query chr2:2 T A/T TP",
      "query chr2:3 T A/T FP",
      "query chr2:4 T A/T UNK",
    ]);
  });

  test("numeric_chrs with mixed names, on request", async () => {
    const comparison = await runComparison(
      {
        truth: file("numeric_chrs/chrtruth.vcf"),
        query: file("numeric_chrs/query.vcf"),
        reference: file("numeric_chrs/chrtest.fa"),
      },
      { allRecords: true, regions: file("numeric_chrs/fp.bed"), renameContigs: true },
    );
    expect(counts(comparison.file("summary.csv"))).toMatchObject(counts(file("numeric_chrs/expected.summary.csv")));
  });

  test("leftshifting_example: every representation matches", async () => {
    const comparison = await run("leftshifting_example", "truth.vcf", "query.vcf", "ref.fa");
    const labels = readLabels(comparison.file("vcf.gz"));
    expect(labels.map(({ side, decision }) => `${side} ${decision}`).sort()).toEqual([
      ...new Array(11).fill("query TP"),
      ...new Array(13).fill("truth TP"),
    ]);
    expect((await checkProofs(comparison.file("vcf.gz"), file("leftshifting_example/ref.fa"))).failures).toEqual([]);
  });

  test("pathtraversal: records that cancel each other are missed, the one beside them is found", async () => {
    const folder = "pathtraversal";
    const comparison = await run(folder, "test.vcf", "test2.vcf", "test.fa");
    expect(counts(comparison.file("summary.csv"))).toMatchObject(counts(file(`${folder}/expected.summary.csv`)));
    const crossed = await run(folder, "testA.vcf", "testA2.vcf", "test.fa");
    expect(decisions(crossed)).toEqual([
      "truth chrQ:3 A A/AA FN",
      "truth chrQ:4 A A/T TP",
      "truth chrQ:5 AA A/AA FN",
      "query chrQ:4 A A/T TP",
    ]);
  });

  test("fp_region_accuracy: a record counts where its changed bases touch a confident region", async () => {
    const comparison = await run("fp_region_accuracy", "truth.vcf", "query.vcf", "test.fa", "fp.bed");
    expect(decisions(comparison)).toEqual([
      "truth chrQ:5 A A/T TP",
      // The base after the insertion is not confident. hap.py widens the regions so that it is.
      "truth chrQ:100 A A/ATT N",
      "truth chrQ:105 AAAAAA AAAAAA/AAAAAATC TP",
      "truth chrQ:110 A A/ATT TP",
      "query chrQ:2 A A/T FP",
      "query chrQ:4 A A/T FP",
      "query chrQ:5 A A/T TP",
      "query chrQ:6 A A/T FP",
      "query chrQ:7 A A/T UNK",
      "query chrQ:100 A A/ATT UNK",
      "query chrQ:110 A ATC/ATT TP",
      // One record, one label: hap.py splits it into an SNV (FP) and an insertion (UNK).
      "query chrQ:520 A ATT/T FP",
    ]);
  });
});

function run(folder: string, truth: string, query: string, reference: string, regions?: string): Promise<Comparison> {
  const [truthPath, queryPath, referencePath] = [truth, query, reference].map((name) => file(`${folder}/${name}`));
  return runComparison(
    { truth: truthPath, query: queryPath, reference: referencePath },
    { allRecords: true, ...(regions === undefined ? {} : { regions: file(`${folder}/${regions}`) }) },
  );
}

function decisions(comparison: Comparison): string[] {
  const labels = readLabels(comparison.file("vcf.gz"));
  return (["truth", "query"] as const).flatMap((side) =>
    labels.filter((label) => label.side === side).map(({ key, decision }) => `${side} ${key} ${decision}`),
  );
}

const COUNTS = ["TRUTH.TOTAL", "TRUTH.TP", "TRUTH.FN", "QUERY.TOTAL", "QUERY.FP", "QUERY.UNK", "FP.gt"];

/** The counts of the rows that hap.py writes, by type and filter. */
function counts(path: string): Record<string, Record<string, number>> {
  const [header, ...rows] = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return Object.fromEntries(
    rows.map((row) => [
      `${row[header.indexOf("Type")]} ${row[header.indexOf("Filter")]}`,
      Object.fromEntries(COUNTS.map((name) => [name, Number(row[header.indexOf(name)])])),
    ]),
  );
}
