import { MAX_PLOIDY } from "../records/call-set.ts";

/** Decision on a record. Truth without match is FN, query without match FP. */
export const UNDECIDED = 0;
export const MATCHED = 1;
export const UNMATCHED = 2;

/** Kind of match (GA4GH BK): none, local (`lm`), allele (`am`), genotype (`gm`). */
export const NO_MATCH = 0;
export const LOCAL_MATCH = 1;
export const ALLELE_MATCH = 2;
export const GENOTYPE_MATCH = 3;

/** How the decision was reached; 0 for records that were not assessed. */
export const BY_EXACT = 1;
export const BY_SEARCH = 2;
export const BY_BOUNDED_SEARCH = 3;

/** Names of the methods in INFO of P.vcf.gz. */
export const METHOD_NAMES = ["", "exact", "search", "bounded"] as const;

/** What was decided for the records of one side; entry i belongs to record i of its call set. */
export class Labels {
  readonly decision: Uint8Array;
  readonly kind: Uint8Array;
  readonly method: Uint8Array;
  /** Record of the other side that is exactly the same, or -1. */
  readonly partner: Int32Array;
  /** Superlocus id, unique within the contig; 0 when the record is in none. */
  readonly superlocus: Int32Array;
  /** Proof: allele index of each haplotype for chosen records, MAX_PLOIDY places a record; -1 where unused. */
  readonly orientation: Int16Array;

  constructor(count: number) {
    this.decision = new Uint8Array(count);
    this.kind = new Uint8Array(count);
    this.method = new Uint8Array(count);
    this.partner = new Int32Array(count).fill(-1);
    this.superlocus = new Int32Array(count);
    this.orientation = new Int16Array(count * MAX_PLOIDY).fill(-1);
  }

  /** Notes which allele each haplotype carries. */
  orient(record: number, alleles: readonly number[]): void {
    for (let number = 0; number < alleles.length; number++) {
      this.orientation[record * MAX_PLOIDY + number] = alleles[number];
    }
  }
}
