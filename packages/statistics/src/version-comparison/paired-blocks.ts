import { requireCount } from "../distributions/requirements.ts";

/** Records of one version: recall is of truth records, precision of query records. */
export interface VersionCounts {
  readonly truthTp: number;
  readonly truthFn: number;
  readonly queryTp: number;
  readonly queryFp: number;
}

/** Counts of both versions in one stretch of a contig. */
export interface PairedBlock {
  readonly contig: string;
  /** Place of the block on its contig: floor(0-based position / block size). */
  readonly index: number;
  readonly first: VersionCounts;
  readonly second: VersionCounts;
}

/** Default block size in bases: longer than the clusters in which callers err together. */
export const BLOCK_BASES = 1_000_000;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Collects records into blocks; order of the records does not matter. */
export class PairedBlockCounter {
  readonly #blockBases: number;
  readonly #blocks: Map<string, { contig: string; index: number } & Record<Version, Mutable<VersionCounts>>> =
    new Map();

  /** @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE unless the size is a positive integer. */
  constructor(blockBases: number = BLOCK_BASES) {
    requireCount(blockBases, 1, Number.MAX_SAFE_INTEGER, "blockBases");
    this.#blockBases = blockBases;
  }

  /**
   * Counts one record of one version.
   *
   * @param position 0-based.
   * @throws StatisticsError TS_STATISTICS_OUT_OF_RANGE for a position that is no integer or negative.
   */
  add(version: Version, outcome: keyof VersionCounts, contig: string, position: number): void {
    requireCount(position, 0, Number.MAX_SAFE_INTEGER, "position");
    const index = Math.floor(position / this.#blockBases);
    const key = `${index} ${contig}`;
    let block = this.#blocks.get(key);
    if (block === undefined) {
      block = { contig, index, first: noCounts(), second: noCounts() };
      this.#blocks.set(key, block);
    }
    block[version][outcome]++;
  }

  /** Blocks with at least one record. */
  blocks(): readonly PairedBlock[] {
    return [...this.#blocks.values()];
  }
}

/** The version in use, and the one that is to replace it. */
export type Version = "first" | "second";

function noCounts(): Mutable<VersionCounts> {
  return { truthTp: 0, truthFn: 0, queryTp: 0, queryFp: 0 };
}
