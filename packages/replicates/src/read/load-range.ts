import type { VcfColumns } from "@touchstone/formats";
import type { RangeTask } from "../merge/range-task.ts";
import { LARGEST_SHIFT } from "../variants/normalise.ts";
import { type LoadedRecords, loadRecords } from "./load-records.ts";
import type { RunFile } from "./run-file.ts";

/**
 * Loads the range and, in front and behind, as far as alleles can be shifted. Records of a gVCF follow one another without
 * a gap, so where none stands in front of the range, a reference block from farther away may reach into it. (Headers of
 * call sets made from gVCFs speak of blocks, too: nothing is said by them about where one would be found.)
 */
export function loadRange(
  run: RunFile,
  { contig, from, to }: Pick<RangeTask, "contig" | "from" | "to">,
  columns: VcfColumns,
): LoadedRecords {
  for (let margin = LARGEST_SHIFT; ; margin *= 4) {
    const start = from - margin;
    const loaded = loadRecords(run, contig, start, to + LARGEST_SHIFT, columns);
    const isReached = columns.count > 0 && columns.position[0] - 1 < from;
    if (isReached || !run.hasReferenceBlocks || start <= 0) return loaded;
  }
}
