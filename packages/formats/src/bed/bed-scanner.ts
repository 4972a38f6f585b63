import { FormatError } from "../error.ts";
import { IntervalList } from "./interval-list.ts";
import type { Intervals } from "./intervals.ts";

const tab = 9;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const hash = 35;
const zero = 48;
const largest = 0x7fffffff;

/**
 * Reads BED text by byte, in pieces that end at the end of a line, and keeps only the intervals.
 * Only the first three columns are looked at.
 */
export class BedScanner {
  readonly #file: string;
  readonly #lists = new Map<string, IntervalList>();
  #lineNumber = 0;
  /** Name of the previous line's contig, as bytes at the start of the array, so that names are not decoded line by line. */
  #name: Uint8Array = new Uint8Array(0);
  #list: IntervalList | undefined;
  /** Where the field that was read last ended. */
  #at = 0;

  /** @param file the path named in errors. */
  constructor(file: string) {
    this.#file = file;
  }

  /**
   * Reads the lines in [`from`, `to`) of `bytes`. Unless it is the last piece, it ends with a newline; a byte must follow `to`
   * in the array, which is overwritten with a newline, so that no read has to ask whether the text goes on.
   *
   * @throws FormatError `TS_BED_MALFORMED` with line and column.
   */
  scan(bytes: Uint8Array, from: number, to: number): void {
    bytes[to] = newline;
    for (let at = from; at < to; at = this.#at + 1) {
      this.#lineNumber++;
      if (isHeaderLine(bytes, at)) this.#at = bytes.indexOf(newline, at);
      else this.#scanLine(bytes, at);
    }
  }

  /** The intervals of each contig, in order of first appearance. */
  finish(): Map<string, Intervals> {
    const regions = new Map<string, Intervals>();
    for (const [name, list] of this.#lists) regions.set(name, list.finish());
    return regions;
  }

  #scanLine(bytes: Uint8Array, lineStart: number): void {
    let at = lineStart;
    while (bytes[at] > space) at++;
    if (at === lineStart) throw this.#malformed(1, "chrom", "the name of the contig is empty");
    this.#selectContig(bytes, lineStart, at);
    this.#at = at;
    const start = this.#number(bytes, 2, "chromStart");
    const end = this.#number(bytes, 3, "chromEnd");
    if (end < start) throw this.#malformed(3, "chromEnd", `the end ${end} lies before the start ${start}`);
    if (end > start) (this.#list as IntervalList).add(start, end);
    this.#endLine(bytes);
  }

  /** Skips the further columns. A carriage return alone is no end of line: the lines behind it would be lost. */
  #endLine(bytes: Uint8Array): void {
    let at = this.#at;
    while (bytes[at] !== newline) {
      if (bytes[at] === carriageReturn && bytes[at + 1] !== newline) {
        throw this.#malformed(3, "chromEnd", "a carriage return within the line (lines must end in LF or CR LF)");
      }
      at++;
    }
    this.#at = at;
  }

  /** The whole number in the field behind the separator at #at. */
  #number(bytes: Uint8Array, column: number, field: string): number {
    const from = this.#at + 1;
    if (bytes[this.#at] !== tab && bytes[this.#at] !== space)
      throw this.#malformed(column, field, "the column is missing");
    let at = from;
    let value = 0;
    for (let digit = bytes[at] - zero; digit >= 0 && digit <= 9; digit = bytes[at] - zero) {
      value = value * 10 + digit;
      if (value > largest) throw this.#malformed(column, field, `the number is larger than ${largest}`);
      at++;
    }
    if (at === from || bytes[at] > space) {
      let end = at;
      while (bytes[end] > space) end++;
      const text = Buffer.from(bytes.subarray(from, Math.min(end, from + 40))).toString("utf8");
      throw this.#malformed(column, field, `${JSON.stringify(text)} is not a whole number of 0 or more`);
    }
    this.#at = at;
    return value;
  }

  #selectContig(bytes: Uint8Array, from: number, to: number): void {
    const name = this.#name;
    let same = to - from === name.length && this.#list !== undefined;
    for (let i = 0; same && i < name.length; i++) same = name[i] === bytes[from + i];
    if (same) return;
    this.#name = bytes.slice(from, to);
    const text = Buffer.from(this.#name).toString("utf8");
    this.#list = this.#lists.get(text);
    if (this.#list === undefined) {
      this.#list = new IntervalList();
      this.#lists.set(text, this.#list);
    }
  }

  #malformed(column: number, field: string, what: string): FormatError {
    const line = this.#lineNumber;
    const message = `${this.#file} line ${line}, column ${column} (${field}): ${what}`;
    return new FormatError("TS_BED_MALFORMED", message, { file: this.#file, line, column, field });
  }
}

/** Whether the line holds no interval: a comment, a blank line, or `track` or `browser` settings of a genome browser. */
export function isHeaderLine(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at];
  if (first === hash || first === newline) return true;
  if (first === carriageReturn) return bytes[at + 1] === newline;
  return startsWith(bytes, at, "track") || startsWith(bytes, at, "browser");
}

/** `track` on its own or before a space; a tab behind it makes it the name of a contig. */
function startsWith(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  const next = bytes[at + word.length];
  return next === space || next === newline || next === carriageReturn;
}
