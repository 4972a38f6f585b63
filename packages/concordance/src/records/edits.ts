import { AlleleKind, alleleNotInRecord, classifyAllele } from "@touchstone/formats";
import { type CallSet, MAX_PLOIDY } from "./call-set.ts";
import * as reasons from "./reasons.ts";

const COMMA = 0x2c;
const UPPER = 0xdf;
const DOT = 0x2e;

/** Adds an edit for each different called ALT allele and returns the record's status. */
export function addEdits(calls: CallSet, record: number, hasGenotype: boolean): number {
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
    if (alternate === 0) return missing > 0 || ploidy === 0 ? reasons.NO_CALL : reasons.HOM_REF;
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
