import { TAB } from "./bytes.ts";
import type { VcfColumns } from "./columns.ts";
import { findFormatKey, subfieldEnd, subfieldStart } from "./format-key.ts";
import { alleleNotInRecord, allelesExist, MISSING_ALLELE, PHASED, PLOIDY_MASK, parseGenotype } from "./genotype.ts";
import type { VcfHeader } from "./header.ts";

/** The alleles of one sample at one record. */
export interface VcfGenotype {
  /** Allele numbers, 0 for REF; null where the file has `.`. */
  readonly alleles: readonly (number | null)[];
  readonly phased: boolean;
}

/** A piece of a file's text with the columns of its records. */
export interface ScannedText {
  readonly text: Buffer;
  readonly columns: VcfColumns;
  readonly header: VcfHeader;
}

const GT = Buffer.from("GT");
const MAX_PLOIDY = PLOIDY_MASK;

/**
 * One record, read from its text when asked: nothing is parsed before, and each access parses anew. It holds on
 * to the piece of text (a few MB) that it was read with. Text is given as it stands, percent-encoding included.
 */
export class VcfRecord {
  readonly #scanned: ScannedText;
  readonly #index: number;

  constructor(scanned: ScannedText, index: number) {
    this.#scanned = scanned;
    this.#index = index;
  }

  get chrom(): string {
    const { columns } = this.#scanned;
    return this.#slice(columns.lineStart[this.#index], columns.posStart[this.#index] - 1);
  }

  /** 1-based; 0 for a telomere. */
  get pos(): number {
    return this.#scanned.columns.position[this.#index];
  }

  get id(): string | null {
    const { columns } = this.#scanned;
    return orNull(this.#slice(columns.idStart[this.#index], columns.refStart[this.#index] - 1));
  }

  get ref(): string {
    const { columns } = this.#scanned;
    return this.#slice(columns.refStart[this.#index], columns.altStart[this.#index] - 1);
  }

  /** Empty when ALT is `.`. */
  get alts(): string[] {
    const { columns } = this.#scanned;
    const text = orNull(this.#slice(columns.altStart[this.#index], columns.qualStart[this.#index] - 1));
    return text === null ? [] : text.split(",");
  }

  get qual(): number | null {
    const { columns } = this.#scanned;
    const text = orNull(this.#slice(columns.qualStart[this.#index], columns.filterStart[this.#index] - 1));
    if (text === null) return null;
    return /inf/i.test(text) ? Number.POSITIVE_INFINITY * (text.startsWith("-") ? -1 : 1) : Number(text);
  }

  /** `["PASS"]`, the filters that failed, or null when none was applied (`.`). */
  get filters(): string[] | null {
    const { columns } = this.#scanned;
    const text = orNull(this.#slice(columns.filterStart[this.#index], columns.infoStart[this.#index] - 1));
    return text === null ? null : text.split(";");
  }

  /** Values by key, in file order; true for a flag. */
  get info(): Map<string, string | true> {
    const { columns } = this.#scanned;
    const format = columns.formatStart[this.#index];
    const end = format === 0 ? columns.lineEnd[this.#index] : format - 1;
    const text = orNull(this.#slice(columns.infoStart[this.#index], end));
    return new Map(text === null ? [] : text.split(";").filter(Boolean).map(parseInfoEntry));
  }

  /** The keys of FORMAT; empty when there is none. */
  get format(): string[] {
    const start = this.#scanned.columns.formatStart[this.#index];
    return start === 0 ? [] : this.#slice(start, this.#tabAfter(start)).split(":");
  }

  /** The samples' columns as they stand. */
  get samples(): string[] {
    const { columns } = this.#scanned;
    const start = columns.formatStart[this.#index];
    return start === 0 ? [] : this.#slice(start, columns.lineEnd[this.#index]).split("\t").slice(1);
  }

  /**
   * The genotype of a sample, by name or 0-based number; null without GT or without such a sample.
   *
   * @throws FormatError TS_VCF_MALFORMED when the text is no genotype or names an allele that is not there
   */
  genotype(sample: string | number = 0): VcfGenotype | null {
    const { text } = this.#scanned;
    const found = this.#findValue(sample, GT);
    if (found === null) return null;
    const [start, end] = found;
    const numbers = new Int16Array(MAX_PLOIDY);
    const result = parseGenotype(text, start, end, numbers);
    const ploidy = result & PLOIDY_MASK;
    if (ploidy === 0) return null;
    const altCount = this.alts.length;
    if (!allelesExist(numbers, ploidy, altCount)) throw alleleNotInRecord(text, start, end, altCount);
    const alleles = Array.from(numbers.subarray(0, ploidy), (allele) => (allele === MISSING_ALLELE ? null : allele));
    return { alleles, phased: (result & PHASED) !== 0 };
  }

  /** The text of a FORMAT key for a sample, by name or 0-based number; null where it is missing or `.`. */
  value(sample: string | number, key: string): string | null {
    const found = this.#findValue(sample, Buffer.from(key));
    return found === null ? null : orNull(this.#slice(found[0], found[1]));
  }

  /** The line as it stands, with its line end if it has one. */
  get line(): Buffer {
    const { text, columns } = this.#scanned;
    const newline = text.indexOf(0x0a, columns.lineEnd[this.#index]);
    return text.subarray(columns.lineStart[this.#index], newline === -1 ? text.length : newline + 1);
  }

  #findValue(sample: string | number, key: Buffer): [number, number] | null {
    const { text, columns, header } = this.#scanned;
    const number = typeof sample === "number" ? sample : header.samples.indexOf(sample);
    const formatStart = columns.formatStart[this.#index];
    if (formatStart === 0 || number < 0 || number >= header.samples.length) return null;
    let end = this.#tabAfter(formatStart);
    const index = findFormatKey(text, formatStart, end, key);
    let start = end;
    for (let left = number; left >= 0; left--) {
      start = end + 1;
      end = this.#tabAfter(start);
    }
    const valueStart = subfieldStart(text, start, end, index);
    return valueStart === -1 ? null : [valueStart, subfieldEnd(text, valueStart, end)];
  }

  #tabAfter(start: number): number {
    const { text, columns } = this.#scanned;
    const lineEnd = columns.lineEnd[this.#index];
    const tab = text.indexOf(TAB, start);
    return tab === -1 || tab > lineEnd ? lineEnd : tab;
  }

  #slice(start: number, end: number): string {
    return this.#scanned.text.toString("utf8", start, end);
  }
}

function orNull(text: string): string | null {
  return text === "." || text === "" ? null : text;
}

function parseInfoEntry(entry: string): [string, string | true] {
  const equals = entry.indexOf("=");
  return equals === -1 ? [entry, true] : [entry.slice(0, equals), entry.slice(equals + 1)];
}
