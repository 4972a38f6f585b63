import type { Call } from "../variants/call.ts";

const UPPER_CASE = 0xdf;

/**
 * The bases of one haplotype of a contig in upper case: those of the reference with the alleles of the calls in place.
 *
 * @param calls in order of position; no two of them touch the same base of the haplotype.
 */
export function spellHaplotype(reference: Uint8Array, calls: readonly Call[], haplotype: 0 | 1): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { start, ref, alts, haplotypes } of calls) {
    const allele = haplotypes[haplotype];
    if (allele === 0) continue;
    pieces.push(reference.subarray(from, start), Buffer.from(alts[allele - 1]));
    from = start + ref.length;
  }
  pieces.push(reference.subarray(from));
  return Buffer.concat(pieces).map((base) => base & UPPER_CASE);
}
