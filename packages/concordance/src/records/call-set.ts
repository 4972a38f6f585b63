import type { VcfColumns } from "@touchstone/formats";

/** Genotypes with more alleles are not assessed. */
export const MAX_PLOIDY = 4;

/**
 * The records of one side within a range, as parallel arrays: entry i belongs to record i of `columns`.
 *
 * An edit is one called ALT allele, trimmed of what it shares with REF: reference bases [editStart, editEnd),
 * 0-based, become `text[editBasesStart, editBasesEnd)`. The edits of record i are
 * `firstEdit[i] .. firstEdit[i + 1] - 1`, one a different called allele.
 */
export class CallSet {
  readonly text: Buffer;
  readonly columns: VcfColumns;
  readonly count: number;
  /** ASSESSED, or why not (reasons.ts). */
  readonly status: Uint8Array;
  /** FILTER is PASS or missing. */
  readonly passing: Uint8Array;
  /** Called alleles, MAX_PLOIDY places a record; -1 for missing ones. */
  readonly alleles: Int16Array;
  /** Number of alleles; 0 when the record has no genotype, and then every ALT counts as called. */
  readonly ploidy: Uint8Array;
  readonly phased: Uint8Array;
  /** PS of a phased genotype; 0 when it has none or phase is ignored. */
  readonly phaseSet: Int32Array;
  /** Some allele is unknown: the rest can match as alleles, never as a genotype. */
  readonly partial: Uint8Array;
  readonly firstEdit: Int32Array;
  editAllele: Int16Array;
  editStart: Int32Array;
  editEnd: Int32Array;
  editBasesStart: Int32Array;
  editBasesEnd: Int32Array;
  /** Start of the edit where it is shifted to the left as far as the reference allows. */
  editLeftmost: Int32Array;
  editCount = 0;
  /** First trimmed reference base that the record changes, and the end of the last. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Span within which the record's edits can be shifted: records whose spans touch may stand for each other. */
  readonly extentStart: Int32Array;
  readonly extentEnd: Int32Array;
  /** Class for counting (count/variant-class.ts). */
  readonly variantClass: Int32Array;

  constructor(text: Buffer, columns: VcfColumns) {
    const count = columns.count;
    this.text = text;
    this.columns = columns;
    this.count = count;
    this.status = new Uint8Array(count);
    this.passing = new Uint8Array(count);
    this.alleles = new Int16Array(count * MAX_PLOIDY).fill(-1);
    this.ploidy = new Uint8Array(count);
    this.phased = new Uint8Array(count);
    this.phaseSet = new Int32Array(count);
    this.partial = new Uint8Array(count);
    this.firstEdit = new Int32Array(count + 1);
    const edits = count + (count >> 2) + 16;
    this.editAllele = new Int16Array(edits);
    this.editStart = new Int32Array(edits);
    this.editEnd = new Int32Array(edits);
    this.editBasesStart = new Int32Array(edits);
    this.editBasesEnd = new Int32Array(edits);
    this.editLeftmost = new Int32Array(edits);
    this.start = new Int32Array(count);
    this.end = new Int32Array(count);
    this.extentStart = new Int32Array(count);
    this.extentEnd = new Int32Array(count);
    this.variantClass = new Int32Array(count);
  }

  /** Appends an edit with its bases still untrimmed, and returns its number. */
  addEdit(allele: number, start: number, end: number, basesStart: number, basesEnd: number): number {
    const edit = this.editCount++;
    if (edit === this.editStart.length) this.growEdits();
    this.editAllele[edit] = allele;
    this.editStart[edit] = start;
    this.editEnd[edit] = end;
    this.editBasesStart[edit] = basesStart;
    this.editBasesEnd[edit] = basesEnd;
    this.editLeftmost[edit] = start;
    return edit;
  }

  /** End of the REF field. */
  refEnd(record: number): number {
    return this.columns.altStart[record] - 1;
  }

  /** End of the ALT field. */
  altEnd(record: number): number {
    return this.columns.qualStart[record] - 1;
  }

  /** How many of the record's haplotypes carry the allele; 1 when it has no genotype. */
  copies(record: number, allele: number): number {
    const ploidy = this.ploidy[record];
    if (ploidy === 0) return 1;
    let copies = 0;
    for (let place = record * MAX_PLOIDY; place < record * MAX_PLOIDY + ploidy; place++) {
      if (this.alleles[place] === allele) copies++;
    }
    return copies;
  }

  private growEdits(): void {
    const size = this.editStart.length * 2;
    const larger = <T extends Int16Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.editAllele = larger(this.editAllele, new Int16Array(size));
    this.editStart = larger(this.editStart, new Int32Array(size));
    this.editEnd = larger(this.editEnd, new Int32Array(size));
    this.editBasesStart = larger(this.editBasesStart, new Int32Array(size));
    this.editBasesEnd = larger(this.editBasesEnd, new Int32Array(size));
    this.editLeftmost = larger(this.editLeftmost, new Int32Array(size));
  }
}
