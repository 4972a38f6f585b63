import type { TabixPart } from "@touchstone/formats";
import type { TransferableTally } from "../count/tally.ts";
import type { Intervals } from "../stratify/intervals.ts";
import type { StrataTable } from "../stratify/strata-table.ts";

/** A part of a contig to compare: the superloci that start in [from, to), 0-based. */
export interface RangeTask {
  /** Number of the contig in the reference. */
  readonly contig: number;
  /** -1 for the first range of a contig. */
  readonly from: number;
  /** Beyond the contig's end for its last range. */
  readonly to: number;
  /** Regions that reach into the range; null when none were given. */
  readonly confident: Intervals | null;
  readonly targets: Intervals | null;
  readonly strata: StrataTable | null;
}

/** A record whose REF is not what the reference has. */
export interface RefMismatch {
  readonly file: string;
  readonly contig: string;
  /** 1-based. */
  readonly position: number;
  readonly recorded: string;
  readonly reference: string;
}

/**
 * What a neighbouring range must know to be sure that the cut between them changed nothing; positions 0-based.
 *
 * Ranges are solved without knowing each other: each also loads the records within a margin beyond its cuts. The
 * result is that of the whole contig as long as no record outside the margin reaches across the cut.
 */
export interface RangeBorders {
  /** Farthest end of the extents of records that start more than the margin before `to`. */
  readonly reach: number;
  /** Least start of the extents of records that start more than the margin after `from`. */
  readonly back: number;
  /** Where this range ends and the next begins, once superloci that span the cut are taken into account. */
  readonly start: number;
  readonly end: number;
  /** POS - 1 of the first and last row; Infinity and -Infinity without rows. */
  readonly firstRow: number;
  readonly lastRow: number;
}

/** Phase of the heterozygous true positives, when phase is respected. */
export interface PhaseRelation {
  /** Number of the contig in the reference. */
  readonly contig: number;
  readonly position: number;
  readonly truthSet: number;
  readonly querySet: number;
  /** Both sides have their ALT on the same haplotype as written. */
  readonly same: boolean;
}

/** What solving a range gives; can be posted between threads. */
export interface RangeResult {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly index: TabixPart;
  readonly tally: TransferableTally;
  readonly borders: RangeBorders;
  readonly mismatchCount: number;
  /** The first few. */
  readonly mismatches: readonly RefMismatch[];
  readonly phase: readonly PhaseRelation[];
}

/** Records this far beyond a cut are loaded as well, in bases. */
export const RANGE_MARGIN = 5_000;
