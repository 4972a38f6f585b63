/** A record of one sample, and which allele lies on which of its two haplotypes (0 is the reference). */
export interface Call {
  /** 0-based position of the first base of `ref`. */
  readonly start: number;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly haplotypes: readonly [number, number];
}

/** An insertion or deletion without anchor base: `removed` starts at 0-based `start`, `inserted` stands before it. One of them is empty. */
export interface Edit {
  readonly start: number;
  readonly removed: string;
  readonly inserted: string;
}

/** Counted kinds of truth records. */
export type Kind = "SNP" | "INDEL" | "MNP" | "CPX";
