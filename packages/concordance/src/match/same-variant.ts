import type { CallSet } from "../records/call-set.ts";

/** The two records are different, or the same only by a search. */
export const DIFFERENT = 0;
/** Same trimmed edits at the same place, same genotype. */
export const IDENTICAL = 1;
/** Same edits once shifted to the left, same genotype. */
export const SHIFTED = 2;

const UPPER = 0xdf;

/**
 * Compares a truth record with a query record by their trimmed edits and genotypes.
 *
 * @param compareGenotypes false to compare alleles only
 * @param strictPloidy 1 is not 1/1
 */
export function sameVariant(
  truth: CallSet,
  truthRecord: number,
  query: CallSet,
  queryRecord: number,
  compareGenotypes: boolean,
  strictPloidy: boolean,
): number {
  const first = truth.firstEdit[truthRecord];
  const edits = truth.firstEdit[truthRecord + 1] - first;
  const queryFirst = query.firstEdit[queryRecord];
  if (edits !== query.firstEdit[queryRecord + 1] - queryFirst) return DIFFERENT;
  if (compareGenotypes) {
    if (truth.partial[truthRecord] !== 0 || query.partial[queryRecord] !== 0) return DIFFERENT;
    if (strictPloidy && truth.ploidy[truthRecord] !== query.ploidy[queryRecord]) return DIFFERENT;
  }
  let result = IDENTICAL;
  for (let edit = first; edit < first + edits; edit++) {
    let found = DIFFERENT;
    for (let other = queryFirst; other < queryFirst + edits && found === DIFFERENT; other++) {
      found = sameEdit(truth, edit, query, other);
      if (found === DIFFERENT || !compareGenotypes) continue;
      const copies = truth.copies(truthRecord, truth.editAllele[edit]) * query.ploidy[queryRecord];
      const queryCopies = query.copies(queryRecord, query.editAllele[other]) * truth.ploidy[truthRecord];
      if (copies !== queryCopies) found = DIFFERENT;
    }
    if (found === DIFFERENT) return DIFFERENT;
    if (found === SHIFTED) result = SHIFTED;
  }
  return result;
}

function sameEdit(truth: CallSet, edit: number, query: CallSet, other: number): number {
  const length = truth.editBasesEnd[edit] - truth.editBasesStart[edit];
  const span = truth.editEnd[edit] - truth.editStart[edit];
  if (length !== query.editBasesEnd[other] - query.editBasesStart[other]) return DIFFERENT;
  if (span !== query.editEnd[other] - query.editStart[other]) return DIFFERENT;
  if (truth.editStart[edit] === query.editStart[other]) {
    return sameBases(truth, edit, 0, query, other, 0, length) ? IDENTICAL : DIFFERENT;
  }
  if (truth.editLeftmost[edit] !== query.editLeftmost[other]) return DIFFERENT;
  if (length === 0) return SHIFTED;
  if (span !== 0) return DIFFERENT;
  const truthShift = (truth.editStart[edit] - truth.editLeftmost[edit]) % length;
  const queryShift = (query.editStart[other] - query.editLeftmost[other]) % length;
  const same = sameBases(truth, edit, length - truthShift, query, other, length - queryShift, length);
  return same ? SHIFTED : DIFFERENT;
}

/** Inserted bases are equal, read in a circle from the given places. */
function sameBases(
  truth: CallSet,
  edit: number,
  truthFrom: number,
  query: CallSet,
  other: number,
  queryFrom: number,
  length: number,
): boolean {
  const truthStart = truth.editBasesStart[edit];
  const queryStart = query.editBasesStart[other];
  for (let step = 0; step < length; step++) {
    const base = truth.text[truthStart + ((truthFrom + step) % length)] & UPPER;
    if (base !== (query.text[queryStart + ((queryFrom + step) % length)] & UPPER)) return false;
  }
  return true;
}
