import type { PhaseRelation } from "../range/range-task.ts";
import type { PhaseCounts } from "./report-input.ts";

/**
 * Counts switch and flip errors along phased heterozygous true positives, given in order.
 *
 * Within a stretch that is one phase set on both sides, each heterozygote has truth and query in the same or in the
 * opposite order. A single one that differs from both neighbours, which agree with each other, is a flip; every other
 * change of order is a switch.
 */
export function countPhaseErrors(relations: readonly PhaseRelation[]): PhaseCounts {
  let pairs = 0;
  let switchErrors = 0;
  let flipErrors = 0;
  for (let start = 0; start < relations.length; ) {
    let end = start + 1;
    while (end < relations.length && sameStretch(relations[start], relations[end])) end++;
    pairs += end - start - 1;
    for (let place = start + 1; place < end; place++) {
      if (relations[place].same === relations[place - 1].same) continue;
      if (place + 1 < end && relations[place + 1].same !== relations[place].same) {
        flipErrors++;
        place++;
      } else {
        switchErrors++;
      }
    }
    start = end;
  }
  return { pairs, switchErrors, flipErrors };
}

function sameStretch(first: PhaseRelation, second: PhaseRelation): boolean {
  return first.contig === second.contig && first.truthSet === second.truthSet && first.querySet === second.querySet;
}
