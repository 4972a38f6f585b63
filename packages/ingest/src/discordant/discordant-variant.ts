import type { ComparedCall, ComparedRow } from "./compared-row.ts";

/** A record of a comparison that lies beside a discordant one, or in its superlocus. */
export interface NearbyRecord
  extends Pick<ComparedRow, "position" | "ref" | "alt" | "filter" | "superlocus" | "method" | "reason"> {
  readonly truth: NearbyCall | null;
  readonly query: NearbyCall | null;
}

/** What a comparison made of it. */
export type NearbyCall = Pick<ComparedCall, "genotype" | "decision" | "matchKind" | "score">;

/** A record on which truth and query differ: FN, of the truth, or FP, of the query. Fits the table `discordant_variant`. */
export interface DiscordantVariant
  extends Pick<ComparedRow, "contig" | "position" | "ref" | "alt" | "filter" | "superlocus" | "method" | "strata">,
    Pick<ComparedCall, "genotype" | "variantType" | "subtype" | "genotypeClass" | "score"> {
  readonly label: "FN" | "FP";
  /**
   * SHA-256 of label, contig, position, alleles and genotype as written, but for phase, and of how often the comparison
   * has had such a record before: what two comparisons with one truth set have in common has the same.
   */
  readonly variantSha256: string;
  /** Place of the contig in the file's header, from 0. */
  readonly contigPlace: number;
  readonly matchKind: "allele" | "local" | null;
  /** Reference bases before POS and after REF; null where the file does not say. */
  readonly basesBefore: string | null;
  readonly basesAfter: string | null;
  /** In the order of the file, the nearest where there are very many. */
  readonly nearby: readonly NearbyRecord[];
}

/** Records on which truth and query differ. */
export interface DiscordantVariants {
  /** How many there are. */
  readonly total: number;
  /** In the order of the file; the first `MOST_DISCORDANT_VARIANTS` where there are more. */
  readonly variants: readonly DiscordantVariant[];
}

/** More are not kept: a comparison with as many has nothing to look at one by one. */
export const MOST_DISCORDANT_VARIANTS = 100_000;
