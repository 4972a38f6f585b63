import { isPassing, type VcfColumns } from "@touchstone/formats";
import { classifyVariant } from "../count/classify.ts";
import { CallSet, MAX_PLOIDY } from "./call-set.ts";
import { addEdits } from "./edits.ts";
import { type ContigBases, widenExtent } from "./extent.ts";
import type { PrepareOptions } from "./prepare-options.ts";
import { genotype, readGenotype } from "./read-genotype.ts";
import * as reasons from "./reasons.ts";
import { agreesWithReference, referenceText } from "./reference-agreement.ts";

/** A record whose REF is not what the reference has there. */
export interface RecordMismatch {
  readonly record: number;
  /** The reference's bases, the first 50. */
  readonly expected: string;
}

/**
 * Reads genotypes, trims the called alleles, checks REF and finds each record's extent.
 *
 * Records whose REF disagrees with the reference get the status REF_MISMATCH and are listed; the caller decides
 * whether that is an error.
 *
 * @throws FormatError TS_VCF_MALFORMED for a genotype that cannot be read
 */
export function prepareCallSet(
  text: Buffer,
  columns: VcfColumns,
  contig: ContigBases,
  options: PrepareOptions,
): { calls: CallSet; mismatches: RecordMismatch[] } {
  const calls = new CallSet(text, columns);
  const mismatches: RecordMismatch[] = [];
  for (let record = 0; record < calls.count; record++) {
    calls.firstEdit[record] = calls.editCount;
    prepareRecord(calls, record, contig, options, mismatches);
  }
  calls.firstEdit[calls.count] = calls.editCount;
  return { calls, mismatches };
}

function prepareRecord(
  calls: CallSet,
  record: number,
  contig: ContigBases,
  options: PrepareOptions,
  mismatches: RecordMismatch[],
): void {
  const { text, columns } = calls;
  const start = columns.position[record] - 1;
  const refStart = columns.refStart[record];
  const refEnd = calls.refEnd(record);
  calls.start[record] = start;
  calls.end[record] = start + refEnd - refStart;
  calls.extentStart[record] = start;
  calls.extentEnd[record] = calls.end[record];
  calls.passing[record] = isPassing(text, columns.filterStart[record], columns.infoStart[record] - 1) ? 1 : 0;
  const hasGenotype = readGenotype(calls, record, options);
  classify(calls, record);
  if (start < 0 || start >= contig.length) {
    calls.status[record] = reasons.TELOMERE;
    return;
  }
  if (!agreesWithReference(text, refStart, refEnd, start, contig)) {
    calls.status[record] = reasons.REF_MISMATCH;
    mismatches.push({ record, expected: referenceText(contig, start, refEnd - refStart) });
    return;
  }
  const status = addEdits(calls, record, hasGenotype);
  calls.status[record] = status;
  if (status !== reasons.ASSESSED) {
    dropEdits(calls, record);
    return;
  }
  if (calls.passing[record] === 0 && !options.allRecords) {
    calls.status[record] = reasons.FILTERED;
    dropEdits(calls, record);
    return;
  }
  findExtent(calls, record, contig);
}

function dropEdits(calls: CallSet, record: number): void {
  calls.editCount = calls.firstEdit[record];
}

function classify(calls: CallSet, record: number): void {
  const { text, columns } = calls;
  calls.variantClass[record] = classifyVariant(
    text,
    columns.refStart[record],
    calls.refEnd(record),
    columns.altStart[record],
    calls.altEnd(record),
    genotype,
    Math.min(calls.ploidy[record], MAX_PLOIDY),
  );
}

function findExtent(calls: CallSet, record: number, contig: ContigBases): void {
  const first = calls.firstEdit[record];
  let start = calls.editStart[first];
  let end = calls.editEnd[first];
  for (let edit = first + 1; edit < calls.editCount; edit++) {
    if (calls.editStart[edit] < start) start = calls.editStart[edit];
    if (calls.editEnd[edit] > end) end = calls.editEnd[edit];
  }
  calls.start[record] = start;
  calls.end[record] = end;
  calls.extentStart[record] = start;
  calls.extentEnd[record] = end;
  for (let edit = first; edit < calls.editCount; edit++) widenExtent(calls, record, edit, contig);
}
