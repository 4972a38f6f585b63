import type { ReproducibilityDocument } from "@touchstone/model";

/** How two runs of a study agree; fits the table `replicate_study_pair`. */
export interface ImportedPair {
  readonly stratum: string;
  /** Places of the runs in the study, from 0; the first is the smaller. */
  readonly firstPosition: number;
  readonly secondPosition: number;
  readonly n: number;
  /** Mean of first minus second; null as the others where it is not defined. */
  readonly bias: number | null;
  readonly sd: number | null;
  readonly lowerLimit: number | null;
  readonly upperLimit: number | null;
  readonly jaccard: number | null;
}

/** A variant, or an analyte of a table, over the runs of a study; fits the table `replicate_study_variant`. */
export interface ImportedVariant {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** `chr7:55191822 T>G`, or the analyte's name. */
  readonly analyte: string;
  readonly contig: string | null;
  /** 1-based, as POS in VCF. */
  readonly position: number | null;
  readonly ref: string | null;
  readonly alt: string | null;
  readonly variantType: string | null;
  readonly zygosity: string | null;
  readonly vafBin: string | null;
  /** Of an analyte. */
  readonly stratum: string | null;
  /** By run; null where the file has none. */
  readonly values: readonly (number | null)[];
  readonly depths: readonly (number | null)[];
  /** `called`, `absent`, `low-depth` and so on. */
  readonly states: readonly string[];
  readonly mean: number | null;
  readonly sd: number | null;
  readonly cv: number | null;
  readonly floorCv: number | null;
}

/** A study of replicates as it is kept; fits the table `replicate_study` and those of its parts. */
export interface ImportedReplicateStudy {
  /** SHA-256 of document and variants: the same for the same results, whatever the files' names and compression. */
  readonly contentSha256: string;
  readonly document: ReproducibilityDocument;
  /** When the study was finished, UTC. */
  readonly performedAt: string;
  readonly pairs: readonly ImportedPair[];
  /** Null when no table of variants was given. */
  readonly variants: readonly ImportedVariant[] | null;
  /** By the file's name. */
  readonly kinds: ReadonlyMap<string, string>;
}
