import { BgzfEncoder } from "./bgzf-encoder.ts";
import { DEFAULT_COMPRESSION_LEVEL } from "./deflate.ts";
import { TemporaryFile } from "./temporary-file.ts";

/** How to write a BGZF file. */
export interface BgzfWriterOptions {
  /** 0 (stored) to 9 (smallest); 6 by default, as `bgzip`. */
  readonly level?: number;
}

/** Takes finished blocks; a returned promise holds the writer back. */
export type BlockSink = (blocks: Buffer) => void | Promise<void>;

/**
 * Writes text as BGZF, block by block; memory stays constant.
 *
 * Await each `write`, and finally `close`, or `abort` when something failed. A file is written under a temporary
 * name beside its target and renamed by `close`, so that nothing unfinished ever has the final name.
 */
export class BgzfWriter {
  readonly #encoder: BgzfEncoder;
  readonly #sink: BlockSink;
  readonly #file: TemporaryFile | null;
  #finished: Buffer[] = [];

  private constructor(sink: BlockSink, level: number, file: TemporaryFile | null) {
    this.#sink = sink;
    this.#file = file;
    this.#encoder = new BgzfEncoder((block) => this.#finished.push(block), level);
  }

  /** Writes to the file `path`. @throws FormatError `TS_FILE_UNWRITABLE`, here and in all methods */
  static async create(path: string, options: BgzfWriterOptions = {}): Promise<BgzfWriter> {
    const file = await TemporaryFile.create(path);
    return new BgzfWriter((bytes) => file.write(bytes), options.level ?? DEFAULT_COMPRESSION_LEVEL, file);
  }

  /** Writes to any sink, which gets one or more whole blocks a call. */
  static to(sink: BlockSink, options: BgzfWriterOptions = {}): BgzfWriter {
    return new BgzfWriter(sink, options.level ?? DEFAULT_COMPRESSION_LEVEL, null);
  }

  /** Virtual position of the next byte that is written. */
  get virtualOffset(): number {
    return this.#encoder.virtualOffset;
  }

  /** Adds text; strings are UTF-8. */
  async write(text: Uint8Array | string): Promise<void> {
    this.#encoder.write(typeof text === "string" ? Buffer.from(text) : text);
    await this.#drain();
  }

  /** Writes what is left and the end-of-file block; a file gets its name. Returns the size in bytes. */
  async close(): Promise<number> {
    this.#encoder.end();
    await this.#drain();
    await this.#file?.commit();
    return this.#encoder.sizeBytes;
  }

  /** Gives up; no file remains. */
  async abort(): Promise<void> {
    await this.#file?.discard();
  }

  async #drain(): Promise<void> {
    if (this.#finished.length === 0) return;
    const blocks = this.#finished;
    this.#finished = [];
    await this.#sink(blocks.length === 1 ? blocks[0] : Buffer.concat(blocks));
  }
}
