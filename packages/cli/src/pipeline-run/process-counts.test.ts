import type { NextflowTask } from "@touchstone/ingest";
import { readTask } from "@touchstone/ingest";
import { expect, test } from "vitest";
import { boardLines, ProcessTally } from "./process-counts.ts";

function task(number: number, process: string, status: string): NextflowTask {
  const { task: read } = readTask({ task_id: number, process, status });
  if (read === null) throw new Error("no task");
  return read;
}

test("tasks are counted by process in their latest state, whatever order they are told in", () => {
  const tally = new ProcessTally();
  tally.name("ALIGN");
  tally.name("CALL");
  for (const one of [
    task(1, "ALIGN", "SUBMITTED"),
    task(1, "ALIGN", "COMPLETED"),
    // Nextflow has told of the start before the submission.
    task(2, "ALIGN", "RUNNING"),
    task(2, "ALIGN", "SUBMITTED"),
    task(3, "ALIGN", "FAILED"),
    task(4, "ALIGN", "CACHED"),
  ]) {
    tally.take(one);
  }
  expect(tally.counts()).toEqual([
    { process: "ALIGN", waiting: 0, running: 1, completed: 1, cached: 1, failed: 1 },
    { process: "CALL", waiting: 0, running: 0, completed: 0, cached: 0, failed: 0 },
  ]);
  expect(boardLines(tally.counts())).toEqual([
    "  ALIGN     2 of 4  1 running, 1 from before, 1 failed",
    "  CALL           -",
  ]);
});

test("a long name keeps its end, which tells processes apart", () => {
  const long = `GERMLINE:${"SUBWORKFLOW:".repeat(5)}GATK4_HAPLOTYPECALLER`;
  const [line = ""] = boardLines([{ process: long, waiting: 1, running: 0, completed: 0, cached: 0, failed: 0 }]);
  expect(line).toMatch(/^ {2}….*GATK4_HAPLOTYPECALLER {5}0 of 1 {2}1 waiting$/);
});
