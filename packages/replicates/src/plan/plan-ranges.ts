import type { BedRegions, Intervals, TextFile } from "@touchstone/formats";
import type { RangeTask } from "../merge/range-task.ts";
import { LARGEST_SHIFT } from "../variants/normalise.ts";
import type { OpenReplicate } from "./open-replicate.ts";

/** Bytes of the largest file, as it is on disk, that a range takes. */
const BGZF_BYTES = 512 * 1024;
const PLAIN_BYTES = 4 * 1024 * 1024;
const TAB = 0x09;
const NO_INTERVALS: Intervals = { starts: new Int32Array(0), ends: new Int32Array(0) };

/**
 * Cuts the contigs on which some run has records into ranges of about equal work, by the bytes of the run that has most
 * there. The cuts depend on the files alone, never on the number of workers.
 *
 * @param contigs names in the order of the output
 * @param regions null when none were given; contigs without regions have no ranges then
 */
export function planRanges(
  runs: readonly OpenReplicate[],
  contigs: readonly string[],
  regions: BedRegions | null,
): RangeTask[] {
  const tasks: RangeTask[] = [];
  for (const contig of contigs) {
    const present = runs.filter(({ spans }) => spans.has(contig));
    const intervals = regions === null ? null : (regions.get(contig) ?? NO_INTERVALS);
    if (present.length === 0 || intervals?.starts.length === 0) continue;
    let from = -1;
    for (const to of [...cutContig(present, contig), Number.POSITIVE_INFINITY]) {
      tasks.push({ contig, from, to, regions: intervals === null ? null : slice(intervals, from, to) });
      from = to;
    }
  }
  return tasks;
}

function cutContig(runs: readonly OpenReplicate[], contig: string): number[] {
  let largest = runs[0];
  for (const run of runs) if (sizeOf(run, contig) > sizeOf(largest, contig)) largest = run;
  const { file } = largest;
  const span = largest.spans.get(contig);
  if (span === undefined) return [];
  const size = sizeOf(largest, contig);
  const first = file.fileOffsetOf(span.start);
  const ranges = Math.round(size / (file.compression === "bgzf" ? BGZF_BYTES : PLAIN_BYTES));
  const cuts: number[] = [];
  for (let number = 1; number < ranges; number++) {
    const line = file.firstLineAfter(Math.floor(first + (number * size) / ranges));
    if (line >= span.end) break;
    const position = positionAt(file, line) - 1;
    if (position > (cuts.at(-1) ?? 0) + LARGEST_SHIFT) cuts.push(position);
  }
  return cuts;
}

function sizeOf({ file, spans }: OpenReplicate, contig: string): number {
  const span = spans.get(contig);
  if (span === undefined) return 0;
  return Math.min(file.fileOffsetOf(span.end), file.sizeBytes) - file.fileOffsetOf(span.start);
}

/** POS of the record's line; lines that are no records are found out when the range is read. */
function positionAt(file: TextFile, position: number): number {
  const line = file.lineAt(position);
  const start = line.indexOf(TAB) + 1;
  return Number.parseInt(line.toString("latin1", start, start + 12), 10) || 0;
}

/** The intervals that may hold variants of a range: deletions reach beyond it, insertions look at the base before. */
function slice({ starts, ends }: Intervals, from: number, to: number): Intervals {
  let first = 0;
  while (first < ends.length && ends[first] < from) first++;
  let last = first;
  while (last < starts.length && starts[last] <= to + LARGEST_SHIFT) last++;
  return { starts: starts.slice(first, last), ends: ends.slice(first, last) };
}
