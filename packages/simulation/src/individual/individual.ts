import type { Call } from "../variants/call.ts";

/** Somebody with two haplotypes of each contig. */
export interface Individual {
  /** Its name as a sample of a VCF. */
  readonly name: string;
  /** What the haplotypes hold, by contig, in order of position. No two calls touch the same base of one haplotype. */
  readonly calls: ReadonlyMap<string, readonly Call[]>;
}
