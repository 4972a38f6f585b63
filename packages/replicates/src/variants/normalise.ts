import type { AlleleList } from "./allele-list.ts";

const UPPER = 0xdf;
const LETTER_N = 0x4e;

/** Random access to the upper-case bases of one contig. */
export interface ContigBases {
  readonly length: number;
  /** ASCII code of a base, 0-based; 0 outside the contig. */
  baseAt(position: number): number;
}

/**
 * Alleles are shifted to the left by at most so many bases: farther than any repeat that reads of a call span, and
 * what lets ranges of a contig be compared on their own.
 */
export const LARGEST_SHIFT = 10_000;

/**
 * Takes off what REF at `[refStart, refEnd)` and ALT at `[altStart, altEnd)` share: first at their ends, then at their
 * starts (Tan et al. 2015, doi:10.1093/bioinformatics/btv112, without the base that VCF keeps), and stores what is
 * left in entry `allele`, which then starts at `position` (0-based, of REF's first base) or behind it.
 *
 * @returns whether anything is left
 */
export function trimAllele(
  alleles: AlleleList,
  allele: number,
  position: number,
  refStart: number,
  refEnd: number,
  altStart: number,
  altEnd: number,
): boolean {
  const { text } = alleles;
  let refTo = refEnd;
  let altTo = altEnd;
  while (refTo > refStart && altTo > altStart && ((text[refTo - 1] ^ text[altTo - 1]) & UPPER) === 0) {
    refTo--;
    altTo--;
  }
  let refFrom = refStart;
  let altFrom = altStart;
  while (refFrom < refTo && altFrom < altTo && ((text[refFrom] ^ text[altFrom]) & UPPER) === 0) {
    refFrom++;
    altFrom++;
  }
  alleles.start[allele] = position + refFrom - refStart;
  alleles.deleted[allele] = refTo - refFrom;
  alleles.inserted[allele] = altTo - altFrom;
  alleles.deletedAt[allele] = refFrom;
  alleles.insertedAt[allele] = altFrom;
  alleles.rotation[allele] = 0;
  return refTo > refFrom || altTo > altFrom;
}

/**
 * Shifts a trimmed insertion or deletion to the left as far as the sequence it makes stays the same (Tan et al. 2015),
 * {@link LARGEST_SHIFT} at most and never across an N.
 */
export function leftAlign(alleles: AlleleList, allele: number, contig: ContigBases): void {
  if (alleles.deleted[allele] === 0) alignInsertion(alleles, allele, contig);
  else if (alleles.inserted[allele] === 0) alignDeletion(alleles, allele, contig);
}

function alignDeletion(alleles: AlleleList, allele: number, contig: ContigBases): void {
  const first = alleles.start[allele];
  const limit = Math.max(0, first - LARGEST_SHIFT);
  let start = first;
  let last = first + alleles.deleted[allele] - 1;
  while (start > limit) {
    const base = contig.baseAt(start - 1);
    if (base === LETTER_N || base !== contig.baseAt(last)) break;
    start--;
    last--;
  }
  alleles.start[allele] = start;
}

function alignInsertion(alleles: AlleleList, allele: number, contig: ContigBases): void {
  const first = alleles.start[allele];
  const limit = Math.max(0, first - LARGEST_SHIFT);
  const length = alleles.inserted[allele];
  const basesAt = alleles.insertedAt[allele];
  let position = first;
  let place = length - 1;
  while (position > limit) {
    const base = contig.baseAt(position - 1);
    if (base === LETTER_N || base !== (alleles.text[basesAt + place] & UPPER)) break;
    position--;
    place = place === 0 ? length - 1 : place - 1;
  }
  alleles.start[allele] = position;
  alleles.rotation[allele] = length === 0 ? 0 : (first - position) % length;
}
