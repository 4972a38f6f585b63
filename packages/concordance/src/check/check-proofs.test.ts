import { createVcfColumns, scanVcf } from "@touchstone/formats";
import { expect, test } from "vitest";
import { CallSet, MAX_PLOIDY } from "../records/call-set.ts";
import type { ContigBases } from "../records/extent.ts";
import { GENOTYPE_MATCH, Labels } from "../solve/labels.ts";
import { checkProofs } from "./check-proofs.ts";

const CONTIG = "ACGTACGT";

/** One record A>C at position 1 whose genotype is `called` and whose haplotypes are said to carry `placed`. */
function side(called: readonly number[], placed: readonly number[]): { calls: CallSet; labels: Labels } {
  const text = Buffer.from("chr1\t1\t.\tA\tC\t.\tPASS\t.\tGT\t0/1\n");
  const columns = createVcfColumns();
  scanVcf(text, 0, text.length, columns, { sampleColumn: 0, sampleCount: 1, path: "made up" });
  const calls = new CallSet(text, columns);
  calls.alleles.set(called);
  calls.ploidy[0] = called.length;
  calls.addEdit(1, 0, 1, columns.altStart[0], columns.altStart[0] + 1);
  calls.firstEdit[1] = 1;
  calls.end[0] = 1;
  const labels = new Labels(1);
  labels.kind[0] = GENOTYPE_MATCH;
  labels.superlocus[0] = 7;
  labels.orientation.set([...placed, ...new Array<number>(MAX_PLOIDY - placed.length).fill(-1)]);
  return { calls, labels };
}

const contig = {
  length: CONTIG.length,
  baseAt: (position: number) => CONTIG.charCodeAt(position),
} as ContigBases;

test.each([
  { called: [0, 1], placed: [1, 0], proven: true },
  { called: [1], placed: [1, 1], proven: true },
  { called: [0, 1], placed: [0, 1, 1, 0], proven: true },
  { called: [0, 1], placed: [0, 1, 1, 1], proven: false },
  { called: [1, 1], placed: [1, 0], proven: false },
  { called: [0, 1], placed: [1, 1], proven: false },
])("genotype $called that stands as $placed is proven: $proven", ({ called, placed, proven }) => {
  const truth = side(called, placed);
  const query = side(called, placed);
  const failed = checkProofs({ truth: truth.calls, query: query.calls }, truth.labels, query.labels, contig);
  expect(failed).toBe(proven ? null : 7);
});
