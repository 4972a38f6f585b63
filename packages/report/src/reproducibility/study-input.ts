import type { ReproducibilityDocument } from "@touchstone/model";

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** `P.reproducibility.json`. */
export type ReplicateStudy = DeepReadonly<ReproducibilityDocument>;

/** A stratum of a study. */
export type StudyStratum = ReplicateStudy["strata"][number];

/** A variant, or an analyte of a table, over the runs. */
export interface StudyVariant {
  /** `chr7:55191822 T>G`, or the analyte's name. */
  readonly analyte: string;
  readonly variantType: string | null;
  readonly zygosity: string | null;
  readonly stratum: string | null;
  /** By run; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly depths: readonly (number | null)[];
  readonly states: readonly string[];
  readonly mean: number | null;
  readonly sd: number | null;
  /** As fractions; the floor is that of counting reads. */
  readonly cv: number | null;
  readonly floorCv: number | null;
}

/** What a reproducibility report is made of. */
export interface StudyInput {
  readonly study: ReplicateStudy;
  /** `P.variants.tsv.gz`; null where it is not there. */
  readonly variants: readonly StudyVariant[] | null;
}
