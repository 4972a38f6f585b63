import type { IdentityDocument } from "@touchstone/model";

/** What a check of identity or sex found. */
export type IdentityState = IdentityDocument["state"];
/** Sex as a samplesheet declares it. */
export type DeclaredSex = IdentityDocument["samples"][number]["sex"]["declared"];

/** One sequencing of a sample as a samplesheet declares it. */
export interface DeclaredSample {
  /** SAMPLE_Rn: name of the sample in VCF files. */
  readonly id: string;
  readonly sample: string;
  readonly sex: DeclaredSex;
  /** Truth set of the individual; null where none is named. */
  readonly truthSet: string | null;
  /** Control material; null where none is named. */
  readonly material: string | null;
}

/** Genotypes of two samples held side by side. */
export interface GenotypePair {
  /** Names of the samples, in any order: ids of a samplesheet, or a truth set. */
  readonly first: string;
  readonly second: string;
  /** Sites with a genotype in both. */
  readonly compared: number;
  /** Of these, sites with different genotypes. */
  readonly discordant: number;
}

/** Reads on one contig. */
export interface ContigDepth {
  readonly contig: string;
  readonly length: number;
  /** Aligned bases. */
  readonly bases: number;
}

/** When two sets of genotypes are of one individual. */
export interface IdentityOptions {
  /** Largest share of discordant sites, 0 to 1. */
  readonly maxDiscordance: number;
  /** Fewer compared sites are not evaluable. */
  readonly minSites: number;
}

/** Everything that the identity of samples is judged by. */
export interface IdentityInput {
  readonly samples: readonly DeclaredSample[];
  readonly pairs: readonly GenotypePair[];
  /** By id; absent where nothing was measured. */
  readonly depths: ReadonlyMap<string, readonly ContigDepth[]>;
  readonly options: IdentityOptions;
}
