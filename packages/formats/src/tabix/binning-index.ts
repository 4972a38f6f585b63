import { type Binning, binsOverlapping, firstBinOf } from "./bins.ts";

/** A piece of a file, as virtual positions [start, end). */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** Counts that htslib keeps in the pseudo-bin of each contig. */
export interface ContigCounts {
  /** Where the records of the contig stand. */
  readonly start: number;
  readonly end: number;
  /** Records; in alignment files the mapped ones. */
  readonly mapped: number;
  readonly unmapped: number;
}

/** The index of one contig. */
export interface ContigIndex {
  /** Null in a .csi without names, which are then in the file itself, in this order. */
  readonly name: string | null;
  readonly bins: ReadonlyMap<number, readonly Chunk[]>;
  /** .tbi: where to start for each 16 kb window. Empty in a .csi. */
  readonly linear: Float64Array;
  /** .csi: where to start for each bin. Empty in a .tbi. */
  readonly binStarts: ReadonlyMap<number, number>;
  readonly counts: ContigCounts | null;
}

/** Which columns hold what in the indexed text; columns are 1-based, 0 is none. */
export interface TabixColumns {
  /** 0 generic, 1 SAM, 2 VCF; 0x10000 is added for 0-based half-open coordinates. */
  readonly format: number;
  readonly contigColumn: number;
  readonly startColumn: number;
  readonly endColumn: number;
  /** Lines that start with it are passed over. */
  readonly commentCharacter: string;
  readonly skippedLines: number;
}

/** The content of a .tbi or .csi file, with its questions answered. */
export class BinningIndex {
  readonly kind: "tbi" | "csi";
  readonly binning: Binning;
  /** Null in a .csi that says nothing of columns (of a BCF file). */
  readonly columns: TabixColumns | null;
  readonly contigs: readonly ContigIndex[];
  /** Records without a place; null when the index does not say. */
  readonly unplaced: number | null;

  constructor(fields: {
    kind: "tbi" | "csi";
    binning: Binning;
    columns: TabixColumns | null;
    contigs: readonly ContigIndex[];
    unplaced: number | null;
  }) {
    this.kind = fields.kind;
    this.binning = fields.binning;
    this.columns = fields.columns;
    this.contigs = fields.contigs;
    this.unplaced = fields.unplaced;
  }

  /** Where the records of each named contig start; contigs without records are left out. For `locateContigs`. */
  get contigStarts(): { contig: string; start: number }[] {
    const starts: { contig: string; start: number }[] = [];
    for (const { name, bins } of this.contigs) {
      let start = Number.POSITIVE_INFINITY;
      for (const chunks of bins.values()) for (const chunk of chunks) start = Math.min(start, chunk.start);
      if (name !== null && start !== Number.POSITIVE_INFINITY) starts.push({ contig: name, start });
    }
    return starts;
  }

  /**
   * The pieces of the file that hold every record overlapping [start0, end0) of a contig, 0-based half-open; they
   * hold others too. Sorted, merged; none for a contig that the index does not know.
   */
  query(contig: string, start0: number, end0: number): Chunk[] {
    const index = this.contigs.find(({ name }) => name === contig);
    if (index === undefined || end0 <= start0) return [];
    const found: Chunk[] = [];
    const from = this.#lowestStart(index, start0);
    for (const bin of this.#binsOf(index, Math.max(0, start0), end0)) {
      for (const chunk of index.bins.get(bin) ?? []) {
        if (chunk.end > from) found.push({ start: Math.max(chunk.start, from), end: chunk.end });
      }
    }
    return mergeChunks(found);
  }

  /** The bins to look at: by number, or, when the range spans more bins than the contig has, those it has. */
  *#binsOf(index: ContigIndex, start0: number, end0: number): Generator<number> {
    for (const { first, last } of binsOverlapping(start0, end0, this.binning)) {
      if (last - first < index.bins.size) for (let bin = first; bin <= last; bin++) yield bin;
      else for (const bin of index.bins.keys()) if (bin >= first && bin <= last) yield bin;
    }
  }

  /** No record that overlaps `start0` or lies behind it starts before this position. */
  #lowestStart(index: ContigIndex, start0: number): number {
    const window = Math.floor(Math.max(0, start0) / 2 ** this.binning.minShift);
    if (index.linear.length > 0) return index.linear[Math.min(window, index.linear.length - 1)];
    // A .csi keeps the start with the bins: that of the smallest existing bin around the place holds.
    for (let bin = firstBinOf(this.binning.depth) + window; ; bin = Math.floor((bin - 1) / 8)) {
      const start = index.binStarts.get(bin);
      if (start !== undefined) return start;
      if (bin <= 0) return 0;
    }
  }
}

/** Sorts by start and joins pieces that touch or overlap. */
function mergeChunks(chunks: readonly Chunk[]): Chunk[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...chunks].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
