import type { Edit, Side } from "./haplotype.ts";

/** One way to put a record on the haplotypes: the edit of each haplotype, or null where it has none. */
export interface Placement {
  readonly edits: readonly (Edit | null)[];
  /** Allele index of each haplotype, for the proof. */
  readonly alleles: readonly number[];
  /** Number of each haplotype's edit among the record's edits in canonical order, -1 for none. */
  readonly kinds: readonly number[];
  /** The changes of several haplotypes are one genotype: what cancels on one may match on another. */
  readonly linked: boolean;
  /** 0 or 1 for a phased placement and its flip; -1 when any orientation is allowed. */
  readonly flip: number;
}

/** A record of one side, as the search sees it. */
export interface SearchRecord {
  /** Number of the record in its call set. */
  readonly record: number;
  readonly side: Side;
  /** Its different placements; never empty. */
  readonly placements: readonly Placement[];
  /** Start of its first edit in the window. */
  readonly start: number;
  readonly end: number;
  /** Hash of its content, the same whichever side it is on: breaks ties. */
  readonly hash: number;
  /** Local number (0 to 30) of its phase set, or -1 when its phase is free. */
  readonly phaseSet: number;
}

/** A decision of the search: a record of one side, or two that are exactly the same. */
export interface SearchEvent {
  readonly truth: SearchRecord | null;
  readonly query: SearchRecord | null;
  readonly start: number;
  /** The pair must be included as such. */
  readonly required: boolean;
}
