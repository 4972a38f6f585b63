import {
  AlleleKind,
  alleleNotInRecord,
  classifyAllele,
  findFormatKey,
  isPassing,
  PHASED,
  PLOIDY_MASK,
  parseGenotype,
  parseNumber,
  subfieldEnd,
  subfieldStart,
  type VcfColumns,
} from "@touchstone/formats";
import { classifyVariant } from "../count/classify.ts";
import { ConcordanceError } from "../error.ts";
import type { MatchMode } from "../options.ts";
import { CallSet, MAX_PLOIDY } from "./call-set.ts";
import { type ContigBases, widenExtent } from "./extent.ts";
import * as reasons from "./reasons.ts";

/** How records are read. */
export interface PrepareOptions {
  readonly match: MatchMode;
  readonly allRecords: boolean;
  /** 0-based sample whose genotype is read; -1 for the presence of any ALT allele. */
  readonly sampleColumn: number;
  /** Also read the phase set (PS) of phased genotypes. */
  readonly readPhaseSets: boolean;
}

/** A record whose REF is not what the reference has there. */
export interface RecordMismatch {
  readonly record: number;
  /** The reference's bases, the first 50. */
  readonly expected: string;
}

const COMMA = 0x2c;
const COLON = 0x3a;
const UPPER = 0xdf;
const DOT = 0x2e;
const TAB = 0x09;
const LETTER_G = 0x47;
const LETTER_T = 0x54;

const genotype = new Int16Array(MAX_PLOIDY);

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

/** Reads GT into the call set; false when the record has none. */
function readGenotype(calls: CallSet, record: number, options: PrepareOptions): boolean {
  const { text, columns } = calls;
  if (options.sampleColumn < 0) return false;
  if (!startsWithGenotype(text, columns.formatStart[record])) {
    if (options.match === "alleles") return false;
    throw new ConcordanceError("TS_GENOTYPE_MISSING", "the record has no GT, which --match genotype compares", {
      field: "FORMAT",
      offset: columns.lineStart[record],
    });
  }
  const start = columns.sampleStart[record];
  const end = columns.sampleEnd[record];
  const packed = parseGenotype(text, start, end, genotype);
  const ploidy = packed & PLOIDY_MASK;
  calls.phased[record] = (packed & PHASED) !== 0 ? 1 : 0;
  calls.ploidy[record] = ploidy;
  const stored = Math.min(ploidy, MAX_PLOIDY);
  for (let place = 0; place < stored; place++) calls.alleles[record * MAX_PLOIDY + place] = genotype[place];
  if (options.readPhaseSets && calls.phased[record] === 1) calls.phaseSet[record] = readPhaseSet(calls, record);
  return ploidy > 0;
}

const PHASE_SET_KEY = Buffer.from("PS");

/** PS of the record's sample, or 0 when it has none: phased records without PS belong together. */
function readPhaseSet(calls: CallSet, record: number): number {
  const { text, columns } = calls;
  const formatEnd = text.indexOf(TAB, columns.formatStart[record]);
  const place = findFormatKey(text, columns.formatStart[record], formatEnd, PHASE_SET_KEY);
  if (place < 0) return 0;
  const end = columns.sampleEnd[record];
  const start = subfieldStart(text, columns.sampleStart[record], end, place);
  if (start < 0) return 0;
  const value = parseNumber(text, start, subfieldEnd(text, start, end));
  return Number.isNaN(value) ? 0 : value;
}

/** GT is the first key of a FORMAT that has it (VCF 4.4, section 1.6.2). */
function startsWithGenotype(text: Buffer, format: number): boolean {
  if (format === 0 || text[format] !== LETTER_G || text[format + 1] !== LETTER_T) return false;
  return text[format + 2] === COLON || text[format + 2] === TAB;
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

/** Upper-case bases agree, or one of the two is an ambiguity code. */
function agreesWithReference(text: Buffer, start: number, end: number, position: number, contig: ContigBases): boolean {
  for (let place = start; place < end; place++) {
    const base = text[place] & UPPER;
    const reference = contig.baseAt(position + place - start);
    if (base !== reference && !isAmbiguous(base) && !isAmbiguous(reference)) return false;
  }
  return true;
}

function isAmbiguous(base: number): boolean {
  return base !== 0x41 && base !== 0x43 && base !== 0x47 && base !== 0x54;
}

function referenceText(contig: ContigBases, position: number, length: number): string {
  let bases = "";
  const end = Math.min(contig.length, position + Math.min(length, 50));
  for (let place = position; place < end; place++) bases += String.fromCharCode(contig.baseAt(place));
  return bases;
}

/** Adds an edit for each different called ALT allele and returns the record's status. */
function addEdits(calls: CallSet, record: number, hasGenotype: boolean): number {
  const { text, columns } = calls;
  const altStart = columns.altStart[record];
  const altEnd = calls.altEnd(record);
  if (altEnd - altStart === 1 && text[altStart] === DOT) return reasons.NO_ALT;
  const ploidy = calls.ploidy[record];
  if (ploidy > MAX_PLOIDY) return reasons.PLOIDY;
  let missing = 0;
  let alternate = 0;
  let largest = 0;
  for (let place = record * MAX_PLOIDY; place < record * MAX_PLOIDY + ploidy; place++) {
    const allele = calls.alleles[place];
    if (allele < 0) missing++;
    else if (allele > 0) alternate++;
    if (allele > largest) largest = allele;
  }
  if (hasGenotype) {
    if (alternate === 0) return missing > 0 ? reasons.NO_CALL : reasons.HOM_REF;
    if (missing > 0) calls.partial[record] = 1;
  }
  let number = 0;
  let starOnly = true;
  let unresolved = 0;
  for (let from = altStart; from < altEnd; ) {
    let to = from;
    while (to < altEnd && text[to] !== COMMA) to++;
    number++;
    if (!hasGenotype || calls.copies(record, number) > 0) {
      const kind = alleleKind(text, from, to);
      if (kind === AlleleKind.bases) {
        starOnly = false;
        addTrimmedEdit(calls, record, number, from, to);
      } else if (kind !== AlleleKind.star) {
        starOnly = false;
        unresolved = kind === AlleleKind.breakend ? reasons.BREAKEND : reasons.SYMBOLIC;
      }
    }
    from = to + 1;
  }
  if (largest > number) {
    throw alleleNotInRecord(text, columns.sampleStart[record], columns.sampleEnd[record], number);
  }
  if (calls.editCount > calls.firstEdit[record]) {
    if (unresolved !== 0) calls.partial[record] = 1;
    return reasons.ASSESSED;
  }
  return starOnly ? reasons.SPANNING_DELETION : unresolved === 0 ? reasons.NO_ALT : unresolved;
}

function alleleKind(text: Buffer, start: number, end: number): number {
  if (end - start === 1) {
    const base = text[start] & UPPER;
    if (base >= 0x41 && base <= 0x5a) return AlleleKind.bases;
  }
  return classifyAllele(text, start, end);
}

/** Trims what REF and ALT share: the anchor base before an indel, then the end, so that it stays left, then the rest. */
function addTrimmedEdit(calls: CallSet, record: number, allele: number, altStart: number, altEnd: number): void {
  const { text, columns } = calls;
  let refStart = columns.refStart[record];
  let refEnd = calls.refEnd(record);
  let basesStart = altStart;
  let basesEnd = altEnd;
  let start = columns.position[record] - 1;
  if ((text[refStart] & UPPER) === (text[basesStart] & UPPER)) {
    refStart++;
    basesStart++;
    start++;
  }
  while (refEnd > refStart && basesEnd > basesStart && (text[refEnd - 1] & UPPER) === (text[basesEnd - 1] & UPPER)) {
    refEnd--;
    basesEnd--;
  }
  while (refStart < refEnd && basesStart < basesEnd && (text[refStart] & UPPER) === (text[basesStart] & UPPER)) {
    refStart++;
    basesStart++;
    start++;
  }
  if (refStart === refEnd && basesStart === basesEnd) return;
  calls.addEdit(allele, start, start + refEnd - refStart, basesStart, basesEnd);
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
