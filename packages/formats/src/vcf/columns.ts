/** Consecutive records with the same CHROM, from `firstRecord` up to the next run. */
export interface ContigRun {
  readonly name: string;
  readonly firstRecord: number;
}

const COLUMN_NAMES = [
  "position",
  "lineStart",
  "posStart",
  "idStart",
  "refStart",
  "altStart",
  "qualStart",
  "filterStart",
  "infoStart",
  "formatStart",
  "sampleStart",
  "sampleEnd",
  "lineEnd",
] as const;

const EMPTY = new Int32Array(0);

/**
 * Records of a VCF text as parallel arrays, one entry a record: entries `0 <= i < count` are in use.
 *
 * All but `position` are byte offsets into the scanned text. A field ends one byte (its tab) before the start
 * of the next; CHROM is `[lineStart, posStart - 1)`. INFO ends at `formatStart - 1`, or at `lineEnd` when there
 * is no FORMAT. The arrays are replaced when they grow, so read them from the object after each scan.
 */
export class VcfColumns {
  count = 0;
  capacity: number;
  /** POS as in the file: 1-based, 0 for a telomere. */
  position: Int32Array = EMPTY;
  lineStart: Int32Array = EMPTY;
  posStart: Int32Array = EMPTY;
  idStart: Int32Array = EMPTY;
  refStart: Int32Array = EMPTY;
  altStart: Int32Array = EMPTY;
  qualStart: Int32Array = EMPTY;
  filterStart: Int32Array = EMPTY;
  infoStart: Int32Array = EMPTY;
  /** 0 when the record has no FORMAT. */
  formatStart: Int32Array = EMPTY;
  /** 0 when no sample was asked for. */
  sampleStart: Int32Array = EMPTY;
  /** End of the chosen sample's column; 0 when no sample was asked for. */
  sampleEnd: Int32Array = EMPTY;
  /** End of the line, without its newline and carriage return. */
  lineEnd: Int32Array = EMPTY;
  contigRuns: ContigRun[] = [];
  /** Bytes of the last run's name, which the scanner compares the next CHROM with. */
  contigBytes: Uint8Array = new Uint8Array(0);
  /** Whether the last scan ended in blank lines, after which only the end of the file may follow. */
  endedBlank = false;

  constructor(capacity: number) {
    this.capacity = Math.max(16, capacity);
    for (const name of COLUMN_NAMES) this[name] = new Int32Array(this.capacity);
  }

  /** Makes room for twice as many records; what is there stays. */
  grow(): void {
    this.capacity *= 2;
    for (const name of COLUMN_NAMES) {
      const larger = new Int32Array(this.capacity);
      larger.set(this[name]);
      this[name] = larger;
    }
  }

  /** Forgets all records and keeps the memory, for the next piece of the same file. */
  clear(): void {
    this.count = 0;
    this.contigRuns = [];
    this.contigBytes = new Uint8Array(0);
  }

  /** Adds `by` to every offset of record `i`. */
  shift(i: number, by: number): void {
    for (const name of COLUMN_NAMES) {
      const isAbsent =
        this[name][i] === 0 && (name === "formatStart" || name === "sampleStart" || name === "sampleEnd");
      if (name !== "position" && !isAbsent) this[name][i] += by;
    }
  }

  /** CHROM of record `i`, by bisecting the runs. */
  contigOf(i: number): string {
    let low = 0;
    let high = this.contigRuns.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.contigRuns[middle].firstRecord <= i) low = middle;
      else high = middle - 1;
    }
    return this.contigRuns[low].name;
  }
}

/** Empty columns with room for `capacity` records; they grow as needed. */
export function createVcfColumns(capacity = 4096): VcfColumns {
  return new VcfColumns(capacity);
}
