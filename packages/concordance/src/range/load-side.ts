import {
  type ContigSpan,
  createVcfColumns,
  FormatError,
  locateLine,
  scanVcf,
  seekPosition,
  type TextFile,
  type VcfColumns,
  withLineNumber,
} from "@touchstone/formats";
import { ConcordanceError } from "../error.ts";

/** One call set as a worker has it open. */
export interface SideFile {
  /** As the user named it, for messages; `file` may be a copy of its text. */
  readonly path: string;
  readonly file: TextFile;
  /** By contig number of the reference; absent where the file has no records. */
  readonly spans: ReadonlyMap<number, ContigSpan>;
  /** 0-based; -1 when no genotypes are read. */
  readonly sampleColumn: number;
  readonly sampleCount: number;
  /** Holds the records of the range that is being solved; the next one takes the same memory. */
  readonly columns: VcfColumns;
}

/** Text and columns of the records of one side within a range. */
export interface LoadedSide {
  readonly text: Buffer;
  readonly columns: VcfColumns;
  /** Virtual position of the start of `text`. */
  readonly position: number;
}

/**
 * Reads the records of a contig with from <= POS - 1 < to. Their columns are those of the side: valid until the next call.
 *
 * @throws FormatError for malformed lines; ConcordanceError TS_VCF_UNSORTED or TS_POSITION_OUT_OF_RANGE
 */
export function loadSide(side: SideFile, contig: number, contigLength: number, from: number, to: number): LoadedSide {
  const span = side.spans.get(contig);
  if (span === undefined) return { text: Buffer.alloc(0), columns: createVcfColumns(0), position: 0 };
  const start = from <= 0 ? span.start : seekPosition(side.file, span, from + 1);
  const end = to >= contigLength ? span.end : seekPosition(side.file, span, to + 1);
  const text = start < end ? side.file.read(start, end) : Buffer.alloc(0);
  const { columns } = side;
  columns.clear();
  columns.endedBlank = false;
  try {
    scanVcf(text, 0, text.length, columns, {
      sampleColumn: side.sampleColumn,
      sampleCount: side.sampleCount,
      path: side.path,
    });
    checkOrder(side, span, columns, contigLength);
  } catch (error) {
    throw locateError(error, side, start);
  }
  return { text, columns, position: start };
}

function checkOrder(side: SideFile, span: ContigSpan, columns: VcfColumns, contigLength: number): void {
  const { position, refStart, altStart, lineStart, count } = columns;
  const stray = columns.contigRuns.find((run) => run.name !== span.contig);
  if (stray !== undefined) {
    throw new ConcordanceError(
      "TS_VCF_UNSORTED",
      `${side.path}: a record of ${stray.name} stands among those of ${span.contig}`,
      { file: side.path, contig: stray.name, offset: lineStart[stray.firstRecord] },
    );
  }
  for (let record = 0; record < count; record++) {
    if (record > 0 && position[record] < position[record - 1]) {
      throw new ConcordanceError(
        "TS_VCF_UNSORTED",
        `${side.path}: ${span.contig}:${position[record]} stands after position ${position[record - 1]}`,
        { file: side.path, contig: span.contig, position: position[record], offset: lineStart[record] },
      );
    }
    const end = position[record] - 1 + altStart[record] - 1 - refStart[record];
    // The telomere behind the last base has a position of its own (VCF 4.4, section 1.6.1).
    if (end > contigLength && position[record] !== contigLength + 1) {
      throw new ConcordanceError(
        "TS_POSITION_OUT_OF_RANGE",
        `${side.path}: the record at ${span.contig}:${position[record]} ends at ${end}, the contig at ${contigLength}`,
        { file: side.path, contig: span.contig, position: position[record], offset: lineStart[record] },
      );
    }
  }
}

/** Replaces the offset within the text by the line number in the file. */
export function locateError(error: unknown, side: SideFile, position: number): unknown {
  if (error instanceof FormatError) return withLineNumber(error, side.file, position, side.path);
  if (!(error instanceof ConcordanceError) || error.details.offset === undefined) return error;
  const { offset, ...details } = error.details;
  const line = locateLine(side.file, position, offset);
  const stated = error.message.startsWith(`${side.path}: `) ? error.message.slice(side.path.length + 2) : error.message;
  return new ConcordanceError(error.code, `${side.path}: line ${line}: ${stated}`, {
    ...details,
    file: side.path,
    line,
  });
}
