import { FormatError } from "../error.ts";
import type { ByteSource } from "./byte-source.ts";
import { endOffset, type FastaIndex, type FastaIndexEntry } from "./fasta-index.ts";
import { loadEntries } from "./load-entries.ts";
import { openSource } from "./open-source.ts";

/** Raw text held; small enough to stay in the processor's cache. */
const windowBytes = 1 << 20;
/** A window starts this much before the base asked for, so that shifting an allele to the left does not read again. */
const lookBehindBytes = 1 << 14;
const newline = 10;
const carriageReturn = 13;

/** Upper-case code of each letter; other bytes are themselves. */
const upperCase: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) =>
  code >= 97 && code <= 122 ? code - 32 : code,
);

export interface FastaReaderOptions {
  /** The index of this file as another reader gave it (`reader.index`): nothing is read or checked again. */
  readonly index?: FastaIndex;
}

/**
 * Synchronous random access to the sequences of a plain or BGZF FASTA file, in 1 MiB of memory however long they are.
 * The .fai (and .gzi) beside the file is used when it is newer than the file; otherwise the index is made in memory.
 */
export class FastaReader {
  readonly path: string;
  readonly contigs: readonly { readonly name: string; readonly length: number }[];
  /** Can be posted to workers, which pass it to `open`. */
  readonly index: FastaIndex;
  /** What was odd but could be helped, in sentences: a .fai older than its file. */
  readonly warnings: readonly string[];
  readonly #source: ByteSource;
  readonly #numbers: Map<string, number>;
  readonly #verified: Uint8Array;
  readonly #window = new Uint8Array(windowBytes);
  #windowStart = 0;
  #windowEnd = 0;
  #entry: FastaIndexEntry;
  /** The part of a line that is in the window: bases [#linePosition, + #lineLength) from #lineAt in the window on. */
  #linePosition = 0;
  #lineLength = 0;
  #lineAt = 0;

  /**
   * Opens a FASTA file; content decides whether it is BGZF.
   *
   * @throws FormatError `TS_FILE_NOT_FOUND`, `TS_FILE_UNREADABLE`, `TS_FILE_EMPTY`, `TS_GZIP_NOT_BGZF`, `TS_INDEX_INVALID` (a
   * .fai that is malformed or reaches beyond the file), `TS_FASTA_MALFORMED`.
   */
  static open(path: string, options: FastaReaderOptions = {}): FastaReader {
    const warnings: string[] = [];
    const { source, blocks } = openSource(path, options.index, warnings);
    try {
      const index = options.index ?? { entries: loadEntries(path, source, warnings), blocks };
      return new FastaReader(path, source, index, warnings);
    } catch (error) {
      source.close();
      throw error;
    }
  }

  private constructor(path: string, source: ByteSource, index: FastaIndex, warnings: readonly string[]) {
    this.path = path;
    this.#source = source;
    this.index = index;
    this.warnings = warnings;
    this.contigs = index.entries.map(({ name, length }) => ({ name, length }));
    this.#numbers = new Map(index.entries.map(({ name }, number) => [name, number]));
    this.#verified = new Uint8Array(index.entries.length);
    this.#entry = index.entries[0];
  }

  /** Number of the sequence of that name in `contigs`; -1 when the file has none. */
  contigNumber(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /**
   * Makes a sequence the one that `baseAt` and `copyBases` read.
   *
   * @throws FormatError `TS_INDEX_INVALID` when the index does not describe the file there.
   */
  select(contigNumber: number): void {
    this.#entry = this.index.entries[contigNumber];
    this.#lineLength = 0;
    if (this.#verified[contigNumber] === 0) {
      this.#verify(this.#entry);
      this.#verified[contigNumber] = 1;
    }
  }

  /** Upper-case ASCII code of the base at a 0-based position of the selected sequence; 0 outside the sequence. */
  baseAt(position: number): number {
    const inLine = position - this.#linePosition;
    if (inLine >= 0 && inLine < this.#lineLength) return upperCase[this.#window[this.#lineAt + inLine]];
    return this.#baseOfOtherLine(position);
  }

  /**
   * Copies the bases [`start`, `end`) of the selected sequence, 0-based, in upper case, to `target` from `targetStart` on.
   *
   * @throws RangeError when they lie outside the sequence or the target is too small.
   */
  copyBases(start: number, end: number, target: Uint8Array, targetStart: number): void {
    if (start < 0 || end > this.#entry.length || start > end || targetStart + end - start > target.length) {
      throw new RangeError(`[${start}, ${end}) of ${this.#entry.name} (${this.#entry.length} bases) does not fit`);
    }
    let to = targetStart;
    for (let position = start; position < end; ) {
      this.#seekLine(position);
      const skipped = position - this.#linePosition;
      const count = Math.min(this.#lineLength - skipped, end - position);
      const from = this.#lineAt + skipped;
      for (let i = 0; i < count; i++) target[to + i] = upperCase[this.#window[from + i]];
      to += count;
      position += count;
    }
  }

  close(): void {
    this.#source.close();
  }

  #baseOfOtherLine(position: number): number {
    if (position < 0 || position >= this.#entry.length) return 0;
    this.#seekLine(position);
    return upperCase[this.#window[this.#lineAt + position - this.#linePosition]];
  }

  /** Makes the line of `position` the current one and its base readable; `position` must be within the sequence. */
  #seekLine(position: number): void {
    const { offset, lineBases, lineBytes, length } = this.#entry;
    const line = Math.floor(position / lineBases);
    const linePosition = line * lineBases;
    const lineOffset = offset + line * lineBytes;
    const baseOffset = lineOffset + position - linePosition;
    if (baseOffset < this.#windowStart || baseOffset >= this.#windowEnd) this.#readWindow(baseOffset);
    // By hand: in the code of V8's middle compiler, which runs most of this, Math.min and Math.max are calls.
    let from = lineOffset;
    if (this.#windowStart > from) from = this.#windowStart;
    let end = lineOffset + lineBases;
    if (linePosition + lineBases > length) end = lineOffset + length - linePosition;
    if (this.#windowEnd < end) end = this.#windowEnd;
    this.#linePosition = linePosition + from - lineOffset;
    this.#lineLength = end - from;
    this.#lineAt = from - this.#windowStart;
  }

  #readWindow(offset: number): void {
    const start = Math.max(0, offset - lookBehindBytes);
    this.#lineLength = 0;
    this.#windowStart = start;
    this.#windowEnd = start + this.#source.read(this.#window, start, windowBytes);
    if (offset >= this.#windowEnd) {
      const what = `${this.path} ends at byte ${this.#windowEnd}, within sequence ${this.#entry.name}`;
      throw new FormatError("TS_INDEX_INVALID", what, {
        file: this.path,
        contig: this.#entry.name,
        offset: this.#windowEnd,
      });
    }
  }

  /** An index of another file passes unnoticed unless the ends of lines are where it says. */
  #verify(entry: FastaIndexEntry): void {
    if (entry.length === 0) return;
    const end = endOffset(entry);
    const holds =
      this.#byteAt(entry.offset - 1) === newline &&
      isLineEnd(this.#byteAt(end)) &&
      (entry.length <= entry.lineBases || this.#byteAt(entry.offset + entry.lineBytes - 1) === newline) &&
      this.#byteAt(end - 1) !== newline;
    if (holds) return;
    const what = `the index of ${this.path} does not describe it: sequence ${entry.name} is not where the index says`;
    throw new FormatError("TS_INDEX_INVALID", what, { file: this.path, contig: entry.name, offset: entry.offset });
  }

  /** The raw byte at an offset of the text; -1 behind its end. */
  #byteAt(offset: number): number {
    const byte = new Uint8Array(1);
    return this.#source.read(byte, offset, 1) === 1 ? byte[0] : -1;
  }
}

function isLineEnd(byte: number): boolean {
  return byte === newline || byte === carriageReturn || byte === -1;
}
