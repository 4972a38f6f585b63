import type { FastaReader } from "@touchstone/formats";
import { RANGE_MARGIN, type RangeTask } from "../range/range-task.ts";
import { type IntervalsByContig, NO_INTERVALS, sliceIntervals } from "../stratify/intervals.ts";
import { sliceStrata } from "../stratify/strata-table.ts";
import { BGZF_BYTES, type ContigRecords, cutContig } from "./cut-contig.ts";
import type { OpenCallSet } from "./open-call-set.ts";

/** Regions are handed on this far beyond a range, in bases: farther than its superloci reach (check-cut.ts). */
const REGION_MARGIN: number = 2 * RANGE_MARGIN;

/** Regions of a comparison by the reference's contig names; null when not given. */
export interface ComparisonRegions {
  readonly confident: IntervalsByContig | null;
  readonly targets: IntervalsByContig | null;
  /** One a stratum. */
  readonly strata: readonly IntervalsByContig[];
}

/** A range before its regions are cut out for it. */
export interface Range {
  readonly contig: number;
  readonly from: number;
  readonly to: number;
}

/** Ranges of the last contig are smaller by this: no worker has much left to do when the others are done. */
const LAST_CONTIG_FACTOR = 3;

/** All ranges in the reference's order of contigs; contigs without records have none. */
export function planRanges(truth: OpenCallSet, query: OpenCallSet, reference: FastaReader): Range[] {
  const ranges: Range[] = [];
  const last = Math.max(...truth.spans.keys(), ...query.spans.keys());
  reference.contigs.forEach(({ length }, contig) => {
    const sides = recordsOf(contig, [truth, query]);
    if (sides.length === 0) return;
    const cuts = cutContig(sides, contig === last ? BGZF_BYTES / LAST_CONTIG_FACTOR : BGZF_BYTES);
    let from = -1;
    // The telomere behind the last base belongs to the last range.
    for (const to of [...cuts, length + 1]) {
      ranges.push({ contig, from, to });
      from = to;
    }
  });
  return ranges;
}

function recordsOf(contig: number, callSets: readonly OpenCallSet[]): ContigRecords[] {
  const sides: ContigRecords[] = [];
  for (const { file, spans } of callSets) {
    const span = spans.get(contig);
    if (span !== undefined) sides.push({ file, span });
  }
  return sides;
}

/** The range with its part of the regions, ready to be sent to a worker. */
export function makeTask(range: Range, name: string, regions: ComparisonRegions): RangeTask {
  const from = range.from - RANGE_MARGIN;
  const to = range.to + REGION_MARGIN;
  const slice = (intervals: IntervalsByContig | null) =>
    intervals === null ? null : sliceIntervals(intervals.get(name) ?? NO_INTERVALS, from, to);
  return {
    ...range,
    confident: slice(regions.confident),
    targets: slice(regions.targets),
    strata: regions.strata.length === 0 ? null : sliceStrata(regions.strata, name, from, to),
  };
}
