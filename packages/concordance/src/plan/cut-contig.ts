import type { ContigSpan, TextFile } from "@touchstone/formats";
import { RANGE_MARGIN } from "../range/range-task.ts";

/** Bytes of the larger BGZF file, as it is on disk, that a range takes. */
export const BGZF_BYTES: number = 384 * 1024;
/** Plain text has more bytes for the same records. */
const PLAIN_FACTOR = 5.3;
const TAB = 0x09;

/** One file's records of a contig. */
export interface ContigRecords {
  readonly file: TextFile;
  readonly span: ContigSpan;
}

/**
 * Cuts a contig into ranges of about equal work, by the bytes of the file that has more; the cuts depend on the files
 * alone, never on the number of workers.
 *
 * @param bgzfBytes bytes of the larger file that a range takes, where it is BGZF
 * @returns 0-based positions of the cuts, ascending and well apart, without the ends of the contig
 */
export function cutContig(sides: readonly ContigRecords[], bgzfBytes: number): number[] {
  let largest = sides[0];
  for (const side of sides) if (sizeOf(side) > sizeOf(largest)) largest = side;
  const { file, span } = largest;
  const step = file.compression === "bgzf" ? bgzfBytes : bgzfBytes * PLAIN_FACTOR;
  const first = file.fileOffsetOf(span.start);
  const ranges = Math.round(sizeOf(largest) / step);
  const cuts: number[] = [];
  for (let number = 1; number < ranges; number++) {
    const line = file.firstLineAfter(Math.floor(first + (number * sizeOf(largest)) / ranges));
    if (line >= span.end) break;
    const position = positionOf(file.lineAt(line)) - 1;
    if (position > (cuts.at(-1) ?? 0) + 4 * RANGE_MARGIN) cuts.push(position);
  }
  return cuts;
}

function sizeOf({ file, span }: ContigRecords): number {
  return Math.min(file.fileOffsetOf(span.end), file.sizeBytes) - file.fileOffsetOf(span.start);
}

/** POS of a record's line; lines that are no records are found out when the range is read. */
function positionOf(line: Buffer): number {
  const start = line.indexOf(TAB) + 1;
  return Number.parseInt(line.toString("latin1", start, start + 12), 10) || 0;
}
