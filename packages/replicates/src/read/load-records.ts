import { type ContigSpan, scanVcf, seekPosition, type VcfColumns } from "@touchstone/formats";
import { ReplicatesError } from "../error.ts";
import { locateError } from "./locate-error.ts";
import type { RunFile } from "./run-file.ts";

/** Text and columns of the records of one run within a range. */
export interface LoadedRecords {
  readonly text: Buffer;
  readonly columns: VcfColumns;
  /** Virtual positions of the start of `text` and of its end. */
  readonly position: number;
  readonly end: number;
}

/**
 * Reads the records of a contig with from <= POS - 1 < to; `to` may be Infinity.
 *
 * @param columns are emptied and used: kept from range to range, they spare memory that is given back late
 * @throws FormatError for malformed lines; ReplicatesError TS_VCF_UNSORTED; both with file and line
 */
export function loadRecords(
  run: Omit<RunFile, "hasReferenceBlocks">,
  contig: string,
  from: number,
  to: number,
  columns: VcfColumns,
): LoadedRecords {
  columns.clear();
  columns.endedBlank = false;
  const span = run.spans.get(contig);
  if (span === undefined) return { text: Buffer.alloc(0), columns, position: 0, end: 0 };
  const start = from <= 0 ? span.start : seekPosition(run.file, span, from + 1);
  const end = to === Number.POSITIVE_INFINITY ? span.end : seekPosition(run.file, span, to + 1);
  const text = start < end ? run.file.read(start, end) : Buffer.alloc(0);
  try {
    const { sampleColumn, sampleCount, path } = run;
    scanVcf(text, 0, text.length, columns, { sampleColumn, sampleCount, path });
    checkOrder(span, columns);
  } catch (error) {
    throw locateError(error, run, start);
  }
  return { text, columns, position: start, end };
}

function checkOrder(span: ContigSpan, columns: VcfColumns): void {
  const { position, lineStart, count } = columns;
  const stray = columns.contigRuns.find((contigRun) => contigRun.name !== span.contig);
  if (stray !== undefined) {
    const offset = lineStart[stray.firstRecord];
    const what = `column 1 (CHROM): a record of ${stray.name} stands among those of ${span.contig}`;
    throw new ReplicatesError("TS_VCF_UNSORTED", what, { column: 1, field: "CHROM", contig: stray.name, offset });
  }
  for (let record = 1; record < count; record++) {
    if (position[record] >= position[record - 1]) continue;
    const place = `${span.contig}:${position[record]}`;
    const what = `column 2 (POS): ${place} stands after position ${position[record - 1]}`;
    throw new ReplicatesError("TS_VCF_UNSORTED", what, {
      column: 2,
      field: "POS",
      contig: span.contig,
      position: position[record],
      offset: lineStart[record],
    });
  }
}
