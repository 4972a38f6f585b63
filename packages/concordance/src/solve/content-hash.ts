import type { CallSet } from "../records/call-set.ts";

const UPPER = 0xdf;
const PRIME = 0x01000193;

/** 32-bit FNV-1a hash of a record's trimmed edits and their copies; the same on both sides. */
export function contentHash(calls: CallSet, record: number): number {
  let sum = 0;
  for (let edit = calls.firstEdit[record]; edit < calls.firstEdit[record + 1]; edit++) {
    let hash = 0x811c9dc5;
    hash = mix(hash, calls.editStart[edit]);
    hash = mix(hash, calls.editEnd[edit]);
    // Twelfths, so that 1 and 1/1 are the same and up to four copies are whole numbers.
    hash = mix(hash, (12 * calls.copies(record, calls.editAllele[edit])) / Math.max(1, calls.ploidy[record]));
    for (let place = calls.editBasesStart[edit]; place < calls.editBasesEnd[edit]; place++) {
      hash = Math.imul(hash ^ (calls.text[place] & UPPER), PRIME);
    }
    sum = (sum + (hash >>> 0)) % 0x100000000;
  }
  return sum;
}

function mix(hash: number, value: number): number {
  let mixed = hash;
  for (let shift = 0; shift < 32; shift += 8) mixed = Math.imul(mixed ^ ((value >>> shift) & 0xff), PRIME);
  return mixed;
}
