import { IS_BASE, NEWLINE } from "./bytes.ts";
import { PLAIN_LINES_BINARY } from "./stats-plain-lines-binary.ts";
import { Address, COUNTS, Count, Letter, MAX_TEXT } from "./stats-plain-lines-layout.ts";
import type { RecordTally } from "./stats-tally.ts";

/** The module looks at 64 bytes at a time; behind the text they must be no control characters. */
const BEHIND_TEXT = 64;
const FIXED_COLUMNS = 8;

/** What we use of WebAssembly, which the types of Node leave out. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

interface PlainLinesModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly scan: (to: number, columns: number, sample: number) => number;
}

/**
 * Counts lines of the usual form in WebAssembly, several times as fast as by `scanVcf`, and gives all others to a
 * tally, which also says what is malformed. What it counts is what the tally would have counted.
 */
export class PlainLineCounter {
  readonly #tally: RecordTally;
  readonly #scan: PlainLinesModule["scan"];
  readonly #columns: number;
  readonly #sample: number;
  readonly #bytes: Uint8Array;
  readonly #counts: Int32Array;
  readonly #otherLines: Int32Array;
  readonly #otherAlleles: Int32Array;

  constructor(tally: RecordTally) {
    const { sampleColumn, sampleCount } = tally.options;
    const { memory, scan } = instantiate();
    const { buffer } = memory;
    this.#tally = tally;
    this.#scan = scan;
    this.#columns = sampleCount === 0 ? FIXED_COLUMNS : FIXED_COLUMNS + 1 + sampleCount;
    this.#sample = sampleColumn < 0 ? 0 : FIXED_COLUMNS + 1 + sampleColumn;
    this.#bytes = new Uint8Array(buffer);
    this.#counts = new Int32Array(buffer, Address.counts, COUNTS);
    this.#otherLines = new Int32Array(buffer, Address.otherLines);
    this.#otherAlleles = new Int32Array(buffer, Address.otherAlleles);
    fillLetters(this.#bytes);
  }

  /** The size of the pieces of text to give to {@link add}: that many bytes, and to the end of the line. */
  static readonly pieceBytes: number = MAX_TEXT >> 1;

  /**
   * Counts the lines of `text[from, to)` up to the first without the usual number of columns, and returns where that
   * starts, or `to`.
   *
   * @throws FormatError as `scanVcf`
   */
  add(text: Buffer, from: number, to: number): number {
    if (to - from > MAX_TEXT || text[to - 1] !== NEWLINE) return from;
    const end = Address.text + to - from;
    this.#bytes.set(text.subarray(from, to), Address.text);
    this.#bytes.fill(0xff, end, end + BEHIND_TEXT);
    const shift = from - Address.text;
    const stop = this.#scan(end, this.#columns, this.#sample) + shift;
    this.#tally.addCounts(this.#counts);
    this.#addOtherAlleles(text, shift);
    this.#addOtherLines(text, shift);
    this.#counts.fill(0);
    return stop;
  }

  #addOtherAlleles(text: Buffer, shift: number): void {
    const list = this.#otherAlleles;
    const end = 3 * this.#counts[Count.otherAlleles];
    for (let i = 0; i < end; i += 3) {
      this.#tally.addAlleles(text, list[i] + shift, list[i + 1] + shift, list[i + 2] + shift);
    }
  }

  /** Neighbours in one go: a file may have no usual line at all. */
  #addOtherLines(text: Buffer, shift: number): void {
    const list = this.#otherLines;
    const end = 2 * this.#counts[Count.otherLines];
    for (let i = 0, next = 0; i < end; i = next) {
      next = i + 2;
      while (next < end && list[next] === list[next - 1]) next += 2;
      this.#tally.addLines(text, list[i] + shift, list[next - 1] + shift);
    }
  }
}

let compiled: object | undefined;

function instantiate(): PlainLinesModule {
  compiled ??= new WebAssembly.Module(Buffer.from(PLAIN_LINES_BINARY, "base64"));
  return new WebAssembly.Instance(compiled).exports as PlainLinesModule;
}

function fillLetters(table: Uint8Array): void {
  for (let letter = 0; letter < IS_BASE.length; letter++) table[Address.letters + letter] = IS_BASE[letter];
  for (const letter of Buffer.from("AGag")) table[Address.letters + letter] |= Letter.purine;
  for (const letter of Buffer.from("CTUctu")) table[Address.letters + letter] |= Letter.pyrimidine;
  table[Address.letters + 0x2c] = Letter.comma;
}
