import {
  type FormatError,
  FormatKeyFinder,
  findInfoValue,
  infoValueEnd,
  subfieldEnd,
  subfieldStart,
  type VcfColumns,
} from "@touchstone/formats";
import { DepthSource, type VafDenominator } from "./depth-source.ts";
import { FIRST_SAMPLE_COLUMN, INFO_COLUMN, invalidValue } from "./locate-error.ts";
import { ValueList } from "./value-list.ts";

const INFO_DP4 = Buffer.from("DP4");
const BASE_KEYS = ["AU", "CU", "GU", "TU"] as const;
const BASES = Buffer.from("ACGT");
const UPPER = 0xdf;
const COMMA = 0x2c;
/** Depths are kept as 32-bit integers. */
const LARGEST_DEPTH = 0x7fffffff;

/**
 * Reads the variant allele fractions of records, one run at a time.
 *
 * VAF of allele i = AD[i] / sum of all AD, REF and every other allele of the record included, before the record is
 * split by allele; with `ref-alt`, AD[i] / (AD[REF] + AD[i]).
 */
export class AlleleDepths {
  /** Reads of each allele of the last record read, REF first; of AF and DP, their product, which may be no integer. */
  counts: Float64Array = new Float64Array(16);
  readonly #sampleColumn: number;
  readonly #singleSample: boolean;
  readonly #denominator: VafDenominator;
  readonly #list = new ValueList();
  readonly #finders = new Map<string, FormatKeyFinder>();
  readonly #ad = new FormatKeyFinder("AD");
  #total = 0;

  constructor(sampleColumn: number, sampleCount: number, denominator: VafDenominator) {
    this.#sampleColumn = sampleColumn;
    this.#singleSample = sampleCount === 1;
    this.#denominator = denominator;
  }

  /**
   * Reads the depths of a record with `altCount` ALT alleles into `counts`.
   *
   * @returns where they come from; `none` when the record has none, or a missing value among them
   * @throws FormatError TS_VCF_MALFORMED for a negative or non-numeric value, a fraction above 1, or a list of another
   *   length than the record asks for
   */
  read(text: Buffer, columns: VcfColumns, record: number, altCount: number): DepthSource {
    if (this.counts.length <= altCount) this.counts = new Float64Array(2 * altCount + 1);
    const source = this.#read(text, columns, record, altCount);
    if (source === DepthSource.none) return source;
    let total = 0;
    for (let allele = 0; allele <= altCount; allele++) total += this.counts[allele];
    this.#total = total;
    return source;
  }

  /** Reads that the VAF of an allele (1 is the first ALT) is a fraction of. */
  depthOf(allele: number): number {
    const depth = this.#denominator === "all" ? this.#total : this.counts[0] + this.counts[allele];
    return Math.min(LARGEST_DEPTH, Math.round(depth));
  }

  /** VAF of an allele; NaN, which no caller lets out, when its depth is 0. */
  fractionOf(allele: number): number {
    return this.counts[allele] / (this.#denominator === "all" ? this.#total : this.counts[0] + this.counts[allele]);
  }

  #read(text: Buffer, columns: VcfColumns, record: number, altCount: number): DepthSource {
    const format = columns.formatStart[record];
    if (format !== 0) {
      const place = this.#ad.indexIn(text, format, columns.lineEnd[record]);
      if (place >= 0) return this.#readAlleleDepths(text, columns, record, altCount, place);
      if (this.#readStrelka(text, columns, record, altCount)) return DepthSource.strelka;
      if (this.#readFractions(text, columns, record, altCount)) return DepthSource.fractionAndDepth;
      if (this.#readStrandDepths(text, columns, record, altCount)) return DepthSource.strandDepths;
    }
    return this.#readInfoStrandDepths(text, columns, record, altCount);
  }

  #readAlleleDepths(text: Buffer, columns: VcfColumns, record: number, altCount: number, place: number): DepthSource {
    const end = columns.sampleEnd[record];
    const start = subfieldStart(text, columns.sampleStart[record], end, place);
    if (start < 0) return DepthSource.none;
    const problem = this.#list.read(text, start, end);
    if (problem === "missing") return DepthSource.none;
    const { values, count } = this.#list;
    if (problem !== "" || count !== altCount + 1) {
      throw this.#invalid(text, columns, record, "AD", start, problem, `${altCount + 1} values, REF's first`);
    }
    for (let allele = 0; allele < count; allele++) this.counts[allele] = values[allele];
    return DepthSource.alleleDepths;
  }

  /**
   * Strelka counts reads by base or, for an indel, by TIR (the indel) and TAR (other alleles), each for two tiers;
   * the first tier is the one that its authors compute fractions from.
   */
  #readStrelka(text: Buffer, columns: VcfColumns, record: number, altCount: number): boolean {
    if (altCount === 1 && this.#readKey(text, columns, record, "TIR", 2)) {
      const indel = this.#list.values[0];
      if (!this.#readKey(text, columns, record, "TAR", 2)) return false;
      this.counts[0] = this.#list.values[0];
      this.counts[1] = indel;
      return true;
    }
    const refStart = columns.refStart[record];
    if (columns.altStart[record] - 1 - refStart !== 1) return false;
    let at = refStart;
    for (let allele = 0; allele <= altCount; allele++) {
      const base = BASES.indexOf(text[at] & UPPER);
      if (base < 0 || !this.#readKey(text, columns, record, BASE_KEYS[base], 2)) return false;
      this.counts[allele] = this.#list.values[0];
      if (allele === 0) at = columns.altStart[record];
      else if (text[at + 1] === COMMA) at += 2;
      else return allele === altCount;
    }
    return true;
  }

  #readFractions(text: Buffer, columns: VcfColumns, record: number, altCount: number): boolean {
    if (!this.#readKey(text, columns, record, "DP", 1)) return false;
    const depth = this.#list.values[0];
    if (!this.#readKey(text, columns, record, "AF", altCount)) return false;
    const { values } = this.#list;
    let rest = 1;
    for (let alt = 0; alt < altCount; alt++) {
      if (values[alt] > 1) throw this.#invalidKey(text, columns, record, "AF", "malformed", "fractions of 0 to 1");
      this.counts[alt + 1] = values[alt] * depth;
      rest -= values[alt];
    }
    this.counts[0] = Math.max(0, rest) * depth;
    return true;
  }

  #readStrandDepths(text: Buffer, columns: VcfColumns, record: number, altCount: number): boolean {
    if (altCount !== 1 || !this.#readKey(text, columns, record, "DP4", 4)) return false;
    this.#addStrands();
    return true;
  }

  #readInfoStrandDepths(text: Buffer, columns: VcfColumns, record: number, altCount: number): DepthSource {
    if (altCount !== 1 || !this.#singleSample) return DepthSource.none;
    const format = columns.formatStart[record];
    const infoEnd = format === 0 ? columns.lineEnd[record] : format - 1;
    const start = findInfoValue(text, columns.infoStart[record], infoEnd, INFO_DP4);
    if (start < 0) return DepthSource.none;
    const problem = this.#list.read(text, start, infoValueEnd(text, start, infoEnd));
    if (problem === "missing") return DepthSource.none;
    if (problem !== "" || this.#list.count !== 4) {
      throw invalidValue("DP4", "not four depths", INFO_COLUMN, columns.lineStart[record]);
    }
    this.#addStrands();
    return DepthSource.infoStrandDepths;
  }

  #addStrands(): void {
    const { values } = this.#list;
    this.counts[0] = values[0] + values[1];
    this.counts[1] = values[2] + values[3];
  }

  /** Reads the list of a key, which must have `expected` values; false when the record has no such list. */
  #readKey(text: Buffer, columns: VcfColumns, record: number, key: string, expected: number): boolean {
    const start = this.#find(text, columns, record, key);
    if (start < 0) return false;
    const problem = this.#list.read(text, start, columns.sampleEnd[record]);
    if (problem === "missing") return false;
    if (problem === "" && this.#list.count === expected) return true;
    throw this.#invalid(
      text,
      columns,
      record,
      key,
      start,
      problem,
      expected === 1 ? "one value" : `${expected} values`,
    );
  }

  #find(text: Buffer, columns: VcfColumns, record: number, key: string): number {
    let finder = this.#finders.get(key);
    if (finder === undefined) {
      finder = new FormatKeyFinder(key);
      this.#finders.set(key, finder);
    }
    const place = finder.indexIn(text, columns.formatStart[record], columns.lineEnd[record]);
    return subfieldStart(text, columns.sampleStart[record], columns.sampleEnd[record], place);
  }

  #invalidKey(
    text: Buffer,
    columns: VcfColumns,
    record: number,
    key: string,
    problem: string,
    expected: string,
  ): FormatError {
    const start = this.#find(text, columns, record, key);
    return this.#invalid(text, columns, record, key, start, problem, expected);
  }

  #invalid(
    text: Buffer,
    columns: VcfColumns,
    record: number,
    key: string,
    start: number,
    problem: string,
    expected: string,
  ): FormatError {
    const end = subfieldEnd(text, start, columns.sampleEnd[record]);
    const shown = JSON.stringify(text.toString("latin1", start, Math.min(end, start + 60)));
    const what = problem === "negative" ? "holds a negative number" : `is not ${expected}`;
    return invalidValue(key, `${shown} ${what}`, FIRST_SAMPLE_COLUMN + this.#sampleColumn, columns.lineStart[record]);
  }
}

/** Keys of FORMAT, or INFO, of which a file must have one set. */
const USABLE: readonly (readonly string[])[] = [
  ["AD"],
  ["AF", "DP"],
  ["DP4"],
  ["AU", "CU", "GU", "TU"],
  ["TAR", "TIR"],
];

/** Whether VAFs can be computed from the keys that a header, or a record, names. */
export function hasDepthKeys(formatKeys: ReadonlySet<string>, infoKeys: ReadonlySet<string>): boolean {
  return USABLE.some((keys) => keys.every((key) => formatKeys.has(key))) || infoKeys.has("DP4");
}
