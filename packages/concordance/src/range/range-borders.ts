import type { CallSet } from "../records/call-set.ts";
import { ASSESSED } from "../records/reasons.ts";
import { LOCAL_DISTANCE } from "../solve/local-matches.ts";
import { RANGE_MARGIN, type RangeBorders, type RangeTask } from "./range-task.ts";
import type { SolvedRange } from "./solved-range.ts";

/** What the neighbours have to know of a range; `rows` are the positions of its first and last row, 0-based. */
export function bordersOf(
  range: SolvedRange,
  task: RangeTask,
  rows: { readonly firstRow: number; readonly lastRow: number },
): RangeBorders {
  let reach = Number.NEGATIVE_INFINITY;
  let back = Number.POSITIVE_INFINITY;
  for (const calls of [range.calls.truth, range.calls.query]) {
    const { status, extentStart, extentEnd } = calls;
    const { position } = calls.columns;
    for (let record = 0; record < calls.count; record++) {
      if (status[record] !== ASSESSED) continue;
      const start = position[record] - 1;
      if (start < task.to - RANGE_MARGIN) {
        if (extentEnd[record] > reach) reach = extentEnd[record];
        const near = nearnessEnd(calls, record);
        if (near > reach) reach = near;
      }
      if (start >= task.from + RANGE_MARGIN && extentStart[record] < back) back = extentStart[record];
    }
  }
  const { firstRow, lastRow } = rows;
  return { reach, back, start: range.start, end: range.end, firstRow, lastRow };
}

/** Where a record's nearness to records of the other side ends; it goes by the whole of REF. */
function nearnessEnd(calls: CallSet, record: number): number {
  const { position, refStart } = calls.columns;
  return position[record] - 1 + calls.refEnd(record) - refStart[record] + LOCAL_DISTANCE;
}
