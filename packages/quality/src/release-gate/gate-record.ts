/** One side of a labelled record, as a comparison with the truth set wrote it. */
export interface GateSide {
  readonly verdict: "TP" | "FN" | "FP" | "UNK" | "N";
  readonly genotype: string;
  /** How it is counted: `SNP` or `INDEL`; anything else is not assessed. */
  readonly type: string;
}

/** A record of a comparison's result. Records come by contig and ascending position. */
export interface GateRecord {
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly ref: string;
  readonly alt: string;
  readonly truth: GateSide | null;
  readonly query: GateSide | null;
}

/** Types of variants that a gate judges apart. */
export const VARIANT_TYPES = ["SNP", "INDEL"] as const;

export type VariantType = (typeof VARIANT_TYPES)[number];

/** By what a variant of one position is the same as another: how it is written. */
export function variantKey({ ref, alt }: GateRecord, genotype: string): string {
  return `${ref}\t${alt}\t${genotype}`;
}
