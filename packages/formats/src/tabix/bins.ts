/** Shape of a binning index: leaf bins of 2^minShift bases and `depth` levels above them, each 8 times as wide. */
export interface Binning {
  readonly minShift: number;
  readonly depth: number;
}

/** Binning of .tbi (and .bai) files: leaves of 16 kb, contigs up to 2^29 bases. */
export const TABIX_BINNING: Binning = { minShift: 14, depth: 5 };

/** Bases that a contig can have at most under a binning. */
export function longestContig({ minShift, depth }: Binning): number {
  return 2 ** (minShift + 3 * depth);
}

/** The smallest bin that holds [start0, end0), 0-based half-open (SAM specification, section 5.3; CSI, `reg2bin`). */
export function binOf(start0: number, end0: number, { minShift, depth }: Binning): number {
  const last = Math.max(start0, end0 - 1);
  for (let level = depth; level > 0; level--) {
    const width = 2 ** (minShift + 3 * (depth - level));
    const bin = Math.floor(start0 / width);
    if (bin === Math.floor(last / width)) return firstBinOf(level) + bin;
  }
  return 0;
}

/** For each level the bins [first, last] that may hold something overlapping [start0, end0). */
export function binsOverlapping(start0: number, end0: number, binning: Binning): { first: number; last: number }[] {
  const lastBase = Math.min(end0, longestContig(binning)) - 1;
  return Array.from({ length: binning.depth + 1 }, (_, level) => {
    const width = 2 ** (binning.minShift + 3 * (binning.depth - level));
    const offset = firstBinOf(level);
    return { first: offset + Math.floor(start0 / width), last: offset + Math.floor(lastBase / width) };
  });
}

/** Number of the bin that holds counts instead of records: one past the last real bin, plus one. */
export function pseudoBin({ depth }: Binning): number {
  return firstBinOf(depth + 1) + 1;
}

/** Number of the first bin of a level, 0 being the widest. */
export function firstBinOf(level: number): number {
  return (8 ** level - 1) / 7;
}
