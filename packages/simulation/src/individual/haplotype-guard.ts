import type { Call } from "../variants/call.ts";

/**
 * Sees to it that no two calls of a contig change the same base of one haplotype, the anchor bases of insertions and deletions
 * included: otherwise what a haplotype spells depends on who reads the records.
 */
export class HaplotypeGuard {
  readonly #ends: [number, number] = [0, 0];

  /** Whether the call fits on its haplotypes after those that were taken; if so, it is taken. Calls come in order. */
  take({ start, ref, haplotypes }: Call): boolean {
    const taken = [0, 1].filter((haplotype) => haplotypes[haplotype] !== 0);
    if (taken.some((haplotype) => start < this.#ends[haplotype])) return false;
    for (const haplotype of taken) this.#ends[haplotype] = start + ref.length;
    return true;
  }
}
