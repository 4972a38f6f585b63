import { RANGE_MARGIN, type RangeResult, type RangeTask } from "../range/range-task.ts";
import { CLUSTER_GAP } from "../solve/clusters.ts";

/**
 * Whether the cut between two neighbouring ranges of a contig changed nothing: no record that only one of them saw
 * comes near a superlocus of the other, and the rows follow each other in order.
 */
export function cutIsSafe(left: RangeTask, leftResult: RangeResult, rightResult: RangeResult): boolean {
  const { borders } = leftResult;
  const next = rightResult.borders;
  return (
    borders.reach + CLUSTER_GAP <= left.to &&
    next.back >= borders.end + CLUSTER_GAP &&
    borders.end === Math.max(left.to, next.start) &&
    borders.lastRow <= next.firstRow &&
    borders.end <= left.to + RANGE_MARGIN
  );
}
