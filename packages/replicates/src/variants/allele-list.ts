const UPPER = 0xdf;

/**
 * The ALT alleles of one run within a range, as parallel arrays; each is an edit, trimmed of what it shares with REF.
 *
 * Allele i replaces the `deleted[i]` reference bases from the 0-based position `start[i]` on by `inserted[i]` bases. Those
 * stand at `insertedAt[i]` of `text`, rotated to the right by `rotation[i]` where the allele was shifted to the left.
 */
export class AlleleList {
  readonly text: Buffer;
  count = 0;
  start: Int32Array;
  deleted: Int32Array;
  inserted: Int32Array;
  /** Where the trimmed REF starts in `text`, as the record writes it. */
  deletedAt: Int32Array;
  insertedAt: Int32Array;
  rotation: Int32Array;
  /** Number of the record that the allele comes from. */
  record: Int32Array;
  /** VAF; meaningless where `depth` is -1 or 0. */
  fraction: Float64Array;
  /** Reads that the VAF is a fraction of; -1 when the record has no depths. */
  depth: Int32Array;
  /** `Carriage` of the run's genotype. */
  carriage: Uint8Array;
  /** 1 when the run calls the allele: its genotype has it (or there is none) and the record is not filtered. */
  called: Uint8Array;
  /** Numbers of the alleles in the order of `compareAlleles`. */
  order: Int32Array = new Int32Array(0);

  constructor(text: Buffer, capacity: number) {
    const size = Math.max(16, capacity);
    this.text = text;
    this.start = new Int32Array(size);
    this.deleted = new Int32Array(size);
    this.inserted = new Int32Array(size);
    this.deletedAt = new Int32Array(size);
    this.insertedAt = new Int32Array(size);
    this.rotation = new Int32Array(size);
    this.record = new Int32Array(size);
    this.fraction = new Float64Array(size);
    this.depth = new Int32Array(size);
    this.carriage = new Uint8Array(size);
    this.called = new Uint8Array(size);
  }

  /** Number of a new allele, whose entries the caller fills in. */
  add(): number {
    if (this.count === this.start.length) this.#grow();
    return this.count++;
  }

  /** Upper-case code of the `place`-th inserted base of an allele. */
  insertedBase(allele: number, place: number): number {
    const rotation = this.rotation[allele];
    const from = place >= rotation ? place - rotation : place - rotation + this.inserted[allele];
    return this.text[this.insertedAt[allele] + from] & UPPER;
  }

  /** Upper-case code of the `place`-th base that the record's REF has at the trimmed allele. */
  deletedBase(allele: number, place: number): number {
    return this.text[this.deletedAt[allele] + place] & UPPER;
  }

  #grow(): void {
    const size = 2 * this.start.length;
    const larger = <T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.start = larger(this.start, new Int32Array(size));
    this.deleted = larger(this.deleted, new Int32Array(size));
    this.inserted = larger(this.inserted, new Int32Array(size));
    this.deletedAt = larger(this.deletedAt, new Int32Array(size));
    this.insertedAt = larger(this.insertedAt, new Int32Array(size));
    this.rotation = larger(this.rotation, new Int32Array(size));
    this.record = larger(this.record, new Int32Array(size));
    this.fraction = larger(this.fraction, new Float64Array(size));
    this.depth = larger(this.depth, new Int32Array(size));
    this.carriage = larger(this.carriage, new Uint8Array(size));
    this.called = larger(this.called, new Uint8Array(size));
  }
}
