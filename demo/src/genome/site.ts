import type { Call, Event } from "@touchstone/test-support/generate";

/** Kinds that callers find differently well: whatever is no single base counts with the indels, as comparisons do. */
export type SiteClass = "SNV" | "INDEL";

/**
 * What is at a site. `truth`: a variant of the reference sample; `other`: a variant that other people have; `artefact`:
 * no variant, but reads that look like one.
 */
export type SiteKind = "truth" | "other" | "artefact";

/** A place of the genome where a caller may call something. */
export interface Site {
  readonly contig: string;
  readonly kind: SiteKind;
  readonly class: SiteClass;
  readonly event: Event;
  /** Standard normal: how hard it is to call beyond what its class, length and repeat say; the same in every run. */
  readonly difficulty: number;
  /** Whether the exome assay captures it. */
  readonly isCaptured: boolean;
  /** The records of a caller that is right, which may write the event otherwise than the truth does. */
  readonly written: readonly Call[];
  /** Those of a caller that takes the length of an indel, or the base, for another; null where that cannot be. */
  readonly wrong: readonly Call[] | null;
}
