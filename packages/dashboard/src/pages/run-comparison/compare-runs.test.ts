import { expect, test } from "vitest";
import type { Comparison, Verdict } from "../run/run-records.ts";
import type { Run } from "../runs/run-words.ts";
import { type ComparedRun, compareRuns } from "./compare-runs.ts";

const RUN: Run = {
  id: "01a228ed-31d4-7725-a69e-9241d5ab8502",
  name: "R",
  assay: { id: "01a228ed-31d4-7725-a69e-9241d5ab8503", name: "panel", version: 1 },
  pipelineVersion: null,
  instrument: null,
  samples: ["HG002"],
  reagentLots: [],
  nextflowId: null,
  inputsSha256: null,
  toolVersions: null,
  substitutions: null,
  parameters: { depth: 30, model: "wgs" },
  isImported: false,
  performedAt: "2026-03-01T09:00:00.000Z",
  status: "succeeded",
  startedAt: null,
  finishedAt: null,
  failure: null,
  proposedDisposition: null,
  proposalReasons: [],
  disposition: "held",
  revision: 1,
  createdAt: "2026-03-01T09:00:00.000Z",
};

const image = (reference: string, ...processes: string[]) => ({
  ...{ reference, name: reference, digest: null, processes, tasks: 1 },
});

function compared(rest: Partial<ComparedRun> = {}): ComparedRun {
  return { run: RUN, images: [], comparisons: [], verdicts: [], ...rest };
}

function rowsOf(title: string, first: ComparedRun, second: ComparedRun) {
  return compareRuns(first, second).find((section) => section.title === title)?.rows;
}

test("a run is the same as itself, in everything", () => {
  const one = compared({ images: [image("a:1", "ALIGN")] });
  const rows = compareRuns(one, one).flatMap((section) => section.rows);
  expect(rows.map(({ label }) => label)).toEqual([
    ...["Disposition", "Status", "Assay", "Samples"],
    ...["ALIGN", "depth", "model"],
  ]);
  expect(rows.every(({ differs }) => !differs)).toBe(true);
});

test("what one of them alone has is there, and differs", () => {
  const second = compared({ run: { ...RUN, parameters: { depth: 40, caller: { qual: 20 } } } });
  expect(rowsOf("Parameters", compared(), second)).toEqual([
    { label: "depth", first: "30", second: "40", differs: true, change: null },
    { label: "model", first: "wgs", second: null, differs: true, change: null },
    { label: "caller.qual", first: null, second: "20", differs: true, change: null },
  ]);
});

test("images are compared process by process", () => {
  const first = compared({ images: [image("a:1", "ALIGN", "SORT"), image("c:1", "CALL")] });
  const second = compared({ images: [image("a:2", "ALIGN"), image("a:1", "SORT"), image("c:1", "CALL")] });
  expect(rowsOf("Container images by process", first, second)).toEqual([
    { label: "ALIGN", first: "a:1", second: "a:2", differs: true, change: null },
    { label: "CALL", first: "c:1", second: "c:1", differs: false, change: null },
    { label: "SORT", first: "a:1", second: "a:1", differs: false, change: null },
  ]);
});

test("scores have their change; one that is not there has none, and is no 0", () => {
  const of = (recall: number | null) => {
    const score = { variantType: "SNP", recall, recallLow: null, recallHigh: null, precision: null, f1: null };
    const truthSet = { id: RUN.id, name: "T", version: "1" };
    return compared({ comparisons: [{ sample: null, truthSet, scores: [score] } as unknown as Comparison] });
  };
  const [recall] = rowsOf("Scores", of(0.99), of(0.97)) ?? [];
  expect(recall).toMatchObject({ label: "SNP recall against T 1", differs: true });
  expect(recall?.change).toBeCloseTo(-0.02, 12);
  expect(rowsOf("Scores", of(0.99), of(null))?.[0]).toMatchObject({ differs: true, change: null });
  // Alike as they are written, but not the same number.
  expect(rowsOf("Scores", of(0.99), of(0.99 + 1e-9))?.[0]).toMatchObject({ differs: true });
});

test("verdicts of the same thing stand side by side, with what they were held against", () => {
  const of = (state: Verdict["state"], version: number) => {
    const measurement = { analyte: "EGFR", material: "M", materialLot: "7", level: null, replicate: 1 };
    const ruleSet = { name: "westgard", version };
    const verdict = {
      state,
      reason: null,
      about: "measurement",
      measurement,
      baseline: null,
      ruleSet,
      threshold: null,
    };
    return compared({ verdicts: [verdict as unknown as Verdict] });
  };
  expect(rowsOf("Verdicts", of("in control", 1), of("not evaluable", 2))).toEqual([
    {
      label: "EGFR in M, lot 7",
      first: "in control; against rule set westgard 1",
      second: "not evaluable; against rule set westgard 2",
      differs: true,
      change: null,
    },
  ]);
});
