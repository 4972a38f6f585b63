import { setImmediate } from "node:timers/promises";
import type { TextFile } from "../bgzf/text-file.ts";
import { createVcfColumns } from "./columns.ts";
import { readVcfHeader, type VcfHeader } from "./header.ts";
import { lineChunks } from "./line-chunks.ts";
import { withLineNumber } from "./line-number.ts";
import { openText } from "./open-text.ts";
import { type ScannedText, VcfRecord } from "./record.ts";
import { scanVcf } from "./scan.ts";

/**
 * The records of a file, one after another, as often as wanted; memory does not depend on the file's size.
 *
 * `for (const record of reader)` does not let go of the thread; `for await` does, every few thousand records.
 * Both throw FormatError TS_VCF_MALFORMED with line, column and field at a line that is no record, after the
 * records before it, and the errors of a damaged BGZF file.
 */
export class VcfReader implements Disposable {
  readonly header: VcfHeader;
  readonly #file: TextFile;
  readonly #path: string;

  /** @throws FormatError as `readVcfHeader` */
  constructor(file: TextFile, path: string = file.path) {
    this.#file = file;
    this.#path = path;
    this.header = readVcfHeader(file, path);
  }

  *[Symbol.iterator](): Generator<VcfRecord> {
    for (const scanned of this.#pieces()) yield* recordsOf(scanned);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<VcfRecord> {
    for (const scanned of this.#pieces()) {
      yield* recordsOf(scanned);
      await setImmediate();
    }
  }

  /** Closes the file; iterations that are under way fail. */
  close(): void {
    this.#file.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  *#pieces(): Generator<ScannedText & { failure: unknown }> {
    const { header } = this;
    const options = { sampleColumn: -1, sampleCount: header.samples.length, path: this.#path };
    let columns = createVcfColumns();
    for (const { text, start } of lineChunks(this.#file, header.recordsStart, Number.POSITIVE_INFINITY)) {
      const { endedBlank, capacity } = columns;
      // Records keep reading their columns, so each piece has its own.
      columns = createVcfColumns(capacity);
      columns.endedBlank = endedBlank;
      let failure: unknown = null;
      try {
        scanVcf(text, 0, text.length, columns, options);
      } catch (error) {
        failure = withLineNumber(error, this.#file, start, this.#path);
      }
      yield { text, columns, header, failure };
    }
  }
}

function* recordsOf(scanned: ScannedText & { failure: unknown }): Generator<VcfRecord> {
  for (let i = 0; i < scanned.columns.count; i++) yield new VcfRecord(scanned, i);
  if (scanned.failure !== null) throw scanned.failure;
}

/**
 * Opens a plain, BGZF or gzip VCF file for reading record by record; close the reader when done.
 *
 * @throws FormatError as `readVcfHeader` and `TextFile.open`; TS_GZIP_CORRUPT
 */
export async function readVcf(path: string): Promise<VcfReader> {
  const file = await openText(path);
  try {
    return new VcfReader(file, path);
  } catch (error) {
    file.close();
    throw error;
  }
}
