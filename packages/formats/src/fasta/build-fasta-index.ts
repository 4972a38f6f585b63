import { FormatError } from "../error.ts";
import type { ByteSource } from "./byte-source.ts";
import type { FastaIndexEntry } from "./fasta-index.ts";

const chunkBytes = 1 << 20;
const newline = 10;
const carriageReturn = 13;
const greaterThan = 62;
const maxHeaderBytes = 1 << 16;

/**
 * The index of a FASTA text, made by reading it once in pieces of 1 MiB; lines may be of any length.
 *
 * @param file the path named in errors.
 * @throws FormatError `TS_FASTA_MALFORMED` with the line: text before the first header, a name missing or used twice, lines of
 * one sequence that differ in length. `TS_FILE_EMPTY` for an empty text.
 */
export function buildFastaIndex(source: ByteSource, file: string): FastaIndexEntry[] {
  const builder = new IndexBuilder(file);
  const chunk = Buffer.allocUnsafe(chunkBytes);
  for (let offset = 0; ; ) {
    const count = source.read(chunk, offset, chunkBytes);
    if (count === 0) return builder.finish(offset);
    builder.add(chunk.subarray(0, count), offset);
    offset += count;
  }
}

class IndexBuilder {
  readonly #file: string;
  readonly #entries: FastaIndexEntry[] = [];
  readonly #names = new Set<string>();
  /** The line being read; a line may span pieces. */
  #lineNumber = 1;
  #lineLength = 0;
  #lastByte = 0;
  #isHeader = false;
  #header = "";
  /** The sequence being read; no name before the first header. */
  #name = "";
  #length = 0;
  #offset = 0;
  #lineBases = 0;
  #lineBytes = 0;
  /** A line differed from the first: it has to be the last of its sequence. */
  #lastLineSeen = false;

  constructor(file: string) {
    this.#file = file;
  }

  add(chunk: Buffer, chunkOffset: number): void {
    for (let at = 0; at < chunk.length; ) {
      if (this.#lineLength === 0) this.#isHeader = chunk[at] === greaterThan;
      const found = chunk.indexOf(newline, at);
      const end = found < 0 ? chunk.length : found;
      if (end > at) {
        if (this.#isHeader && this.#header.length < maxHeaderBytes) this.#header += chunk.toString("latin1", at, end);
        this.#lineLength += end - at;
        this.#lastByte = chunk[end - 1];
      }
      if (found < 0) return;
      this.#endLine(chunkOffset + found + 1);
      at = found + 1;
    }
  }

  finish(textLength: number): FastaIndexEntry[] {
    if (textLength === 0) throw new FormatError("TS_FILE_EMPTY", `${this.#file} is empty`, { file: this.#file });
    // As in samtools, the last line counts as if it ended in a newline.
    if (this.#lineLength > 0) this.#endLine(textLength);
    this.#endSequence();
    if (this.#entries.length === 0) throw this.#malformed("no sequence found: a FASTA file starts with a line '>name'");
    return this.#entries;
  }

  /** @param nextLine offset of the line that follows. */
  #endLine(nextLine: number): void {
    const endsInReturn = this.#lineLength > 0 && this.#lastByte === carriageReturn;
    if (this.#isHeader) this.#startSequence(nextLine);
    else this.#addBases(this.#lineLength - (endsInReturn ? 1 : 0), 1 + (endsInReturn ? 1 : 0));
    this.#lineNumber++;
    this.#lineLength = 0;
    this.#isHeader = false;
  }

  #startSequence(offset: number): void {
    this.#endSequence();
    const name = /^>(\S*)/.exec(Buffer.from(this.#header, "latin1").toString("utf8"))?.[1] ?? "";
    this.#header = "";
    if (name === "") throw this.#malformed("the sequence has no name");
    if (this.#names.has(name)) throw this.#malformed(`the name ${name} is used twice`);
    this.#names.add(name);
    this.#name = name;
    this.#offset = offset;
    this.#length = 0;
    this.#lineBases = 0;
    this.#lineBytes = 0;
    this.#lastLineSeen = false;
  }

  #addBases(bases: number, terminatorBytes: number): void {
    if (this.#name === "") {
      if (bases > 0) throw this.#malformed("text before the first line '>name'");
      return;
    }
    if (this.#length === 0 && bases > 0 && !this.#lastLineSeen) {
      this.#lineBases = bases;
      this.#lineBytes = bases + terminatorBytes;
      this.#length = bases;
      return;
    }
    if (this.#lastLineSeen && bases > 0) {
      throw this.#malformed(`sequence ${this.#name} goes on behind a line that differs in length from its first`);
    }
    if (bases > this.#lineBases) {
      throw this.#malformed(
        `${bases} bases on a line of sequence ${this.#name}, whose first line has ${this.#lineBases}`,
      );
    }
    if (bases < this.#lineBases || bases + terminatorBytes !== this.#lineBytes) this.#lastLineSeen = true;
    this.#length += bases;
  }

  #endSequence(): void {
    if (this.#name === "") return;
    this.#entries.push({
      name: this.#name,
      length: this.#length,
      offset: this.#offset,
      lineBases: this.#lineBases,
      lineBytes: this.#lineBytes,
    });
  }

  #malformed(what: string): FormatError {
    const line = this.#lineNumber;
    return new FormatError("TS_FASTA_MALFORMED", `${this.#file} line ${line}: ${what}`, { file: this.#file, line });
  }
}
