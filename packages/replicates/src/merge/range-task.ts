import type { Intervals } from "@touchstone/formats";
import type { TallyPart } from "../accumulate/tally.ts";
import type { VafDenominator } from "../read/depth-source.ts";

/** What stays the same for all ranges of a comparison. */
export interface RangeSettings {
  readonly minimumDepth: number;
  readonly denominator: VafDenominator;
  readonly includeImputed: boolean;
  readonly allRecords: boolean;
  readonly vafBins: readonly number[];
  readonly leastCvMean: number;
  readonly samplePoints: number;
  readonly seed: number;
  readonly compressionLevel: number;
}

/** A part of a contig: the variants whose normalised alleles start in [from, to), 0-based. */
export interface RangeTask {
  readonly contig: string;
  /** -1 for the first range of a contig. */
  readonly from: number;
  /** Infinity for its last range. */
  readonly to: number;
  /** Regions that reach into the range; null when none were given. */
  readonly regions: Intervals | null;
}

/** What one run contributed to a range. */
export interface RunCounts {
  /** Records that start in the range, by `DepthSource`. */
  readonly sources: Int32Array;
  /** ALT alleles that are no sequence of bases. */
  readonly unresolved: number;
  /** Virtual positions of the text that was read: what lies between two ranges must be nothing. */
  readonly readFrom: number;
  readonly readTo: number;
}

/** What merging a range gives; can be posted between threads. */
export interface RangeResult {
  readonly blocks: readonly Uint8Array<ArrayBuffer>[];
  readonly part: TallyPart;
  readonly runs: readonly RunCounts[];
  readonly variants: number;
}
