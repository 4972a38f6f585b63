import type { AlleleList } from "./allele-list.ts";

/**
 * Orders normalised alleles of two runs on one contig by position, bases replaced, bases inserted: negative when the
 * first comes before the second, 0 when they are the same variant.
 *
 * Pure deletions are the same when they delete the same positions: shifted ones name other bases of one repeat.
 */
export function compareAlleles(first: AlleleList, one: number, second: AlleleList, other: number): number {
  const byStart = first.start[one] - second.start[other];
  if (byStart !== 0 || (first === second && one === other)) return byStart;
  const deleted = first.deleted[one];
  const inserted = first.inserted[one];
  if (deleted !== second.deleted[other]) return deleted - second.deleted[other];
  if (inserted !== second.inserted[other]) return inserted - second.inserted[other];
  for (let place = 0; place < inserted; place++) {
    const difference = first.insertedBase(one, place) - second.insertedBase(other, place);
    if (difference !== 0) return difference;
  }
  if (inserted === 0) return 0;
  for (let place = 0; place < deleted; place++) {
    const difference = first.deletedBase(one, place) - second.deletedBase(other, place);
    if (difference !== 0) return difference;
  }
  return 0;
}
