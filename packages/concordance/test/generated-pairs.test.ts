import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkProofs, type GeneratedPair, generatePair } from "@touchstone/test-support";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAIRS } from "./support/generated-pairs.ts";
import { byKey, readLabels, readRows, readText, recordKey, type Side, sampleField } from "./support/labels.ts";
import { removeComparisons, runComparison, temporaryFolder } from "./support/run-comparison.ts";

/** One letter a record in file order: T, F, or O outside the confident regions. */
type Letters = Readonly<Record<Side, string>>;

interface Golden {
  readonly digest: string;
  readonly all: Letters;
  readonly inRegions: Letters;
}

const golden: Record<string, Golden> = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/generated-pairs.json"), "utf8"),
);

afterAll(removeComparisons);

describe.each(Object.keys(PAIRS))("generated pair: %s", (name) => {
  let pair: GeneratedPair;

  beforeAll(() => {
    pair = generatePair({ folder: temporaryFolder(), ...PAIRS[name] });
  });

  test("the golden labels belong to these files", () => {
    const digest = createHash("sha256");
    for (const file of [pair.truth, pair.query, pair.reference, pair.regions]) digest.update(readText(file), "latin1");
    expect(digest.digest("hex")).toBe(golden[name].digest);
  });

  test("every record has vcfeval's label", async () => {
    const comparison = await runComparison(pair, { allRecords: true });
    const found = readLabels(comparison.file("vcf.gz"));
    expect(byKey(found, ({ side, decision }) => `${side} ${decision}`)).toEqual(expected(pair, golden[name].all));
    expect((await checkProofs(comparison.file("vcf.gz"), pair.reference)).failures).toEqual([]);
  });

  test("within the confident regions, too", async () => {
    const comparison = await runComparison(pair, { allRecords: true, regions: pair.regions });
    const found = readLabels(comparison.file("vcf.gz"));
    expect(byKey(found, ({ side, decision }) => `${side} ${decision}`)).toEqual(expected(pair, golden[name].inRegions));
  });
});

const DECISIONS: Readonly<Record<Side, Readonly<Record<string, string>>>> = {
  truth: { T: "TP", F: "FN", O: "N" },
  query: { T: "TP", F: "FP", O: "UNK" },
};

function expected(pair: GeneratedPair, letters: Letters): Map<string, string[]> {
  const records = (["truth", "query"] as const).flatMap((side) =>
    readRows(pair[side]).map((row, index) => ({
      key: recordKey(row, sampleField(row, 0, "GT")),
      label: `${side} ${DECISIONS[side][letters[side][index]]}`,
    })),
  );
  return byKey(records, ({ label }) => label);
}
