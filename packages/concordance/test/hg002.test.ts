import { checkProofs, sharedData, sharedDataAvailable } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LabelledRecord, readLabels, readRows, recordKey, type Side, sampleField } from "./support/labels.ts";
import { type Comparison, removeComparisons, runComparison } from "./support/run-comparison.ts";

const ROOT = "hg002-grch38-chr20-1Mb";
const file = (name: string) => sharedData(`${ROOT}/${name}`);
const [truth, query, reference] = ["truth.vcf.gz", "query.vcf.gz", "reference.fa"].map(file);

/** Records of each side: in all, and those whose alleles are sequences. */
const TRUTH_RECORDS = 2779;
const QUERY_RECORDS = 2153;
const SYMBOLIC_QUERY_RECORDS = 3;

afterAll(removeComparisons);

describe.skipIf(!sharedDataAvailable(ROOT))("real HG002 calls (in the shared data)", () => {
  let comparison: Comparison;
  let labels: LabelledRecord[];

  beforeAll(async () => {
    comparison = await runComparison({ truth, query, reference });
    labels = readLabels(comparison.file("vcf.gz"));
  }, 60_000);

  test("every record is accounted for, and all with sequences are assessed", () => {
    expect(labels.filter(({ side }) => side === "truth")).toHaveLength(TRUTH_RECORDS);
    expect(labels.filter(({ side }) => side === "query")).toHaveLength(QUERY_RECORDS);
    expect(count(labels, "truth", "N")).toBe(0);
    expect(count(labels, "query", "N")).toBe(SYMBOLIC_QUERY_RECORDS);
  });

  test("the optimum is found", () => {
    expect(count(labels, "truth", "TP")).toBeGreaterThanOrEqual(2120);
    expect(count(labels, "query", "TP")).toBeGreaterThanOrEqual(2039);
    const { truth: truthRecords, query: queryRecords } = comparison.result.metrics.records;
    expect([truthRecords.bounded, queryRecords.bounded]).toEqual([0, 0]);
  });

  test("a region that vcfeval finds too complex is solved", () => {
    const superlocus = labels.find(({ position }) => position === 336253)?.superlocus;
    const records = labels.filter((label) => label.superlocus === superlocus);
    expect(count(records, "truth", "TP")).toBe(23);
    expect(count(records, "query", "TP")).toBe(3);
  });

  test("every match is proven by replay", async () => {
    const proof = await checkProofs(comparison.file("vcf.gz"), reference);
    expect(proof.failures).toEqual([]);
    expect(proof.truthTp).toBe(count(labels, "truth", "TP"));
    expect(proof.queryTp).toBe(count(labels, "query", "TP"));
  });

  test("at least 99.5% of the records that vcfeval assessed get its label", () => {
    const theirs = vcfevalLabels();
    const compared = labels.filter((label) => theirs.has(`${label.side} ${label.key}`));
    const same = compared.filter((label) => theirs.get(`${label.side} ${label.key}`) === label.decision);
    expect(compared).toHaveLength(2096 + 644 + 2035 + 106);
    expect(same.length / compared.length).toBeGreaterThanOrEqual(0.995);
  });

  test("swapping truth and query swaps FN and FP", async () => {
    const swapped = await runComparison({ truth: query, query: truth, reference });
    const mirrored = readLabels(swapped.file("vcf.gz")).map((label) => ({
      ...label,
      side: label.side === "truth" ? ("query" as const) : ("truth" as const),
      decision: label.decision === "FN" ? "FP" : label.decision === "FP" ? "FN" : label.decision,
    }));
    expect(summarise(mirrored)).toEqual(summarise(labels));
  }, 60_000);

  test.each([
    ["truth", truth, TRUTH_RECORDS],
    ["query", query, QUERY_RECORDS - SYMBOLIC_QUERY_RECORDS],
  ])(
    "%s against itself is all TP",
    async (_, calls, assessed) => {
      const self = await runComparison({ truth: calls, query: calls, reference });
      const own = readLabels(self.file("vcf.gz"));
      for (const side of ["truth", "query"] as const) {
        expect(count(own, side, "TP")).toBe(assessed);
        expect(own.filter((label) => label.side === side && label.decision !== "TP" && label.decision !== "N")).toEqual(
          [],
        );
      }
    },
    60_000,
  );
});

function count(labels: readonly LabelledRecord[], side: Side, decision: string): number {
  return labels.filter((label) => label.side === side && label.decision === decision).length;
}

function summarise(labels: readonly LabelledRecord[]): string[] {
  return labels.map(({ side, key, decision, kind }) => `${side} ${key} ${decision} ${kind}`).sort();
}

function vcfevalLabels(): Map<string, string> {
  const files = { "tp-baseline": ["truth", "TP"], fn: ["truth", "FN"], tp: ["query", "TP"], fp: ["query", "FP"] };
  return new Map(
    Object.entries(files).flatMap(([name, [side, label]]) =>
      readRows(file(`expected/vcfeval.${name}.vcf.gz`)).map((row): [string, string] => [
        `${side} ${recordKey(row, sampleField(row, 0, "GT"))}`,
        label,
      ]),
    ),
  );
}
