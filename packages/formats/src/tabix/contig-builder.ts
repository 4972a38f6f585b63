import { BLOCK_SHIFT } from "../bgzf/virtual-position.ts";
import { binOf, firstBinOf, TABIX_BINNING } from "./bins.ts";
import type { ContigPart } from "./tabix-part.ts";

const WINDOW = 2 ** TABIX_BINNING.minShift;
const FIRST_LEAF = firstBinOf(TABIX_BINNING.depth);

/** Collects the index of one contig while its records are written. */
export class ContigBuilder {
  readonly name: string;
  /** For each bin its chunks: start, end, start, end ... */
  readonly bins: Map<number, number[]> = new Map();
  /** Window number -> where its first record starts. Sparse, in increasing order of insertion within a part. */
  readonly windows: Map<number, number> = new Map();
  recordCount = 0;
  firstStart0 = 0;
  lastStart0 = -1;
  start = 0;
  end = 0;
  #lastWindow = -1;
  #lastBin = -1;
  #lastChunks: number[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** Number of windows up to the last that has a record. */
  get windowCount(): number {
    return this.#lastWindow + 1;
  }

  add(start0: number, end0: number, virtualStart: number, virtualEnd: number): void {
    this.#extend(start0, start0, virtualStart, virtualEnd, 1);
    const firstWindow = Math.floor(start0 / WINDOW);
    const lastWindow = Math.floor((end0 - 1) / WINDOW);
    // Most records lie within the window of the one before.
    const bin = firstWindow === lastWindow ? FIRST_LEAF + firstWindow : binOf(start0, end0, TABIX_BINNING);
    this.#addChunk(bin, virtualStart, virtualEnd);
    if (lastWindow === this.#lastWindow && firstWindow === lastWindow) return;
    for (let window = firstWindow; window <= lastWindow; window++) this.#mark(window, virtualStart);
  }

  /** Takes over a part that `shift` (a virtual position) brings to its place in the file. */
  append(part: ContigPart, shift: number): void {
    this.#extend(part.firstStart0, part.lastStart0, part.start + shift, part.end + shift, part.recordCount);
    for (let i = 0; i < part.chunkBins.length; i++) {
      this.#addChunk(part.chunkBins[i], part.chunks[2 * i] + shift, part.chunks[2 * i + 1] + shift);
    }
    for (let i = 0; i < part.windowStarts.length; i++) {
      if (part.windowStarts[i] >= 0) this.#mark(part.firstWindow + i, part.windowStarts[i] + shift);
    }
  }

  /** All of it as plain data. */
  toPart(): ContigPart {
    const { name, recordCount, firstStart0, lastStart0, start, end } = this;
    const chunkBins: number[] = [];
    const chunks: number[] = [];
    for (const [bin, pairs] of this.bins) {
      for (let i = 0; i < pairs.length; i += 2) {
        chunkBins.push(bin);
        chunks.push(pairs[i], pairs[i + 1]);
      }
    }
    const firstWindow = Math.floor(firstStart0 / WINDOW);
    const windowStarts = new Float64Array(this.windowCount - firstWindow).fill(-1);
    for (const [window, position] of this.windows) windowStarts[window - firstWindow] = position;
    return {
      name,
      recordCount,
      firstStart0,
      lastStart0,
      start,
      end,
      chunkBins: Uint32Array.from(chunkBins),
      chunks: Float64Array.from(chunks),
      firstWindow,
      windowStarts,
    };
  }

  #extend(firstStart0: number, lastStart0: number, start: number, end: number, records: number): void {
    if (this.recordCount === 0) {
      this.firstStart0 = firstStart0;
      this.start = start;
    }
    this.lastStart0 = lastStart0;
    this.end = end;
    this.recordCount += records;
  }

  /** Chunks that share a block are joined: a reader has to inflate it anyway. */
  #addChunk(bin: number, start: number, end: number): void {
    const chunks = bin === this.#lastBin ? this.#lastChunks : this.#chunksOf(bin);
    const last = chunks.length - 1;
    if (last > 0 && Math.floor(chunks[last] / BLOCK_SHIFT) >= Math.floor(start / BLOCK_SHIFT)) chunks[last] = end;
    else chunks.push(start, end);
  }

  #chunksOf(bin: number): number[] {
    let chunks = this.bins.get(bin);
    if (chunks === undefined) {
      chunks = [];
      this.bins.set(bin, chunks);
    }
    this.#lastBin = bin;
    this.#lastChunks = chunks;
    return chunks;
  }

  #mark(window: number, position: number): void {
    if (window > this.#lastWindow) this.#lastWindow = window;
    if (!this.windows.has(window)) this.windows.set(window, position);
  }
}
