import { BgzfWriter } from "../bgzf/bgzf-writer.ts";
import { TemporaryFile } from "../bgzf/temporary-file.ts";
import { NEWLINE } from "./bytes.ts";
import type { VcfHeader } from "./header.ts";
import type { VcfRecord } from "./record.ts";

/** Where text goes. `BgzfWriter` is one. */
export interface TextOutput {
  write(text: Uint8Array): Promise<void>;
  close(): Promise<unknown>;
  abort(): Promise<void>;
}

export interface VcfWriterOptions {
  /** By default BGZF when the path ends in `.gz` or `.bgz`. */
  readonly compression?: "bgzf" | "plain";
  /** Of BGZF: 0 to 9, 6 by default. */
  readonly level?: number;
}

/** The fields of a record to write, as text; see {@link VcfRecord} for their meaning. */
export interface VcfRecordFields {
  readonly chrom: string;
  readonly pos: number;
  readonly id: string | null;
  readonly ref: string;
  readonly alts: readonly string[];
  readonly qual: number | null;
  readonly filters: readonly string[] | null;
  readonly info: ReadonlyMap<string, string | true>;
  readonly format: readonly string[];
  readonly samples: readonly string[];
}

const PIECE_BYTES = 1 << 16;
const LINE_END = Buffer.of(NEWLINE);

/**
 * Writes a header and records; await each `write`, and `close` or `abort` in the end. A file gets its name when it
 * is closed, so nothing unfinished ever has it.
 *
 * What `readVcf` reads is written byte for byte, but for blank lines at the end.
 */
export class VcfWriter {
  readonly #output: TextOutput;
  #pieces: Uint8Array[] = [];
  #waiting = 0;
  #endsLine = true;

  private constructor(output: TextOutput, header: VcfHeader) {
    this.#output = output;
    this.#add(header.text);
  }

  /** Writes to a file. @throws FormatError TS_FILE_UNWRITABLE, here and in all methods */
  static async create(path: string, header: VcfHeader, options: VcfWriterOptions = {}): Promise<VcfWriter> {
    const compression = options.compression ?? (/\.b?gz$/.test(path) ? "bgzf" : "plain");
    const { level } = options;
    if (compression === "plain") return new VcfWriter(plainOutput(await TemporaryFile.create(path)), header);
    return new VcfWriter(await BgzfWriter.create(path, level === undefined ? {} : { level }), header);
  }

  /** Writes to any output. */
  static to(output: TextOutput, header: VcfHeader): VcfWriter {
    return new VcfWriter(output, header);
  }

  /** Adds a record: one that was read, or a line of text without its newline (see `formatVcfRecord`). */
  async write(record: VcfRecord | string): Promise<void> {
    this.#add(typeof record === "string" ? Buffer.from(`${record}\n`) : record.line);
    if (this.#waiting >= PIECE_BYTES) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.#output.close();
  }

  /** Gives up; no file remains. */
  async abort(): Promise<void> {
    await this.#output.abort();
  }

  #add(text: Uint8Array): void {
    // The last line of a file may lack its newline.
    if (!this.#endsLine) this.#pieces.push(LINE_END);
    this.#pieces.push(text);
    this.#waiting += text.length;
    this.#endsLine = text.at(-1) === NEWLINE;
  }

  async #flush(): Promise<void> {
    const text = Buffer.concat(this.#pieces);
    this.#pieces = [];
    this.#waiting = 0;
    if (text.length > 0) await this.#output.write(text);
  }
}

function plainOutput(file: TemporaryFile): TextOutput {
  return {
    write: (text) => file.write(text),
    close: () => file.commit(),
    abort: () => file.discard(),
  };
}

/** The line of a record, without newline. Fields are written as they stand: nothing is checked or encoded. */
export function formatVcfRecord(fields: VcfRecordFields): string {
  const info = [...fields.info].map(([key, value]) => (value === true ? key : `${key}=${value}`));
  const columns = [
    fields.chrom,
    String(fields.pos),
    fields.id ?? ".",
    fields.ref,
    fields.alts.join(",") || ".",
    fields.qual === null ? "." : String(fields.qual),
    fields.filters?.join(";") || ".",
    info.join(";") || ".",
  ];
  if (fields.format.length > 0) columns.push(fields.format.join(":"), ...fields.samples);
  return columns.join("\t");
}
