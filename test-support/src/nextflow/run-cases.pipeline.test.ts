import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchCase } from "./case-batch.ts";
import type { Expected } from "./module-case.ts";
import { makeModuleData, moduleDataPrograms } from "./module-data/make-module-data.ts";
import { missingPipelinePrograms } from "./pipeline-environment.ts";
import { type CaseResult, runCases, runFailingCase } from "./run-cases.ts";

const RIGHT: Expected = { file: "reference.fa.fai", lines: 1, contains: ["chrT\t10000\t"] };

/** Cases of samtools faidx, and what is said of each. */
const CASES: [name: string, fasta: string, expected: Expected, differences: string[]][] = [
  ["a case that holds", "reference.fa", RIGHT, []],
  [
    "another number of lines",
    "reference.fa",
    { ...RIGHT, lines: 2 },
    ["fai: item 0[1] reference.fa.fai: lines: 1 instead of 2"],
  ],
  [
    "another length of the contig",
    "reference.fa",
    { ...RIGHT, contains: ["chrT\t10001\t"] },
    ["does not contain chrT\t10001"],
  ],
  ["another name", "reference.fa", { ...RIGHT, file: "x.fai" }, ["reference.fa.fai instead of x.fai"]],
  ["a task that fails", "intervals.bed", RIGHT, ["ended with 1", "fai: 0 items instead of 1"]],
];

const batch = CASES.map(
  ([name, fasta, expected]): BatchCase => ({
    module: "samtools/faidx",
    moduleCase: {
      name,
      run: "real",
      inputs: [[{ id: "reference" }, { file: fasta }]],
      outputs: { fai: [[{ id: "reference" }, expected]] },
    },
  }),
);

const missing = missingPipelinePrograms(["nextflow", ...moduleDataPrograms]);

describe.skipIf(missing.length > 0)("the runner of cases", () => {
  const folder = mkdtempSync(join(tmpdir(), "touchstone-run-cases-"));
  const data = join(folder, "data");
  let results: CaseResult[] = [];
  beforeAll(async () => {
    makeModuleData(data);
    results = await runCases(batch, { data, folder: join(folder, "run"), stub: false });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  for (const [index, [name, , , differences]] of CASES.entries()) {
    test(`${name}: ${differences.length === 0 ? "no difference" : "a difference"}`, () => {
      const found = results[index].differences;
      if (differences.length === 0) expect(found).toEqual([]);
      for (const difference of differences) expect(found.join("\n")).toContain(difference);
    });
  }

  test("a case that was to fail and does not is an error", async () => {
    const { module, moduleCase } = batch[0];
    const failing = { module, moduleCase: { ...moduleCase, fails: "anything" } };
    await expect(runFailingCase(failing, { data, folder: join(folder, "fails") })).rejects.toThrow("did not fail");
  });

  test("an output that a case leaves out, and one that there is not, are refused before anything runs", async () => {
    const { module, moduleCase } = batch[0];
    const run = (outputs: Record<string, Expected[]>): Promise<unknown> =>
      runCases([{ module, moduleCase: { ...moduleCase, outputs } }], { data, folder: join(folder, "no"), stub: false });
    await expect(run({})).rejects.toThrow("says nothing of fai");
    await expect(run({ ...moduleCase.outputs, gzi: [] })).rejects.toThrow("SAMTOOLS_FAIDX emits no gzi");
  });
});
